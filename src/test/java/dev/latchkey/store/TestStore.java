package dev.latchkey.store;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.RawMail;
import dev.latchkey.mail.ScanResult;
import dev.latchkey.parse.MailParser;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.database.DatabaseSettings;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.secret.Vault;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** The stores on an empty schema, and plain SQL beside them. */
final class TestStore implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456Z");

  final TestDatabase schema;
  final Database database;
  final Vault vault;
  final MailStore mails;
  final Quarantine quarantine;
  final DeskStore desk;
  final Outbox outbox;

  private TestStore(TestDatabase schema) {
    this.schema = schema;
    this.database =
        Database.open(new DatabaseSettings(schema.url(), schema.user(), schema.password(), 4));
    this.vault =
        new Vault(
            SigningKey.of(
                "a key for tests, forty octets in length.".getBytes(StandardCharsets.US_ASCII)),
            new Random(7));
    this.mails =
        new MailStore(database, vault, 32 << 20, new WaitingLine(new MailParser()::claimedSender));
    this.quarantine = new Quarantine(database);
    this.desk = new DeskStore(database, vault);
    this.outbox = new Outbox(database, vault);
  }

  static TestStore emptyFor(Class<?> test) {
    TestStore store = new TestStore(TestDatabase.emptyFor(test));
    store.database.migrate();
    return store;
  }

  /** One whose schema is as it is. */
  static TestStore on(TestDatabase schema) {
    return new TestStore(schema);
  }

  /** Another process on the same schema. */
  TestStore beside() {
    return new TestStore(schema);
  }

  static RawMail mail(long uid, String text) {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    return new RawMail(
        new MailLocation("INBOX", 7, uid), NOW, octets.length, new MailBytes(octets), false);
  }

  static EndedMail handled(ClaimedMail mail, String written) {
    return new EndedMail(
        mail,
        false,
        "TICKET_OPENED",
        "because",
        Optional.empty(),
        Optional.of("<m@mail.example>"),
        Optional.of("nora@mail.example"),
        Optional.of("human"),
        Optional.of("help"),
        Optional.of(written),
        Optional.of(Message.Writer.REQUESTER),
        Message.Standing.ANSWERED,
        ScanResult.NOT_ASKED,
        Optional.empty(),
        false);
  }

  /** Every row of a query, its columns joined by {@code |}. */
  List<String> rows(String sql) throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          columns.add(String.valueOf(row.getString(i)));
        }
        rows.add(String.join("|", columns));
      }
      return rows;
    }
  }

  String one(String sql) throws SQLException {
    return rows(sql).get(0);
  }

  void change(String sql) throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
