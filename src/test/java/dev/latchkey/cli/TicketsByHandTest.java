package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.flow.staff.OperatorCommands;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operator of a stuck desk does what stops and ends, in the sight of all of the staff. */
class TicketsByHandTest {
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");
  private static final EmailAddress ALICE = EmailAddress.of("alice@staff.example");

  /** What completes a recovery, makes it easier, or speaks to people in the name of the staff. */
  private static final Set<Verb> OF_STAFF =
      EnumSet.of(
          Verb.APPROVE,
          Verb.SAW,
          Verb.LIFT,
          Verb.VOUCH,
          Verb.UNDO,
          Verb.ASK,
          Verb.REPLY,
          Verb.OPEN,
          Verb.STATUS,
          Verb.QUEUE,
          Verb.HELP);

  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void start() throws Exception {
    desk =
        CommandDesk.open(
            TicketsByHandTest.class,
            folder,
            "nora,nora@outside.example verified since 2021-03-01,yes,no,no");
    desk.server().addUser(NORA, "secret");
    desk.server().addUser(ALICE, "secret");
    desk.write(NORA, "Locked out", "I lost my phone and cannot log in. My username is nora");
    assertThat(desk.run("poll")).as(desk.err()).isZero();
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void aRehearsalSaysWhatWouldHappenAndChangesNothing() throws Exception {
    List<String> before =
        rows("SELECT COUNT(*) FROM history UNION ALL SELECT COUNT(*) FROM outbox");

    assertThat(desk.run("tickets", "do", "--dry-run", "LK-1001", "REJECT", "Not", "yours."))
        .as(desk.err())
        .isZero();
    assertThat(desk.out())
        .contains("REJECT LK-1001: of nora@outside.example, account nora;", "-> REJECTED")
        .contains("  REJECTED to nora@outside.example", "  DECIDED to alice@staff.example");
    assertThat(rows("SELECT COUNT(*) FROM history UNION ALL SELECT COUNT(*) FROM outbox"))
        .isEqualTo(before);
    assertThat(desk.run("tickets", "do", "LK-1001", "REJECT", "Not yours.")).isEqualTo(64);
    assertThat(desk.err()).contains("--yes");
    assertThat(state()).isNotEqualTo("REJECTED");
  }

  @Test
  void whatIsDoneStandsInTheHistoryAndIsToldToAllStaff() throws Exception {
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "HOLD", "until", "2099-01-01"))
        .as(desk.err())
        .isZero();
    assertThat(desk.out()).contains("done; LK-1001 is now ON_HOLD");
    assertThat(
            rows(
                "SELECT CONCAT_WS(' ', actor_kind, actor_name, authentication) FROM history WHERE event = 'HELD'"))
        .containsExactly("OPERATOR " + Operator.name() + " command line");
    assertThat(desk.run("poll")).isZero();
    assertThat(delivered(ALICE)).contains("Given by: " + Operator.name() + " (command line)");

    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "RESUME")).isZero();
    assertThat(state()).isEqualTo("IN_REVIEW");
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "NOTE", "the mail was down")).isZero();
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "ASSIGN", ALICE.toString())).isZero();
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "REJECT", "Not", "yours.")).isZero();
    assertThat(desk.run("poll")).isZero();
    assertThat(delivered(NORA)).contains("Not yours.");
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001", "REOPEN")).isZero();
    assertThat(desk.run("audit")).as(desk.out()).isZero();
  }

  @Test
  void anAccountIsFrozenInTheSightOfAllStaffAndItsOwners() throws Exception {
    desk.schema().change("UPDATE ticket SET account = NULL");
    assertThat(desk.run(order("FREEZE"))).isEqualTo(1);
    assertThat(desk.err()).contains("Account: not named yet");
    desk.schema().change("UPDATE ticket SET account = 'nora'");
    assertThat(desk.run(order("FREEZE her mailbox was taken over"))).as(desk.err()).isZero();

    assertThat(desk.out()).contains("NOTICE_FROZEN to nora@outside.example", "is now ON_HOLD");
    assertThat(
            rows(
                "SELECT CONCAT_WS(' ', event, actor_kind, actor_name, detail) FROM history"
                    + " WHERE event = 'FREEZE_ORDERED'"))
        .containsExactly(
            "FREEZE_ORDERED OPERATOR " + Operator.name() + " her mailbox was taken over");
    assertThat(desk.run("poll")).as(desk.err()).isZero();
    assertThat(delivered(ALICE))
        .contains("Given by: " + Operator.name() + " (command line)", "Lock the account");
    assertThat(desk.run("audit")).as(desk.out()).isZero();
  }

  @Test
  void whatTheOperatorDidAndNotedStandsInTheCaseUnderTheirName() throws Exception {
    desk.schema().change("UPDATE ticket SET state = 'EXECUTING', state_since = UTC_TIMESTAMP(6)");
    assertThat(desk.run(order("DONE"))).as(desk.err()).isZero();
    assertThat(desk.run(order("NOTE their mail server was away that night"))).isZero();
    assertThat(desk.run(order("REOPEN the link went to the old address"))).as(desk.err()).isZero();
    assertThat(desk.run(order("HOLD"))).as(desk.err()).isZero();
    assertThat(desk.run(order("RESUME"))).as(desk.err()).isZero();
    assertThat(desk.run("poll")).as(desk.err()).isZero();

    String operator = Operator.name() + " (command line)";
    assertThat(delivered(ALICE))
        .contains(operator + " opened the request again:", "Noted by " + operator + ", ")
        .contains("their mail server was away that night", "the link went to the old address");
    assertThat(rows("SELECT COUNT(*) FROM mail WHERE outcome = 'QUARANTINED'"))
        .containsExactly("0");
  }

  @Test
  void nothingThatSpeaksForARequesterIsTheOperators() throws Exception {
    assertThat(EnumSet.complementOf(EnumSet.copyOf(OF_STAFF))).isEqualTo(OperatorCommands.ALLOWED);
    List<String> before = rows("SELECT COUNT(*) FROM history");
    for (String words :
        List.of(
            "APPROVE AAAABBBB", "SAW BRANCH here", "LIFT COMPROMISE fine", "UNDO", "VOUCH kim")) {
      assertThat(desk.run(order(words))).as(words).isEqualTo(64);
      assertThat(desk.err()).contains("is not the operator's");
    }
    assertThat(desk.run(order("FORGET it"))).isEqualTo(64);
    assertThat(desk.err()).contains("Try: latchkey tickets do --help");
    assertThat(desk.run("tickets", "do", "--yes", "LK-1001")).isEqualTo(64);
    assertThat(rows("SELECT COUNT(*) FROM history")).isEqualTo(before);
  }

  @Test
  void whatIsNotTheirsIsSaidSoHoweverItIsWritten() {
    for (String words : List.of("APPROVE", "approve", "REPLY", "ASK", "SAW x")) {
      desk.run(order(words));
      assertThat(desk.err()).as(words).contains("is not the operator's");
    }
  }

  @Test
  void whatTheStateDoesNotAllowIsRefusedAsItIsToStaff() throws Exception {
    assertThat(desk.run(order("DONE"))).isEqualTo(1);
    assertThat(desk.err()).contains("DONE");
    desk.schema().change("UPDATE ticket SET state = 'ON_HOLD'");
    assertThat(desk.run(order("DONE"))).isEqualTo(1);
    assertThat(desk.err()).contains("EXECUTING", "RESUME puts LK-1001 before the staff again");
    desk.schema().change("UPDATE ticket SET state = 'IN_REVIEW'");
    assertThat(desk.run(order("REJECT"))).isEqualTo(1);
    assertThat(desk.run(order("ASSIGN me"))).isEqualTo(1);
    assertThat(desk.run(order("MERGE LK-1001"))).isEqualTo(1);
    assertThat(desk.run("tickets", "do", "--yes", "LK-999", "HOLD")).isEqualTo(1);
    assertThat(desk.err()).contains("there is no ticket LK-999");
    assertThat(desk.run("tickets", "retry", "LK-1001")).isEqualTo(1);
    assertThat(desk.out()).contains("nothing is being carried out");
    assertThat(desk.run("tickets", "retry", "LK-999")).isEqualTo(1);
  }

  @Test
  void anOrderThatWaitsForItsNextTryIsGivenAtOnceAndOneThatIsBeingTriedIsNot() throws Exception {
    desk.schema()
        .change(
            "UPDATE ticket SET state = 'EXECUTING', state_since = UTC_TIMESTAMP(6)",
            "INSERT INTO execution (decision, ticket_id, kind, state, attempts, next_attempt_at,"
                + " ordered_at) VALUES ('LK-1001-1', 1001, 'RESET', 'ORDERED', 1,"
                + " UTC_TIMESTAMP(6) + INTERVAL 9 MINUTE, UTC_TIMESTAMP(6))");
    assertThat(desk.run("tickets", "retry", "LK-1001")).isEqualTo(1);
    assertThat(desk.out()).contains("within ten minutes");

    desk.schema()
        .change(
            "UPDATE execution SET next_attempt_at = '2099-01-02 03:04:05', attempts = 2,"
                + " detail = 'answered 500'");
    assertThat(desk.run("tickets", "show", "LK-1001")).isZero();
    assertThat(desk.out())
        .contains("tried 2 times, next 2099-01-02", "the last time: answered 500");
    assertThat(desk.run("tickets", "list")).isZero();
    assertThat(desk.out()).contains("TRY 3 2099-01-02");
    assertThat(desk.run("tickets", "list", "--json")).isZero();
    assertThat(desk.out()).contains("\"attempts\":2", "\"detail\":\"answered 500\"");
    desk.run("health");
    assertThat(desk.out()).contains("LK-1001 was tried 2 times", "answered 500");
    assertThat(desk.run("tickets", "retry", "LK-1001")).isZero();
    assertThat(rows("SELECT next_attempt_at <= UTC_TIMESTAMP(6) FROM execution"))
        .containsExactly("1");
    assertThat(rows("SELECT detail FROM history WHERE actor_kind = 'OPERATOR'"))
        .containsExactly("the account system is asked at once");

    assertThat(desk.run(order("FAILED the account system is gone"))).as(desk.err()).isZero();
    assertThat(state()).isEqualTo("ON_HOLD");
    assertThat(rows("SELECT state FROM execution")).containsExactly("CALLED_OFF");
  }

  private String delivered(EmailAddress to) {
    return desk.server().delivered(to).stream()
        .map(mail -> new String(mail.octets(), StandardCharsets.UTF_8))
        .collect(Collectors.joining());
  }

  private static String[] order(String words) {
    return ("tickets do --yes LK-1001 " + words).split(" ");
  }

  private String state() throws SQLException {
    return rows("SELECT state FROM ticket").get(0);
  }

  private List<String> rows(String query) throws SQLException {
    return desk.schema().rows(query);
  }
}
