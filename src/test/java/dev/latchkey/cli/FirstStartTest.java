package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.loop.ImportProgress;
import dev.latchkey.mail.EmailAddress;
import jakarta.mail.Flags;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk that starts on a mailbox that was used before does not answer the past. */
class FirstStartTest {
  private static final EmailAddress ANN = EmailAddress.of("ann@outside.example");
  private static final String OLD = "Mon, 02 Mar 2020 10:00:00 +0000";
  private static final String LOCKED_OUT = "I lost my phone and cannot log in. My username is ";

  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk = CommandDesk.open(FirstStartTest.class, folder);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void whatIsOldOrReadOrAnsweredIsPutAsideAndTheRestIsAnswered() throws Exception {
    desk.append(ANN, "old", LOCKED_OUT + "one", OLD);
    desk.append(ANN, "old and read", LOCKED_OUT + "two", OLD, Flags.Flag.SEEN);
    desk.write(EmailAddress.of("bob@outside.example"), "new and read", LOCKED_OUT + "bob");
    desk.write(EmailAddress.of("cleo@outside.example"), "new and answered", LOCKED_OUT + "cleo");
    desk.write(EmailAddress.of("dora@outside.example"), "new", LOCKED_OUT + "dora");
    desk.mark("new and read", Flags.Flag.SEEN);
    desk.mark("new and answered", Flags.Flag.ANSWERED);

    assertThat(desk.run("check")).isZero();
    assertThat(desk.out())
        .contains(
            "warn  imap: 5 mails wait. At the first start 1 is answered; 4 are moved to Older and"
                + " not answered, for they were read or answered before (3) or came before"
                + " intake.since (1)");
    assertThat(desk.subjects("INBOX")).hasSize(5);
    assertThat(desk.run("poll")).as(desk.err()).isZero();

    assertThat(desk.subjects("INBOX")).isEmpty();
    assertThat(desk.subjects("Processed")).containsExactly("new");
    assertThat(desk.subjects("Older"))
        .containsExactlyInAnyOrder("old", "old and read", "new and read", "new and answered");
    assertThat(desk.schema().rows("SELECT requester FROM ticket"))
        .containsExactly("dora@outside.example");
  }

  @Test
  void aLaterStartAnswersWhatCameMeanwhileHoweverOldItLooks() throws Exception {
    assertThat(desk.run("poll")).isZero();
    desk.append(ANN, "moved here from another server", LOCKED_OUT + "ann", OLD, Flags.Flag.SEEN);

    assertThat(desk.run("check")).isZero();
    assertThat(desk.out()).contains("ok    imap: 1 mail waits, and is answered");
    assertThat(desk.run("poll")).isZero();

    assertThat(desk.schema().rows("SELECT requester FROM ticket")).containsExactly(ANN.toString());
    assertThat(desk.subjects("Older")).isEmpty();
  }

