package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.Desk;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.EveryText;
import dev.latchkey.store.erasure.Erasure;
import dev.latchkey.store.erasure.ErasurePlan;
import dev.latchkey.trust.secret.SigningKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is erased stands in no column of no table any more, and everybody else does as before. */
class PrivacyCommandTest {
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");
  private static final EmailAddress MIA = EmailAddress.of("mia@elsewhere.example");

  /** Hers contains the whole of nora's address. */
  private static final EmailAddress LENORA = EmailAddress.of("le.nora@outside.example");

  private static final EmailAddress ALICE = EmailAddress.of("alice@staff.example");
  private static final String LOCKED_OUT = "I lost my phone and cannot log in. My username is ";
  private static final String KEY = "not a secret, but thirty-two bytes!";

  @TempDir private Path folder;
  private CommandDesk desk;
  private EveryText everything;

  @BeforeEach
  void start() throws Exception {
    desk =
        CommandDesk.open(
            PrivacyCommandTest.class,
            folder,
            "nora,nora@outside.example verified since 2021-03-01,yes,no,no",
            "mia,mia@elsewhere.example verified since 2021-03-01,yes,no,no",
            "lena,le.nora@outside.example verified since 2021-03-01,yes,no,no");
    for (EmailAddress person : List.of(NORA, MIA, LENORA, ALICE)) {
      desk.server().addUser(person, "secret");
    }
    everything =
        new EveryText(desk.schema(), SigningKey.of(KEY.getBytes(StandardCharsets.US_ASCII)));
    desk.settings(
        "digest: {at: 00:00, days: [monday, tuesday, wednesday, thursday, friday, saturday,"
            + " sunday]}");
    Files.writeString(
        desk.config(),
        Files.readString(desk.config())
            .replace("desk: {", "desk: {required: [account-name, reason], "));
    write(NORA, "Locked out", LOCKED_OUT + "nora, and the lighthouse is mine.");
    write(MIA, "Locked out", LOCKED_OUT + "mia");
    write(LENORA, "Locked out", LOCKED_OUT + "lena");
    poll();
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "HOLD")).as(desk.err()).isZero();
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "RESUME")).isZero();
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "NOTE", "nora", "rang")).isZero();
    poll();
    write(NORA, "The lighthouse", "Is there any news about the lighthouse?");
    poll();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  private void close(String reference) {
    assertThat(desk.run("tickets", "do", "--yes", reference, "REJECT", "Not", "yours."))
        .as(desk.err())
        .isZero();
    poll();
  }

  @Test
  void whoIsErasedStandsInNoColumnOfNoTable() throws Exception {
    close("LK-1001");
    desk.schema().change("DELETE FROM digest");
    poll();
    assertThat(everything.holding("lighthouse")).isNotEmpty();
    assertThat(everything.holding("nora@"))
        .anyMatch(place -> place.startsWith("outbox.sealed"))
        .anyMatch(place -> place.startsWith("history."))
        .anyMatch(place -> place.startsWith("token."))
        .anyMatch(place -> place.startsWith("on_record."))
        .anyMatch(place -> place.startsWith("budget."));
    List<String> others = others();
    int processed = desk.subjects("Processed").size();

    assertThat(desk.run("privacy", "erase", "--dry-run", NORA.toString())).as(desk.err()).isZero();
    assertThat(desk.out()).contains("LK-1001 of nora@outside.example, REJECTED since");
    assertThat(everything.holding("lighthouse")).isNotEmpty();
    assertThat(desk.run("privacy", "erase", NORA.toString())).isEqualTo(64);
    assertThat(desk.run("privacy", "erase", "--yes", NORA.toString())).as(desk.err()).isZero();
    assertThat(desk.out()).contains("nothing in the database names nora@outside.example");
    assertThat(desk.err()).contains("erasing 1 ticket, ", "it is erased; looking whether");

    assertThat(everything.holding("lighthouse")).isEmpty();
    assertThat(everything.holding("lk-1001")).isEmpty();
    assertThat(everything.holding("nora"))
        .allMatch(place -> place.contains("le.nora@outside.example"));
    assertThat(others()).isEqualTo(others).isNotEmpty();
    assertThat(desk.run("audit")).as(desk.out()).isZero();
    assertThat(desk.run("privacy", "erase", "--yes", NORA.toString())).isZero();
    poll();
    assertThat(desk.subjects("Processed")).hasSize(processed - 2).doesNotContain("The lighthouse");

    write(NORA, "Once more", LOCKED_OUT + "nora");
    poll();
    assertThat(desk.run("tickets", "show", "LK-1004")).as("she may ask anew").isZero();
  }

  @Test
  void aLetterOfNoTicketThatNamesTheReferenceAloneGoesToo() throws Exception {
    close("LK-1001");
    desk.schema().change("DELETE FROM digest");
    poll();
    assertThat(everything.reword(text -> text.replace(NORA.toString(), "(somebody)"))).isPositive();
    String loose = "SELECT COUNT(*) FROM outbox WHERE ticket_id IS NULL";
    List<String> before = rows(loose);

    assertThat(desk.run("privacy", "erase", "--yes", NORA.toString())).as(desk.err()).isZero();
    assertThat(rows(loose)).isNotEqualTo(before);
    assertThat(everything.holding("lk-1001")).isEmpty();
  }

  /** An answer of the staff to a letter of which a restored dump knows nothing. */
  @Test
  void aMailOfNoTicketThatNamesTheReferenceAloneGoesWithItsCopy() throws Exception {
    write(ALICE, "Re: Please carry out the reset of nora - LK-1001", "DONE");
    write(ALICE, "Re: Please carry out the reset of mia - LK-1002", "DONE");
    poll();
    close("LK-1001");
    assertThat(rows("SELECT subject FROM mail WHERE ticket_id IS NULL AND subject LIKE 'Re: %'"))
        .hasSize(2);

    assertThat(desk.run("privacy", "erase", "--yes", NORA.toString())).as(desk.err()).isZero();

    poll();
    assertThat(rows("SELECT subject FROM mail WHERE ticket_id IS NULL AND subject LIKE 'Re: %'"))
        .containsExactly("Re: Please carry out the reset of mia - LK-1002");
    assertThat(desk.subjects("Processed"))
        .contains("Re: Please carry out the reset of mia - LK-1002")
        .doesNotContain("Re: Please carry out the reset of nora - LK-1001");
  }

  @Test
  void theSecondLookOpensWhatCameSinceAndNothingTwice() throws Exception {
    List<String> sent =
        rows("SELECT id FROM outbox WHERE state = 'SENT' AND recipient NOT LIKE 'nora@%' LIMIT 2");
    Settings settings = SettingsFile.read(desk.config(), System::getenv);
    try (Desk open =
        Desk.open(
            settings,
            Desk.Outside.of(settings, InstantSource.system()),
            Failpoints.NONE,
            (mail, outcome, ticket, reason) -> {})) {
      Erasure erasure = open.erasure();
      Erasure.Watcher nobody = (things, done, all) -> {};
      ErasurePlan first = erasure.plan(NORA, nobody);
      assertThat(first.tickets()).hasSize(1);
      assertThat(first.letters()).isNotEmpty();
      assertThat(first.unopened()).isZero();

      desk.schema().change("UPDATE outbox SET sealed = 'gone' WHERE id = " + sent.get(0));
      ErasurePlan second = erasure.planAgain(first, nobody);
      assertThat(second.unopened()).as("it was opened before").isZero();
      assertThat(second.tickets()).isEqualTo(first.tickets());
      assertThat(second.mails()).isEqualTo(first.mails());

      desk.schema().change("UPDATE outbox SET id = id + 100000 WHERE id = " + sent.get(1));
      assertThat(erasure.planAgain(first, nobody).unopened()).as("a new number").isEqualTo(1);
      assertThat(erasure.plan(NORA, nobody).unopened()).isEqualTo(2);
    }
  }

  @Test
  void whatCannotBeOpenedIsToldInOneTrueSentence() throws Exception {
    close("LK-1001");
    desk.schema().change("DELETE FROM digest");
    poll();
    desk.schema()
        .change(
            "UPDATE outbox SET sealed = CONCAT(LEFT(sealed, LENGTH(sealed) - 1),"
                + " CHAR(ASCII(RIGHT(sealed, 1)) ^ 1)) WHERE recipient NOT LIKE 'nora@%'"
                + " ORDER BY id LIMIT 1");
    assertThat(desk.run("privacy", "erase", "--yes", NORA.toString())).isEqualTo(1);
    assertThat(desk.out()).contains("1 ticket, ").doesNotContain("nothing in the database names");
    assertThat(desk.err())
        .contains("erased is what can be read of nora@outside.example; 1 sealed row cannot be");
  }

  @Test
  void whatIsUnderWayIsAnObstacle() throws Exception {
    assertThat(desk.run("privacy", "erase", "--yes", NORA.toString())).isEqualTo(1);
    assertThat(desk.err()).contains("LK-1001 is open (IN_REVIEW)", "nothing was erased");
    close("LK-1001");
    write(NORA, "Hello", "One more about the lighthouse.");
    desk.schema()
        .change("UPDATE outbox SET state = 'PENDING' WHERE recipient LIKE 'nora@%' LIMIT 1");
    assertThat(desk.run("privacy", "erase", "--yes", NORA.toString())).isEqualTo(1);
    assertThat(desk.err()).contains("waits to be sent");
    assertThat(everything.holding("lighthouse")).isNotEmpty();
    assertThat(desk.run("privacy", "erase", "--yes", ALICE.toString())).isEqualTo(64);
    assertThat(desk.err()).contains("one of the staff");
  }

  @Test
  void whatIsKeptOfThemIsTold() throws Exception {
    assertThat(desk.run("privacy", "export", "nobody@outside.example")).isEqualTo(1);
    assertThat(desk.run("privacy", "export", "nobody")).isEqualTo(64);
    assertThat(desk.run("privacy", "export", NORA.toString())).as(desk.err()).isZero();
    JsonNode told = new ObjectMapper().readTree(desk.out());
    assertThat(told.at("/tickets/0/reference").asText()).isEqualTo("LK-1001");
    assertThat(told.at("/tickets/0/history").size()).isPositive();
    assertThat(told.at("/mails/0/written").asText()).contains("the lighthouse is mine");
    assertThat(told.get("letters").toString()).contains("LK-1001").doesNotContain("alice@");
    assertThat(desk.out()).doesNotContain("mia@", "rang", "le.nora@");
    String code = desk.schema().rows("SELECT COUNT(*) FROM outbox WHERE letter = 'CODE'").get(0);
    assertThat(code).isNotEqualTo("0");
    assertThat(told.get("letters").toString()).contains("[…]");
  }

  @Test
  void whatEndedLongAgoGoesAndNothingElse() throws Exception {
    close("LK-1001");
    close("LK-1002");
    assertThat(desk.run("privacy", "expired")).isEqualTo(1);
    assertThat(desk.err()).contains("retention.ended is not set");
    Files.writeString(
        desk.config(), Files.readString(desk.config()) + "\nretention: {ended: 59d}\n");
    assertThat(desk.run("privacy", "expired")).isEqualTo(78);
    assertThat(desk.err()).contains("retention.ended: must be 60d or more");
    Files.writeString(
        desk.config(), Files.readString(desk.config()).replace("ended: 59d", "ended: 60d"));
    desk.schema()
        .change("UPDATE ticket SET closed_at = closed_at - INTERVAL 61 DAY WHERE id = 1001");

    assertThat(desk.run("privacy", "expired", "--dry-run")).isZero();
    assertThat(desk.out()).contains("LK-1001").doesNotContain("LK-1002");
    assertThat(rows("SELECT id FROM ticket ORDER BY id")).containsExactly("1001", "1002", "1003");
    poll();
    assertThat(rows("SELECT id FROM ticket ORDER BY id")).containsExactly("1002", "1003");
    assertThat(everything.holding("lighthouse is mine")).isEmpty();
    assertThat(desk.run("audit")).isZero();
    assertThat(desk.run("privacy", "expired")).isZero();
    assertThat(desk.out()).contains("erased: 0");
  }

  /** All that is of the two others alone. */
  private List<String> others() throws SQLException {
    List<String> rows =
        rows(
            "SELECT CONCAT_WS('|', ticket_id, hash) FROM history WHERE ticket_id > 1001 ORDER BY"
                + " 1");
    rows.addAll(
        rows(
            "SELECT CONCAT_WS('|', id, subject, written) FROM mail WHERE ticket_id > 1001 ORDER BY"
                + " id"));
    rows.addAll(
        rows("SELECT MD5(CONCAT(id, sealed)) FROM outbox WHERE ticket_id > 1001 ORDER BY id"));
    return rows;
  }

  private List<String> rows(String query) throws SQLException {
    return desk.schema().rows(query);
  }

  private void write(EmailAddress from, String subject, String text) throws Exception {
    desk.write(from, subject, text);
  }

  private void poll() {
    assertThat(desk.run("poll")).as(desk.err()).isZero();
  }
}
