package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.Desk;
import dev.latchkey.TestDatabase;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.flow.Failpoints;
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
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real desk: MariaDB, and mail servers that speak IMAP and SMTP. */
class DeskCommandsTest {
  private static final EmailAddress SUPPORT = EmailAddress.of("support@desk.example");
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");

  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private TestDatabase schema;
  private EmbeddedMailServer server;
  private Path config;

  @BeforeEach
  void start() throws IOException {
    schema = TestDatabase.emptyFor(DeskCommandsTest.class);
    server =
        EmbeddedMailServer.start(
            0,
            0,
            new BorderStamp("mx.desk.example", (sender, domain) -> true, InstantSource.system()));
    server.addUser(SUPPORT, "secret");
    server.addUser(NORA, "secret");
    Files.writeString(
        folder.resolve("accounts.csv"),
        """
        name,addresses,second_factor,critical,published
        nora,nora@outside.example verified since 2021-03-01,yes,no,no
        """);
    config = config(server.imapPort(), server.smtpPort());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path config(int imapPort, int smtpPort) throws IOException {
    Path file =
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
                .formatted(schema.url(), schema.user(), schema.password(), imapPort, smtpPort));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<Callable<Integer>> commands = Desk.commands();
    return LatchkeyCommand.run(
        commands, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private int runDesk(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--config";
    all[arguments.length + 1] = config.toString();
    return run(all);
  }

  /** Takes mails in without working on them. */
  private void intakeOnly() throws Exception {
    Settings settings = SettingsFile.read(config, System::getenv);
    try (Desk desk =
        Desk.open(
            settings,
            Desk.Outside.of(settings, InstantSource.system()),
            Failpoints.NONE,
            (mail, outcome, ticket, reason) -> {})) {
      desk.database().migrate();
      desk.loops().takeIn();
    }
  }

  private void write(String subject, String text) throws Exception {
    String mail =
        """
        From: Nora <nora@outside.example>
        To: support@desk.example
        Subject: %s
        Message-ID: <%s@outside.example>
        Date: Wed, 04 Mar 2026 05:00:00 +0000

        %s
        """
            .formatted(subject, Integer.toHexString(text.hashCode()), text);
    server.submit(
        NORA, SUPPORT, new MailBytes(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aRequestIsTakenInAnsweredAndListed() throws Exception {
    write("Locked out", "Hello,\n\nI lost my phone and cannot log in. My username is nora.");

    assertThat(runDesk("poll")).as(err.toString()).isZero();
    assertThat(out.toString()).contains("1 mails taken in, 1 worked on");
    List<MailBytes> answers = server.take(NORA);
    assertThat(answers).isNotEmpty();
    assertThat(new String(answers.get(0).octets(), StandardCharsets.UTF_8))
        .contains("LK-1001", "Auto-Submitted: auto-replied");

    assertThat(runDesk("tickets", "list", "--json")).isZero();
    JsonNode ticket = new ObjectMapper().readTree(out.toString());
    assertThat(ticket.get("reference").asText()).isEqualTo("LK-1001");
    assertThat(ticket.get("requester").asText()).isEqualTo("nora@outside.example");
    assertThat(ticket.get("account").asText()).isEqualTo("nora");

    assertThat(runDesk("tickets", "list")).isZero();
    assertThat(out.toString().lines()).hasSize(2);
    assertThat(runDesk("tickets", "show", "LK-1001")).isZero();
    assertThat(out.toString()).contains("I lost my phone", "OPENED", "TICKET_OPENED");
    assertThat(runDesk("tickets", "show", "lk-1001", "--json")).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).get("history")).isNotEmpty();
    assertThat(runDesk("tickets", "show", "LK-9")).isEqualTo(1);
    assertThat(runDesk("tickets", "show", "nine")).isEqualTo(64);
    assertThat(runDesk("mails")).isZero();
    assertThat(out.toString()).contains("TICKET_OPENED", "LK-1001", "Locked out");
  }

  @Test
  void whatWasNotAnsweredIsListed() throws Exception {
    write("Lunch", "Shall we have lunch on Friday? The new place at the harbour is nice.");
    assertThat(runDesk("poll")).isZero();

    assertThat(runDesk("mails", "--unanswered")).isZero();
    assertThat(out.toString()).contains("NOT_A_REQUEST", "Lunch");
  }

  @Test
  void anEditOfTheHistoryIsFound() throws Exception {
    write("Locked out", "I lost my phone and cannot log in. My username is nora.");
    assertThat(runDesk("poll")).isZero();
    assertThat(runDesk("audit")).isZero();
    assertThat(runDesk("audit", "LK-1001")).isZero();

    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE history SET actor_name = 'nobody' WHERE sequence = 1");
    }
    assertThat(runDesk("audit")).isEqualTo(1);
    assertThat(out.toString()).contains("LK-1001: entry 1 was changed", "1 broken");
    assertThat(runDesk("audit", "LK-7")).isEqualTo(1);
  }

  @Test
  void aMailPutAsideIsShownExportedAndReplayed() throws Exception {
    write("Locked out", "I lost my phone and cannot log in. My username is nora.");
    intakeOnly();
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "UPDATE mail SET state = 'QUARANTINED', outcome = 'FAILED', reasons = 'it \u001b[2J failed'");
    }

    assertThat(runDesk("quarantine", "list")).isZero();
    assertThat(out.toString()).contains("FAILED").doesNotContain("\u001b");
    assertThat(runDesk("quarantine", "show", "1")).isZero();
    Path copy = folder.resolve("copy.eml");
    assertThat(runDesk("quarantine", "export", "1", copy.toString())).isZero();
    assertThat(Files.readString(copy)).contains("I lost my phone");
    assertThat(runDesk("quarantine", "export", "1", copy.toString())).isEqualTo(73);
    assertThat(runDesk("quarantine", "replay", "1")).isZero();
    assertThat(runDesk("quarantine", "replay", "1")).isEqualTo(1);
    assertThat(runDesk("poll")).isZero();
    assertThat(runDesk("tickets", "list")).isZero();
    assertThat(out.toString()).contains("LK-1001");
  }

