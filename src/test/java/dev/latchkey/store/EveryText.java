package dev.latchkey.store;

import dev.latchkey.TestDatabase;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.secret.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Everything that a database says, whatever the table: each column of each row of each table as
 * text, what is sealed opened.
 */
public final class EveryText {
  private final TestDatabase schema;
  private final Vault vault;

  public EveryText(TestDatabase schema, SigningKey key) {
    this.schema = schema;
    this.vault = new Vault(key, List.of(), new Random(1));
  }

  /** Where a text stands, in upper or lower case: a table, a column and the whole of it. */
  public List<String> holding(String wanted) throws SQLException {
    List<String> found = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(schema.url(), schema.user(), schema.password());
        Statement statement = connection.createStatement()) {
      for (String table : tables(statement)) {
        try (ResultSet row = statement.executeQuery("SELECT * FROM `" + table + "`")) {
          while (row.next()) {
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
              String name = row.getMetaData().getColumnName(column);
              String text = text(table, name, row, column);
              if (text.toLowerCase(Locale.ROOT).contains(wanted)) {
                found.add("%s.%s: %s".formatted(table, name, text));
              }
            }
          }
        }
      }
    }
    return found;
  }

  /** Has the letters that belong to no ticket say something else; how many there are. */
  public int reword(UnaryOperator<String> words) throws SQLException {
    int letters = 0;
    try (Connection connection =
            DriverManager.getConnection(schema.url(), schema.user(), schema.password());
        Statement statement = connection.createStatement();
        PreparedStatement change =
            connection.prepareStatement("UPDATE outbox SET sealed = ? WHERE id = ?");
        ResultSet row =
            statement.executeQuery("SELECT id, sealed FROM outbox WHERE ticket_id IS NULL")) {
      while (row.next()) {
        String context = "outgoing mail " + row.getLong(1);
        String text = new String(vault.open(row.getBytes(2), context), StandardCharsets.UTF_8);
        byte[] changed = words.apply(text).getBytes(StandardCharsets.UTF_8);
        change.setBytes(1, vault.seal(changed, context));
        change.setLong(2, row.getLong(1));
        letters += change.executeUpdate();
      }
    }
    return letters;
  }

  /** Sealed columns have their row's id in the first column. */
  private String text(String table, String name, ResultSet row, int column) throws SQLException {
    if (!name.equals("sealed") || table.equals("sealing_key")) {
      return String.valueOf(row.getString(column));
    }
    String id = row.getString(1);
    String context =
        switch (table) {
          case "outbox" -> "outgoing mail " + id;
          case "raw_mail" -> "mail " + id;
          default -> throw new IllegalStateException("how is " + table + " sealed?");
        };
    return new String(vault.open(row.getBytes(column), context), StandardCharsets.UTF_8);
  }

  private static List<String> tables(Statement statement) throws SQLException {
    List<String> tables = new ArrayList<>();
    try (ResultSet row =
        statement.executeQuery(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
                + " AND table_type = 'BASE TABLE'")) {
      while (row.next()) {
        tables.add(row.getString(1));
      }
    }
    return tables;
  }
}
