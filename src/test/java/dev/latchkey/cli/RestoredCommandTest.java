package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.TestDatabase;
import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old dump is restored on a desk that has worked on since. */
class RestoredCommandTest {
  private static final EmailAddress SUPPORT = EmailAddress.of("support@desk.example");

  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private TestDatabase schema;
  private EmbeddedMailServer server;
  private Path config;

  @BeforeEach
  void start() throws IOException {
    schema = TestDatabase.emptyFor(RestoredCommandTest.class);
    server =
        EmbeddedMailServer.start(
            0,
            0,
            new BorderStamp("mx.desk.example", (sender, domain) -> true, InstantSource.system()));
    server.addUser(SUPPORT, "secret");
    Files.writeString(
        folder.resolve("accounts.csv"), "name,addresses,second_factor,critical,published\n");
    config =
        Files.writeString(
            folder.resolve("latchkey.yaml"),
            """
            desk: {name: Example desk, address: support@desk.example}
            database: {url: "%s", user: %s, password: %s, connections: 3}
            imap: {host: 127.0.0.1, port: %d, security: none, user: support@desk.example, password: secret}
            smtp: {host: 127.0.0.1, port: %d, security: none}
            authentication: {authserv-ids: [mx.desk.example]}
            signing-key: bm90IGEgc2VjcmV0LCBidXQgdGhpcnR5LXR3byBieXRlcyE=
            staff: [{address: alice@staff.example}]
            accounts: {kind: csv, file: accounts.csv}
            """
                .formatted(
                    schema.url(),
                    schema.user(),
                    schema.password(),
                    server.imapPort(),
                    server.smtpPort()));
    Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-------"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void noReferenceBelongsToTwoPeopleAndNoMailIsLost() throws Exception {
    write("ann");
    assertThat(runDesk("poll")).isZero();
    dump();
    write("bob");
    write("cleo");
    assertThat(runDesk("poll")).isZero();
    List<String> given = rows("SELECT id FROM ticket WHERE requester NOT LIKE 'ann@%'");
    List<String> letters = rows("SELECT message_id FROM outbox");
    assertThat(given).hasSize(2);
    restore();
    List<String> before = rows("SELECT message_id FROM outbox");

    assertThat(runDesk("restored", "--dry-run")).isZero();
    assertThat(out.toString()).contains("2 processed mails", "they would be taken in");
    assertThat(rows("SELECT id FROM mail")).hasSize(1);
    assertThat(runDesk("restored")).isZero();
    assertThat(out.toString()).contains("2 processed mails", "taken in once more");
    write("dora");
    assertThat(runDesk("poll")).isZero();

    assertThat(rows("SELECT requester FROM ticket ORDER BY requester"))
        .extracting(address -> address.substring(0, address.indexOf('@')))
        .containsExactly("ann", "bob", "cleo", "dora");
    assertThat(rows("SELECT id FROM ticket")).doesNotContainAnyElementsOf(given);
    assertThat(rows("SELECT message_id FROM outbox"))
        .containsAll(before)
        .filteredOn(id -> !before.contains(id))
        .doesNotContainAnyElementsOf(letters);
    assertThat(runDesk("restored", "--dry-run")).isZero();
    assertThat(out.toString()).contains("0 processed mails");
  }

  @Test
  void withoutAnyRowItAsksFromWhenOn() throws Exception {
    write("ann");
    assertThat(runDesk("poll")).isZero();
    for (String table : tables()) {
      change("SET FOREIGN_KEY_CHECKS = 0", "DELETE FROM " + table);
    }
    assertThat(runDesk("restored")).isEqualTo(1);
    assertThat(runDesk("restored", "--since", "2020-01-01T00:00:00Z")).isZero();
    assertThat(out.toString()).contains("1 processed mails");
  }

  private void write(String name) throws Exception {
    String mail =
        """
        From: %1$s@outside.example
        To: support@desk.example
        Subject: Locked out
        Message-ID: <%1$s@outside.example>

        I lost my phone and cannot log in. My username is %1$s.
        """
            .formatted(name);
    server.submit(
        EmailAddress.of(name + "@outside.example"),
        SUPPORT,
        new MailBytes(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  private int runDesk(String... arguments) {
    out = new StringWriter();
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--config", config.toString()));
    return LatchkeyCommand.run(
        Desk.commands(),
        new PrintWriter(out, true),
        new PrintWriter(out, true),
        all.toArray(String[]::new));
  }

  private List<String> tables() throws SQLException {
    return rows(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
            + " AND table_type = 'BASE TABLE' AND table_name NOT LIKE 'dumped%'"
            + " AND table_name NOT LIKE 'flyway%'");
  }

  private void dump() throws SQLException {
    for (String table : tables()) {
      change("CREATE TABLE dumped_" + table + " AS SELECT * FROM " + table);
    }
  }

  /** Rows and numbers as they were. */
  private void restore() throws SQLException {
    for (String table : tables()) {
      String columns =
          String.join(
              ",",
              rows(
                  "SELECT CONCAT('`', column_name, '`') FROM information_schema.columns"
                      + " WHERE table_schema = DATABASE() AND extra NOT LIKE '%GENERATED%'"
                      + " AND table_name = '"
                      + table
                      + "'"));
      change(
          "SET FOREIGN_KEY_CHECKS = 0",
          "DELETE FROM " + table,
          "INSERT INTO %1$s (%2$s) SELECT %2$s FROM dumped_%1$s".formatted(table, columns));
    }
    change(
        "ALTER SEQUENCE ticket_id RESTART WITH 1002",
        "ALTER SEQUENCE mail_id RESTART WITH 2",
        "ALTER SEQUENCE outbox_id RESTART WITH " + rows("SELECT MAX(id) + 1 FROM outbox").get(0),
        "ALTER SEQUENCE token_id RESTART WITH "
            + rows("SELECT COALESCE(MAX(id), 0) + 1 FROM token").get(0));
  }

  private List<String> rows(String sql) throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(String.valueOf(row.getString(1)));
      }
      return rows;
    }
  }

  private void change(String... statements) throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
