package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.Desk;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real desk: MariaDB, and mail servers that speak IMAP and SMTP. */
class DeskCommandsTest {
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");

  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk =
        CommandDesk.open(
            DeskCommandsTest.class,
            folder,
            "nora,nora@outside.example verified since 2021-03-01,yes,no,no");
    desk.server().addUser(NORA, "secret");
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  /** Takes mails in without working on them. */
  private void intakeOnly() throws Exception {
    Settings settings = SettingsFile.read(desk.config(), System::getenv);
    try (Desk opened =
        Desk.open(
            settings,
            Desk.Outside.of(settings, InstantSource.system()),
            Failpoints.NONE,
            (mail, outcome, ticket, reason) -> {})) {
      opened.database().migrate();
      opened.loops().takeIn();
    }
  }

  private void write(String subject, String text) throws Exception {
    desk.write(NORA, subject, text);
  }

  @Test
  void aRequestIsTakenInAnsweredAndListed() throws Exception {
    write("Locked out", "Hello,\n\nI lost my phone and cannot log in. My username is nora.");

    assertThat(desk.run("poll")).as(desk.err()).isZero();
    assertThat(desk.out()).contains("1 mail taken in, 1 worked on");
    List<MailBytes> answers = desk.server().take(NORA);
    assertThat(answers).isNotEmpty();
    assertThat(new String(answers.get(0).octets(), StandardCharsets.UTF_8))
        .contains("LK-1001", "Auto-Submitted: auto-replied");

    assertThat(desk.run("tickets", "list", "--json")).isZero();
    JsonNode ticket = new ObjectMapper().readTree(desk.out());
    assertThat(ticket.get("reference").asText()).isEqualTo("LK-1001");
    assertThat(ticket.get("requester").asText()).isEqualTo("nora@outside.example");
    assertThat(ticket.get("account").asText()).isEqualTo("nora");

    assertThat(desk.run("tickets", "list")).isZero();
    assertThat(desk.out().lines()).hasSize(2);
    assertThat(desk.run("tickets", "show", "LK-1001")).isZero();
    assertThat(desk.out()).contains("I lost my phone", "OPENED", "TICKET_OPENED");
    assertThat(desk.run("tickets", "show", "lk-1001", "--json")).isZero();
    assertThat(new ObjectMapper().readTree(desk.out()).get("history")).isNotEmpty();
    assertThat(desk.run("tickets", "show", "LK-9")).isEqualTo(1);
    assertThat(desk.run("tickets", "show", "nine")).isEqualTo(64);
    assertThat(desk.run("mails")).isZero();
    assertThat(desk.out()).contains("TICKET_OPENED", "LK-1001", "Locked out");
  }

  @Test
  void whatWasNotAnsweredIsListed() throws Exception {
    write("Lunch", "Shall we have lunch on Friday? The new place at the harbour is nice.");
    assertThat(desk.run("poll")).isZero();

    assertThat(desk.run("mails", "--unanswered")).isZero();
    assertThat(desk.out()).contains("NOT_A_REQUEST", "Lunch");

    desk.schema()
        .change(
            "UPDATE outbox SET letter = 'STAFF_REPLY' WHERE recipient = 'nora@outside.example'");
    assertThat(desk.run("mails", "--unanswered")).isZero();
    assertThat(desk.out()).doesNotContain("Lunch");
  }

  @Test
  void anEditOfTheHistoryIsFound() throws Exception {
    write("Locked out", "I lost my phone and cannot log in. My username is nora.");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.run("audit")).isZero();
    assertThat(desk.run("audit", "LK-1001")).isZero();