  @Test
  void aDeskThatWorkedBeforeThisVersionHasStarted() throws Exception {
    desk.write(ANN, "new", LOCKED_OUT + "ann");
    assertThat(desk.run("poll")).isZero();
    desk.schema()
        .change(
            "DROP TABLE first_start",
            "DROP TABLE unsafe_copy",
            "DROP TABLE on_record",
            "ALTER TABLE mail DROP COLUMN files, DROP KEY mail_outcome, DROP KEY mail_heard,"
                + " DROP KEY mail_sender, DROP KEY mail_line, DROP COLUMN place_at,"
                + " ADD KEY mail_waiting (state, next_attempt_at, id)",
            "ALTER TABLE outbox DROP KEY outbox_recipient",
            "DROP TABLE clock_step",
            "DROP TABLE restore_hold",
            "DROP TABLE restore_mark",
            "DROP TABLE kept_secret",
            "ALTER TABLE ticket DROP KEY ticket_opened, DROP KEY ticket_closed,"
                + " DROP KEY ticket_queue, ADD KEY ticket_queue (state, id),"
                + " DROP KEY ticket_decided, ADD KEY ticket_decided (decided_at)",
            "ALTER TABLE deed DROP KEY deed_at, ADD KEY deed_at (at, staff)",
            "DELETE FROM flyway_schema_history WHERE CAST(version AS INT) >= 15");
    desk.append(ANN, "old", LOCKED_OUT + "another", OLD);

    assertThat(desk.run("check")).isZero();
    assertThat(desk.out()).contains("1 mail waits, and is answered");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.subjects("Processed")).contains("old");
  }

  @Test
  void anOperatorMaySayFromWhenOnOrAll() throws Exception {
    desk.settings("intake: {since: 2020-03-01}");
    desk.append(ANN, "of that day", LOCKED_OUT + "ann", OLD);
    desk.append(ANN, "of the day before", LOCKED_OUT + "bo", "Sat, 29 Feb 2020 10:00:00 +0000");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.subjects("Processed")).containsExactly("of that day");
    assertThat(desk.subjects("Older")).containsExactly("of the day before");

    desk.settings("intake: {since: yesterday}");
    assertThat(desk.run("check")).isEqualTo(78);
    assertThat(desk.err()).contains("intake.since: must be all, a day like 2026-03-01");
  }

  @Test
  void allIsEvenWhatWasRead() throws Exception {
    desk.settings("intake: {since: all}");
    desk.append(ANN, "old and read", LOCKED_OUT + "ann", OLD, Flags.Flag.SEEN);
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.subjects("Processed")).containsExactly("old and read");
  }

  @Test
  void whatWouldHappenIsToldAndNothingIsChangedUntilItIsImported() throws Exception {
    desk.append(ANN, "old", LOCKED_OUT + "ann", OLD);
    desk.append(ANN, "older", LOCKED_OUT + "ann", "Mon, 04 Mar 2019 10:00:00 +0000");
    assertThat(desk.run("poll")).isZero();
    desk.write(EmailAddress.of("bob@outside.example"), "Locked out", LOCKED_OUT + "bob");
    desk.write(EmailAddress.of("bob@outside.example"), "Again", LOCKED_OUT + "bob, please help");

    assertThat(desk.run("import", "--dry-run")).as(desk.err()).isZero();
    assertThat(desk.out())
        .contains("2 mails would be worked on", "1 TICKET_OPENED", "bob@outside.example")
        .contains("1 ACKNOWLEDGEMENT", "nothing was changed");
    assertThat(desk.run("import", "--dry-run", "--since", "2020-01-01")).isZero();
    assertThat(desk.out())
        .contains("3 mails would be worked on", "2 TICKET_OPENED")
        .containsPattern("DETAILS_ADDED +new 1 ")
        .contains(" new 2 ")
        .doesNotContain("LK-");
    assertThat(desk.schema().rows("SELECT id FROM ticket")).isEmpty();
    assertThat(desk.schema().rows("SELECT id FROM mail")).isEmpty();
    assertThat(desk.schema().rows("SELECT id FROM outbox")).isEmpty();
    assertThat(desk.subjects("INBOX")).hasSize(2);
    assertThat(desk.subjects("Older")).hasSize(2);

    assertThat(desk.run("import")).isEqualTo(64);
    assertThat(desk.err()).contains("--since", "--all");
    assertThat(desk.run("import", "--since", "2020-01-01", "--all")).isEqualTo(64);
    assertThat(desk.err()).contains("contradict");
    assertThat(desk.subjects("Older")).hasSize(2);
    assertThat(desk.run("import", "--since", "2020-01-01")).isZero();
    assertThat(desk.out()).startsWith("1 mail was taken in");
    assertThat(desk.subjects("Older")).containsExactly("older");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.schema().rows("SELECT requester FROM ticket"))
        .containsExactlyInAnyOrder(ANN.toString(), "bob@outside.example");
    assertThat(desk.schema().rows("SELECT id FROM ticket"))
        .as("no number was used up")
        .containsExactlyInAnyOrder("1001", "1002");
    assertThat(desk.schema().rows("SELECT MIN(id) FROM mail UNION ALL SELECT MIN(id) FROM outbox"))
        .containsExactly("1", "1");
  }

  @Test
  void howFarAnImportIsIsToldAllTheWay() throws Exception {
    for (int i = 0; i < 21; i++) {
      desk.append(ANN, "old " + i, LOCKED_OUT + "ann", OLD);
    }
    assertThat(desk.run("poll")).isZero();
    List<String> told = new ArrayList<>();
    Settings settings = SettingsFile.read(desk.config(), name -> null);
    Desk.Outside outside = Desk.Outside.of(settings, InstantSource.system());
    try (Desk open =
        Desk.open(settings, outside, Failpoints.NONE, (mail, outcome, ticket, reason) -> {})) {
      ImportProgress progress = (done, all) -> told.add(done + " of " + all);
      open.loops().byHand().previewImport(Optional.of(Instant.EPOCH), 2, progress);
      assertThat(told).containsExactly("0 of 2", "1 of 2");
      told.clear();
      assertThat(open.loops().byHand().importOlder(Instant.EPOCH, progress)).isEqualTo(21);
      assertThat(told).containsExactly("0 of 21", "20 of 21");
    }
    assertThat(desk.subjects("Older")).isEmpty();
  }

  /** More than are in memory at a time: what a later portion does, builds on those before it. */
  @Test
  void thePreviewOfManyMailsIsThatOfOneDesk() throws Exception {
    assertThat(desk.run("poll")).isZero();
    EmailAddress bob = EmailAddress.of("bob@outside.example");
    desk.write(bob, "Locked out", LOCKED_OUT + "bob");
    for (int i = 0; i < 100; i++) {
      desk.write(EmailAddress.of("p" + i + "@outside.example"), "Thanks", "Thank you.");
    }
    desk.write(bob, "Again", LOCKED_OUT + "bob, please help");

    assertThat(desk.run("import", "--dry-run")).as(desk.err()).isZero();

    assertThat(desk.out()).contains("102 mails would be worked on", "1 TICKET_OPENED");
    assertThat(desk.schema().rows("SELECT id FROM mail")).isEmpty();
    assertThat(desk.schema().rows("SELECT id FROM outbox")).isEmpty();
  }

  @Test
  void beforeTheFirstStartThePreviewKnowsWhatItPutsAside() throws Exception {
    desk.append(ANN, "old", LOCKED_OUT + "ann", OLD);
    desk.write(EmailAddress.of("bob@outside.example"), "Locked out", LOCKED_OUT + "bob");
    assertThat(desk.run("import", "--dry-run")).as(desk.err()).isZero();
    assertThat(desk.out())
        .contains("1 mail would be worked on", "1 mail of the inbox would be put aside");
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.subjects("Older")).containsExactly("old");
  }
}
