package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.mail.EmailAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is hidden from an operator, and nothing stuck for good. */
class StuckLettersTest {
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");
  private static final String LOCKED_OUT = "I lost my phone and cannot log in. My username is ";

  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void start() throws IOException {
    desk =
        CommandDesk.open(
            StuckLettersTest.class,
            folder,
            "nora,nora@outside.example verified since 2021-03-01,yes,no,no",
            "mia,mia@elsewhere.example verified since 2021-03-01,yes,no,no");
  }

  /** So that one short mail is enough for a code. */
  private void askLittle() throws IOException {
    Files.writeString(
        desk.config(),
        Files.readString(desk.config())
            .replace("desk: {", "desk: {required: [account-name, reason], "));
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void aParkedLetterIsListedAndSentByHandAndTheHistorySaysWho() throws Exception {
    desk.write(NORA, "Locked out", LOCKED_OUT + "nora");
    assertThat(desk.run("poll")).as(desk.err()).isZero();

    assertThat(desk.run("outbox", "list")).isZero();
    assertThat(desk.out()).contains("PARKED", "ACKNOWLEDGEMENT", "LK-1001", "no such mailbox here");
    assertThat(desk.run("outbox", "list", "--state", "lost")).isEqualTo(64);
    assertThat(desk.run("outbox", "list", "--state", "parked", "--json")).isZero();
    JsonNode first = new ObjectMapper().readTree(desk.out().lines().findFirst().orElseThrow());
    assertThat(first.get("recipient").asText()).isEqualTo(NORA.toString());
    assertThat(desk.run("outbox", "retry")).isEqualTo(64);
    assertThat(desk.err()).contains("--parked");

    desk.server().addUser(NORA, "secret");
    assertThat(desk.run("outbox", "retry", "--parked")).isZero();
    assertThat(desk.out()).contains("is sent at the next delivery");
    assertThat(desk.run("poll")).isZero();

    assertThat(desk.server().delivered(NORA)).isNotEmpty();
    assertThat(desk.run("outbox", "retry", first.get("id").asText())).isEqualTo(1);
    assertThat(desk.out()).contains("does not wait");
    assertThat(desk.run("tickets", "show", "LK-1001")).isZero();
    assertThat(desk.out())
        .contains("OPERATOR " + Operator.name(), "to nora@outside.example is sent by hand");
    assertThat(desk.run("audit")).isZero();
  }

  @Test
  void aLetterThatCannotBeOpenedIsSentByNobodysWord() throws Exception {
    desk.write(NORA, "Locked out", LOCKED_OUT + "nora");
    assertThat(desk.run("poll")).as(desk.err()).isZero();
    desk.schema()
        .change(
            "UPDATE outbox SET sealed = CONCAT(LEFT(sealed, LENGTH(sealed) - 1),"
                + " CHAR(ASCII(RIGHT(sealed, 1)) ^ 1)) WHERE state = 'PARKED'");

    assertThat(desk.run("outbox", "retry", "--parked")).isEqualTo(1);
    assertThat(desk.out())
        .contains("cannot be sent, for its stored text cannot be opened", "outbox drop")
        .doesNotContain("is sent at the next delivery");
    assertThat(desk.schema().rows("SELECT DISTINCT state FROM outbox WHERE letter = 'CODE'"))
        .doesNotContain("PENDING");
  }

  @Test
  void aCodeWhoseTicketIsClosedIsSentByNobodysWord() throws Exception {
    String code = waitingCode();
    withdraw();

    assertThat(desk.run("outbox", "retry", code)).isZero();
    assertThat(desk.out()).contains("is true no more");
    assertThat(desk.schema().rows("SELECT state FROM outbox WHERE id = " + code))
        .containsExactly("DROPPED");
  }

  @Test
  void aLetterIsDroppedForAReasonThatIsKept() throws Exception {
    String code = waitingCode();

    assertThat(desk.run("outbox", "drop", code)).isEqualTo(64);
    assertThat(desk.run("outbox", "drop", code, "--because", "the address is dead")).isZero();
    assertThat(desk.schema().rows("SELECT last_answer FROM outbox WHERE id = " + code))
        .containsExactly("not sent, by hand: the address is dead");
    assertThat(desk.run("outbox", "drop", code, "--because", "again")).isEqualTo(1);
  }

  @Test
  void aLetterThatWaitsForItsBudgetIsSentOnTheOperatorsWord() throws Exception {
    EmailAddress mia = EmailAddress.of("mia@elsewhere.example");
    desk.server().addUser(NORA, "secret");
    desk.server().addUser(mia, "secret");
    desk.settings("budgets: {code: {total-per-hour: 1}, own-code: {total-per-hour: 1}}");
    askLittle();
    desk.write(NORA, "Locked out", LOCKED_OUT + "nora");
    desk.write(mia, "Locked out", LOCKED_OUT + "mia");
    assertThat(desk.run("poll")).as(desk.err()).isZero();
    assertThat(desk.run("outbox", "list", "--state", "WAITING")).isZero();
    assertThat(desk.out()).contains("CODE", "held back: the budget of");

    assertThat(desk.run("outbox", "retry", "--waiting")).isZero();
    assertThat(desk.run("poll")).isZero();
    assertThat(desk.schema().rows("SELECT state FROM outbox WHERE letter = 'CODE'"))
        .containsExactly("SENT", "SENT");
  }

  @Test
  void aLetterThatItsBudgetDroppedIsSentOnTheOperatorsWordOnce() throws Exception {
    desk.server().addUser(NORA, "secret");
    desk.settings(
        "budgets: {acknowledgement: {per-address-per-day: 1}, stranger: {per-address-per-day: 1}}");
    desk.write(NORA, "Locked out", LOCKED_OUT + "nora");
    assertThat(desk.run("poll")).as(desk.err()).isZero();
    desk.write(NORA, "Locked out again", LOCKED_OUT + "mia");
    assertThat(desk.run("poll")).as(desk.err()).isZero();
    String letter = desk.schema().rows("SELECT id FROM outbox WHERE state = 'DROPPED'").get(0);
    assertThat(desk.run("outbox", "drop", letter, "--because", "again")).isEqualTo(1);

    assertThat(desk.run("outbox", "retry", letter)).as(desk.out()).isZero();
    assertThat(desk.out()).contains("is sent at the next delivery");
    assertThat(desk.run("poll")).isZero();
    assertThat(state(letter)).isEqualTo("SENT");
    assertThat(desk.schema().rows("SELECT heard FROM mail ORDER BY id"))
        .containsExactly("WRITER", "BOTH");
    assertThat(desk.run("tickets", "show", "LK-1002")).isZero();
    assertThat(desk.out())
        .contains("OPERATOR " + Operator.name(), "to nora@outside.example is sent by hand");
    assertThat(desk.run("outbox", "retry", letter)).isEqualTo(1);
    assertThat(desk.run("audit")).isZero();
  }

  @Test
  void aDroppedLetterThatIsTrueNoMoreOrWasWrittenAgainIsSentByNobodysWord() throws Exception {
    String code = waitingCode();
    String receipt =
        desk.schema().rows("SELECT id FROM outbox WHERE letter = 'ACKNOWLEDGEMENT'").get(0);
    assertThat(desk.run("outbox", "drop", code, receipt, "--because", "by mistake")).isZero();

    desk.schema()
        .change(
            "INSERT INTO outbox (id, ticket_id, letter, dedupe_key, recipient, message_id, sealed,"
                + " created_at, state, attempts, next_attempt_at) SELECT 990000, ticket_id, letter,"
                + " 'again', recipient, '<again@desk>', sealed, created_at + INTERVAL 1 SECOND,"
                + " 'SENT', 0, next_attempt_at FROM outbox WHERE id = "
                + receipt);
    assertThat(desk.run("outbox", "retry", receipt)).isEqualTo(1);
    assertThat(desk.out()).contains("was written the like since");
    assertThat(state(receipt)).isEqualTo("DROPPED");

    withdraw();
    assertThat(desk.run("outbox", "retry", code)).isZero();
    assertThat(desk.out()).contains("is true no more");
    assertThat(state(code)).isEqualTo("DROPPED");
    assertThat(desk.schema().rows("SELECT last_answer FROM outbox WHERE id = " + code))
        .containsExactly("not sent, by hand: by mistake");
  }

  /** Nora asks, and her code waits for its budget. */
  private String waitingCode() throws Exception {
    askLittle();
    desk.write(NORA, "Locked out", LOCKED_OUT + "nora");
    assertThat(desk.run("poll")).isZero();
    return desk.schema().rows("SELECT id FROM outbox WHERE letter = 'CODE'").get(0);
  }

  private void withdraw() throws SQLException {
    desk.schema()
        .change(
            "UPDATE ticket SET state = 'WITHDRAWN', state_since = UTC_TIMESTAMP(6), closed_at ="
                + " UTC_TIMESTAMP(6)");
  }

  private String state(String letter) throws SQLException {
    return desk.schema().rows("SELECT state FROM outbox WHERE id = " + letter).get(0);
  }

  @Test
  void aMailIsShownWithAllReasonsAndItsOctetsWhileTheyAreKept() throws Exception {
    desk.write(NORA, "Locked out", LOCKED_OUT + "nora");
    assertThat(desk.run("poll")).isZero();

    assertThat(desk.run("mails", "show", "1")).isZero();
    assertThat(desk.out())
        .contains("TICKET_OPENED", "LK-1001", "nora@outside.example", "  | I lost my phone");
    assertThat(desk.run("mails", "show", "1", "--json")).isZero();
    JsonNode mail = new ObjectMapper().readTree(desk.out());
    assertThat(mail.get("outcome").asText()).isEqualTo("TICKET_OPENED");
    assertThat(mail.get("reasons").isArray()).isTrue();
    assertThat(desk.run("mails", "show", "1", "--raw")).isEqualTo(1);
    assertThat(desk.err()).contains("not kept any more", "folder of processed mails");
    assertThat(desk.run("mails", "show", "7")).isEqualTo(1);
    assertThat(desk.err()).contains("there is no mail 7");
  }
}
