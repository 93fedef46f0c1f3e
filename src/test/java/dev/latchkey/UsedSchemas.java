package dev.latchkey;

import dev.latchkey.demo.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullMarked;

/**
 * Empties the schema of a desk that a test opened before, in place of making it anew: its tables
 * and migrations cost two processors a third of a second, and the tests open thousands of desks. A
 * schema whose tables a test changed is made anew.
 */
@NullMarked
final class UsedSchemas {
  /** Made by the migrations, and used by nobody. */
  private static final String UNUSED = "as_the_migrations_make_it";

  private static final String HISTORY = "flyway_schema_history";

  /** All that a test may change of the tables, a line each. */
  private static final String STRUCTURE =
      """
      SELECT CONCAT_WS('|', 'column', table_name, ordinal_position, column_name, column_type,
          is_nullable, column_default, collation_name, extra, generation_expression)
        FROM information_schema.columns WHERE table_schema = '%1$s'
      UNION ALL
      SELECT CONCAT_WS('|', 'key', table_name, index_name, seq_in_index, column_name, non_unique)
        FROM information_schema.statistics WHERE table_schema = '%1$s'
      UNION ALL
      SELECT CONCAT_WS('|', 'trigger', trigger_name)
        FROM information_schema.triggers WHERE trigger_schema = '%1$s'
      UNION ALL
      SELECT CONCAT_WS('|', 'constraint', table_name, constraint_name, constraint_type)
        FROM information_schema.table_constraints WHERE constraint_schema = '%1$s'
      """;

  private static final String MIGRATIONS =
      "SELECT CONCAT_WS('|', version, checksum, success) FROM `%s`." + HISTORY;

  private final EmbeddedDatabase server;
  private final Set<String> handedOut = new HashSet<>();
  private List<String> structure = List.of();
  private String emptying = "";

  UsedSchemas(EmbeddedDatabase server) {
    this.server = server;
  }

  /**
   * A schema without tables, or with those of a desk that nobody has used.
   *
   * @return its URL for JDBC
   */
  synchronized String unused(String name) throws SQLException {
    String url = server.url(name);
    if (!handedOut.add(name)) {
      try (Connection connection =
              DriverManager.getConnection(
                  url + "&allowMultiQueries=true", server.user(), server.password());
          Statement statement = connection.createStatement()) {
        if (structure.isEmpty()) {
          learn(statement);
        }
        if (describe(statement, name).equals(structure)) {
          statement.execute(emptying);
          return url;
        }
      }
    }
    return server.newSchema(name);
  }

  private void learn(Statement statement) throws SQLException {
    String url = server.newSchema(UNUSED);
    Flyway.configure().dataSource(url, server.user(), server.password()).load().migrate();
    structure = describe(statement, UNUSED);
    List<String> filled = new ArrayList<>();
    List<String> tables = tables(statement, "BASE TABLE");
    for (String table : tables) {
      if (!rows(statement, "SELECT 1 FROM `%s`.`%s` LIMIT 1".formatted(UNUSED, table)).isEmpty()) {
        filled.add(table);
      }
    }
    emptying =
        Stream.of(
                Stream.of("SET foreign_key_checks = 0"),
                tables.stream().map("DELETE FROM `%s`"::formatted),
                filled.stream()
                    .map(
                        table ->
                            "INSERT INTO `%s` SELECT * FROM `%s`.`%1$s`".formatted(table, UNUSED)),
                tables(statement, "SEQUENCE").stream()
                    .map("ALTER SEQUENCE `%s` RESTART"::formatted))
            .flatMap(statements -> statements)
            .collect(Collectors.joining(";"));
  }

  private static List<String> describe(Statement statement, String schema) throws SQLException {
    List<String> described = rows(statement, STRUCTURE.formatted(schema));
    if (described.stream().anyMatch(line -> line.startsWith("column|" + HISTORY))) {
      described.addAll(rows(statement, MIGRATIONS.formatted(schema)));
    }
    described.sort(null);
    return described;
  }

  private static List<String> tables(Statement statement, String type) throws SQLException {
    return rows(
        statement,
        "SELECT table_name FROM information_schema.tables WHERE table_schema = '%s' AND table_type = '%s' AND table_name <> '%s'"
            .formatted(UNUSED, type, HISTORY));
  }

  private static List<String> rows(Statement statement, String sql) throws SQLException {
    try (ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(row.getString(1));
      }
      return rows;
    }
  }
}