  @Test
  void checkProvesEverythingInOneLineEach() throws IOException {
    assertThat(runDesk("check")).as(out.toString()).isZero();
    assertThat(out.toString())
        .contains(
            " migrations are to come",
            "ok    database: sql_mode is strict",
            "ok    database: character set utf8mb4",
            "ok    database: a commit survives a power cut",
            "ok    imap: support@desk.example@127.0.0.1",
            "ok    smtp: 127.0.0.1",
            "ok    accounts: in the file: 1; with links: 0, keys: 0, co-owners: 0, a profile",
            "ok    action: the staff carry out each recovery and answer DONE",
            "ok    authentication: results of mx.desk.example are trusted");
    assertThat(out.toString().lines()).allMatch(line -> line.matches("(ok|warn|FAIL) .*"));

    String text = Files.readString(config);
    Files.writeString(config, text.replace("authserv-ids: [mx.desk.example]", ""));
    assertThat(runDesk("check")).isZero();
    assertThat(out.toString()).contains("warn  no trusted authentication server configured");
  }

  @Test
  void whatIsAwayIsOneClearLine() throws IOException {
    config = config(1, 1);
    Files.delete(folder.resolve("accounts.csv"));

    assertThat(runDesk("check")).isEqualTo(1);
    assertThat(out.toString()).contains("FAIL  imap:", "FAIL  smtp:", "FAIL  accounts:");
    assertThat(runDesk("poll")).isEqualTo(69);
    assertThat(err.toString()).startsWith("latchkey: mailbox: 127.0.0.1:1").hasLineCount(1);
  }

  @Test
  void wrongSettingsAreTellingOnTheirOwn() throws IOException {
    Files.writeString(config, "desk: {name: x, address: y}\nsurprise: 1\n");
    for (String command : List.of("run", "poll", "check", "mails", "audit")) {
      assertThat(runDesk(command)).isEqualTo(78);
      assertThat(err.toString())
          .contains(":1: desk.address: must be", ":2: surprise: is unknown", "imap.host")
          .doesNotContain("Exception", "\tat ");
    }
    assertThat(runDesk("tickets", "list")).isEqualTo(78);
    assertThat(runDesk("quarantine", "list")).isEqualTo(78);
    assertThat(run("poll", "--config", folder.resolve("none.yaml").toString())).isEqualTo(78);
    assertThat(err.toString()).hasLineCount(1);
  }

  @Test
  void anotherSigningKeyIsSaidToBeOne() throws Exception {
    write("Locked out", "I lost my phone and cannot log in. My username is nora.");
    intakeOnly();
    String other = "YW5vdGhlciBzZWNyZXQsIGFsc28gMzIgb2N0ZXRzIGxvbmc=";
    String text = Files.readString(config);
    Files.writeString(config, text.replaceFirst("signing-key: .*", "signing-key: " + other));

    assertThat(runDesk("poll")).isEqualTo(69);
    assertThat(err.toString()).contains("signing-key", "former-keys").hasLineCount(1);
  }

  @Test
  void wrongUsageIsSaid() {
    assertThat(run("tickets")).isEqualTo(64);
    assertThat(run("templates")).isEqualTo(64);
    assertThat(run("quarantine")).isEqualTo(64);
    assertThat(run("quarantine", "show", "one")).isEqualTo(64);
    assertThat(run("tickets", "list", "--limit", "many")).isEqualTo(64);
    assertThat(run("run", "--fast")).isEqualTo(64);
    assertThat(err.toString()).contains("--fast").doesNotContain("Exception");
  }

  @Test
  void everyCommandHelps() {
    for (String command :
        List.of(
            "run",
            "poll",
            "check",
            "tickets",
            "mails",
            "quarantine",
            "audit",
            "restored",
            "templates")) {
      assertThat(run(command, "--help")).isZero();
      assertThat(out.toString()).contains("Usage: latchkey " + command, "Example", "latchkey ");
    }
    assertThat(run("tickets", "show", "--help")).isZero();
    assertThat(out.toString()).contains("LK-1042", "--config");
  }
}