    desk.schema().change("UPDATE history SET actor_name = 'nobody' WHERE sequence = 1");
    assertThat(desk.run("audit")).isEqualTo(1);
    assertThat(desk.out()).contains("LK-1001: entry 1 was changed", "1 broken");
    assertThat(desk.run("audit", "LK-7")).isEqualTo(1);
  }

  @Test
  void aMailPutAsideIsShownExportedAndReplayed() throws Exception {
    write("Locked out", "I lost my phone and cannot log in. My username is nora.");
    intakeOnly();
    desk.schema()
        .change(
            "UPDATE mail SET state = 'QUARANTINED', outcome = 'FAILED', reasons = 'it \u001b[2J failed'");

    assertThat(desk.run("quarantine", "list")).isZero();
    assertThat(desk.out()).contains("FAILED").doesNotContain("\u001b");
    assertThat(desk.run("quarantine", "show", "1")).isZero();
    Path copy = folder.resolve("copy.eml");
    assertThat(desk.run("quarantine", "export", "1", copy.toString())).isZero();
    assertThat(Files.readString(copy)).contains("I lost my phone");
    assertThat(desk.run("quarantine", "export", "1", copy.toString())).isEqualTo(73);
    assertThat(desk.run("quarantine", "replay", "1")).isZero();
    assertThat(desk.run("quarantine", "replay", "1")).isEqualTo(1);
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.run("tickets", "list")).isZero();
    assertThat(desk.out()).contains("LK-1001");
  }

  @Test
  void whatIsReplayedIsDueByTheClockOfTheDesk() throws Exception {
    write("Locked out", "I lost my phone and cannot log in. My username is nora.");
    intakeOnly();
    desk.schema().change("UPDATE mail SET state = 'QUARANTINED', outcome = 'FAILED'");
    String behind =
        "sessionVariables=timestamp=" + Instant.now().minusSeconds(3600).getEpochSecond();
    String text = Files.readString(desk.config());
    Files.writeString(
        desk.config(), text.replaceFirst("(jdbc:mariadb:[^\\s\"']*)", "$1&" + behind));

    assertThat(desk.run("quarantine", "replay", "1")).isZero();
    assertThat(
            desk.schema()
                .rows(
                    "SELECT COUNT(*) FROM mail WHERE next_attempt_at < UTC_TIMESTAMP() - INTERVAL 50 MINUTE"))
        .containsExactly("1");
  }

  @Test
  void checkProvesEverythingInOneLineEach() throws IOException {
    assertThat(desk.run("check")).as(desk.out()).isZero();
    assertThat(desk.out())
        .contains(
            " migrations are to come",
            "ok    database: sql_mode is strict",
            "ok    database: character set utf8mb4",
            "ok    database: a commit survives a power cut",
            "ok    imap: support@desk.example@127.0.0.1",
            "ok    smtp: 127.0.0.1",
            "ok    accounts: in the file: 1; with a verified address: 1, links: 0, keys: 0, co-owners: 0",
            "ok    action: the staff carry out each recovery and answer DONE",
            "ok    authentication: results of mx.desk.example are trusted",
            "warn  links.conduct is not set: letters ask whether requesters agree");
    assertThat(desk.out().lines()).allMatch(line -> line.matches("(ok|warn|FAIL) .*"));

    String text = Files.readString(desk.config());
    Files.writeString(desk.config(), text.replace("authserv-ids: [mx.desk.example]", ""));
    assertThat(desk.run("check")).isZero();
    assertThat(desk.out()).contains("warn  no trusted authentication server configured");

    Files.writeString(
        desk.config(),
        text
            + "\nlinks: {conduct: \"https://index.example/conduct\"}\n"
            + "words: {in_person: the service desk in the library}\n");
    assertThat(desk.run("check")).isZero();
    assertThat(desk.out())
        .doesNotContain("links.conduct")
        .contains("warn  words.in_person is told in no letter");
  }

  @Test
  void twoApproversWithOneSecretAreToldOf() throws IOException {
    String text = Files.readString(desk.config());
    String secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    Files.writeString(
        desk.config(),
        text.replace(
            "[{address: alice@staff.example}]",
            "[{address: alice@staff.example, totp: %s}, {address: bob@staff.example, totp: %s}]"
                .formatted(secret, secret)));

    assertThat(desk.run("check")).isZero();
    assertThat(desk.out())
        .contains(
            "warn  staff: alice@staff.example and bob@staff.example have one totp secret,"
                + " so whoever has it can approve as both");
  }

  @Test
  void whatWaitsInAnOldMailboxIsSaidBeforeItIsAnswered() throws Exception {
    for (int i = 0; i < 51; i++) {
      write("Old mail " + i, "Something of last year, number " + i);
    }
    assertThat(desk.run("check")).isZero();
    assertThat(desk.out()).contains("warn  imap: 51 mails wait, and all are answered");
  }

  @Test
  void whatIsAwayIsOneClearLine() throws IOException {
    desk.settings(1, 1, "");
    Files.delete(folder.resolve("accounts.csv"));

    assertThat(desk.run("check")).isEqualTo(1);
    assertThat(desk.out()).contains("FAIL  imap:", "FAIL  smtp:", "FAIL  accounts:");
    assertThat(desk.run("poll")).isEqualTo(69);
    assertThat(desk.err()).startsWith("latchkey: mailbox: 127.0.0.1:1").hasLineCount(1);
  }

  @Test
  void wrongSettingsAreTellingOnTheirOwn() throws IOException {
    Files.writeString(desk.config(), "desk: {name: x, address: y}\nsurprise: 1\n");
    for (String command : List.of("run", "poll", "check", "mails", "audit")) {
      assertThat(desk.run(command)).isEqualTo(78);
      assertThat(desk.err())
          .contains(":1: desk.address: must be", ":2: surprise: is unknown", "imap.host")
          .doesNotContain("Exception", "\tat ");
    }
    assertThat(desk.run("tickets", "list")).isEqualTo(78);
    assertThat(desk.run("quarantine", "list")).isEqualTo(78);
    assertThat(desk.runBare("poll", "--config", folder.resolve("none.yaml").toString()))
        .isEqualTo(78);
    assertThat(desk.err()).hasLineCount(1);
  }

  @Test
  void anotherSigningKeyIsSaidToBeOne() throws Exception {
    write("Locked out", "I lost my phone and cannot log in. My username is nora.");
    intakeOnly();
    String other = "YW5vdGhlciBzZWNyZXQsIGFsc28gMzIgb2N0ZXRzIGxvbmc=";
    String text = Files.readString(desk.config());
    Files.writeString(desk.config(), text.replaceFirst("signing-key: .*", "signing-key: " + other));

    assertThat(desk.run("poll")).isEqualTo(69);
    assertThat(desk.err()).contains("signing-key", "former-keys").hasLineCount(1);
  }

  @Test
  void wrongUsageIsSaid() {
    assertThat(desk.runBare("tickets")).isEqualTo(64);
    assertThat(desk.runBare("templates")).isEqualTo(64);
    assertThat(desk.runBare("quarantine")).isEqualTo(64);
    assertThat(desk.runBare("quarantine", "show", "one")).isEqualTo(64);
    assertThat(desk.runBare("tickets", "list", "--limit", "many")).isEqualTo(64);
    assertThat(desk.runBare("outbox", "list", "--limit", "0")).isEqualTo(64);
    assertThat(desk.runBare("run", "--fast")).isEqualTo(64);
    assertThat(desk.err()).contains("--fast").doesNotContain("Exception");
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
            "outbox",
            "import",
            "audit",
            "restored",
            "templates")) {
      assertThat(desk.runBare(command, "--help")).isZero();
      assertThat(desk.out()).contains("Usage: latchkey " + command, "Example", "latchkey ");
    }
    assertThat(desk.runBare("tickets", "show", "--help")).isZero();
    assertThat(desk.out()).contains("LK-1042", "--config");
  }
}
