package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.FreezeOrder;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Staff stop a reset between the moment it is ordered and the answer of the account system. */
@NullMarked
class StoppedAtWorkTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final String ALICE = "alice@staff.example";
  private static final String OWNER = "dora@other.example";
  private static final RecoveryResult DONE = new RecoveryResult.Done("reset");

  private final Accounts accounts = new Accounts();
  private Conversation desk;

  /** An account system at work on the first order when Alice's command is read. */
  private static final Reference TICKET = new Reference(1001);

  private final class Accounts implements RecoveryAction {
    private final List<String> orders = new ArrayList<>();
    private String command = "";
    private RecoveryResult answer = DONE;
    private String then = "";
    private boolean byHand;

    @Override
    public RecoveryResult execute(RecoveryOrder order) {
      orders.add(order.idempotencyKey());
      if (orders.size() > 1) {
        return DONE;
      }
      if (byHand) {
        desk.desk().loops().byHand().tickets().give(TICKET, hold(), "root");
      } else {
        ordered(command);
      }
      if (!then.isEmpty()) {
        ordered(then);
      }
      return answer;
    }

    private StaffCommand hold() {
      return new StaffCommand(Verb.HOLD, Optional.empty(), Optional.empty(), "somebody rang");
    }

    private void ordered(String words) {
      try {
        desk.arrives(desk.answer(ALICE, desk.last("DECIDED", ALICE), words));
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
      desk.desk().loops().takeIn();
      desk.desk().loops().work();
      desk.desk().loops().deliver();
    }

    @Override
    public RecoveryResult freeze(FreezeOrder order) {
      return new RecoveryResult.Done("locked");
    }

    @Override
    public String describe() {
      return "an account system of the test";
    }
  }

  @BeforeEach
  void coolOff() throws IOException, SQLException {
    desk =
        new Conversation(
            TestDatabase.emptyFor(StoppedAtWorkTest.class),
            STORY.resolve("accounts.csv"),
            accounts);
    desk.proveOwnership(STORY);
    desk.alice("CASE", "APPROVE %CODE%");
    desk.after(Duration.ofDays(2));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FREEZE somebody rang", "HOLD somebody rang"})
  void whatWasDoneAllTheSameEverybodyReads(String command) throws SQLException {
    stopped(command, DONE);

    assertThat(desk.state(1001)).isEqualTo("ON_HOLD");
    assertThat(text("DECIDED", ALICE)).contains("ordered already, and it may be done");
    assertThat(text("RESET_TOO_LATE", ALICE)).contains("although it had been called off");
    assertThat(text("NOTICE_RECOVERED", OWNER))
        .contains("We had written to you", "all the same", "not me", "STOP-");
    assertThat(text("DONE_DESPITE", "dora@mail.example")).contains("carried out all the same");
    assertThat(sent("RECOVERED")).isEmpty();
    assertThat(sent("NOTICE_BACK_IN")).isEmpty();
    assertThat(sent("NOTICE_RECOVERED")).containsExactly(OWNER);
  }

  /** The operator types it in another process, while the account system is being asked. */
  @Test
  void soDoTheyWhereTheOperatorHeldIt() throws SQLException {
    accounts.byHand = true;
    stopped("HOLD", DONE);

    assertThat(desk.state(1001)).isEqualTo("ON_HOLD");
    assertThat(text("RESET_TOO_LATE", ALICE)).contains("although it had been called off");
    assertThat(sent("NOTICE_RECOVERED")).containsExactly(OWNER);
    assertThat(sent("RECOVERED")).isEmpty();
    desk.after(Duration.ofDays(1));
    assertThat(accounts.orders).containsExactly("LK-1001-1");
  }

  @Test
  void whoApprovesItOnceMoreReadsThatItWasDone() throws SQLException {
    stopped("HOLD somebody rang", DONE);
    desk.alice("DECIDED", "RESUME");

    assertThat(text("CASE", ALICE))
        .contains("called off when it had been ordered already", "carried it out all the same")
        .contains("somebody rang");
    desk.alice("CASE", "APPROVE %CODE%");
    desk.alice("DECIDED", "HOLD");
    assertThat(text("NOTICE_OFF", OWNER)).contains("carried out once before");
    assertThat(accounts.orders).containsExactly("LK-1001-1");
  }

  @Test
  void whoSaysThenThatItWasNotThemIsHeardAsAfterAReset() throws SQLException {
    stopped("HOLD somebody rang", DONE);
    desk.receive(desk.answer(OWNER, desk.last("NOTICE_RECOVERED", OWNER), "not me"));

    assertThat(desk.state(1001)).isEqualTo("CONTESTED");
    assertThat(text("OBJECTION_AFTER_RESET", ALICE)).contains(OWNER);
    assertThat(text("NOTICE_DISPUTED", OWNER)).contains("Your account was changed");
  }

  @Test
  void whatNobodyAnsweredStandsInTheCaseUntilSomebodyKnows() throws SQLException {
    stopped("HOLD somebody rang", new RecoveryResult.Unavailable("timed out"));
    desk.alice("DECIDED", "RESUME");

    assertThat(text("CASE", ALICE)).contains("nobody has said whether it was done");
    desk.alice("CASE", "APPROVE %CODE%");
    desk.after(Duration.ofDays(3));
    desk.after(Duration.ofDays(1));
    assertThat(accounts.orders).containsExactly("LK-1001-1", "LK-1001-2");
    assertThat(desk.state(1001)).isEqualTo("RECOVERED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REJECT we could not reach you", "CLOSE"})
  void whoIsClosedUponReadsThatItMayBeDone(String command) throws SQLException {
    stopped("HOLD somebody rang", new RecoveryResult.Unavailable("timed out"));
    desk.alice("DECIDED", command);

    assertThat(text(command.equals("CLOSE") ? "CLOSED" : "REJECTED", "dora@mail.example"))
        .contains("had been ordered before that", "carried out all the same, reply")
        .doesNotContain("No reset was carried out", "could not approve it");
  }

  @Test
  void whatWasRefusedIsKnownNotToBeDone() throws SQLException {
    stopped("HOLD somebody rang", new RecoveryResult.Failed("no such user"));

    assertThat(desk.state(1001)).isEqualTo("ON_HOLD");
    assertThat(text("NOTICE_OFF", OWNER)).contains("Nothing was changed");
    assertThat(text("UNDER_CHECK", "dora@mail.example")).contains("nothing is changed");
    desk.alice("DECIDED", "RESUME");
    assertThat(text("CASE", ALICE))
        .contains("An earlier reset did not work", "no such user")
        .doesNotContain("nobody has said whether it was done");
  }

  @Test
  void whoFindsOutThatItWasDoneTellsEverybody() throws SQLException {
    stopped("HOLD somebody rang", new RecoveryResult.Unavailable("timed out"));
    assertThat(text("DECIDED", ALICE))
        .contains("reply with DONE and", "with FAILED and the reason");
    desk.alice("DECIDED", "DONE");
    assertThat(text("COMMAND_REFUSED", ALICE)).contains("below it what was done and when");
    desk.alice("DECIDED", "DONE\n\nThe log of the account system has it, at 9.");

    assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("RECOVERED");
    assertThat(text("RESET_TOO_LATE", ALICE)).contains("although it had been called off");
    assertThat(text("NOTICE_RECOVERED", OWNER)).contains("not me", "STOP-");
  }

  @Test
  void whoFindsOutThatItWasNotDoneTellsEverybody() throws SQLException {
    stopped("HOLD somebody rang", new RecoveryResult.Unavailable("timed out"));
    desk.alice("DECIDED", "RESUME");
    assertThat(text("CASE", ALICE)).contains("may reply with DONE or FAILED");
    desk.alice("CASE", "FAILED nothing of it is in its log");

    assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("IN_REVIEW");
    assertThat(text("NOTICE_OFF", OWNER)).contains("Nothing was changed");
    desk.receive(desk.stamped(ALICE, Stage.DESK, "x", "", "STATUS LK-1001"));
    assertThat(text("CASE", ALICE)).doesNotContain("nobody has said whether it was done");
  }

  @Test
  void whatTheAccountSystemAnswersBehindTheStaffIsToldOnce() throws SQLException {
    accounts.then = "DONE\n\nThe log of the account system has it, at 9.";
    stopped("HOLD somebody rang", DONE);

    assertThat(desk.state(1001)).isEqualTo("RECOVERED");
    assertThat(sent("RESET_TOO_LATE")).doesNotHaveDuplicates();
    assertThat(sent("NOTICE_RECOVERED")).containsExactly(OWNER);
  }

  @Test
  void whatTheAccountSystemDidAllTheSameIsToldWhateverTheStaffFound() throws SQLException {
    accounts.then = "FAILED nothing of it is in its log";
    stopped("HOLD somebody rang", DONE);

    assertThat(desk.state(1001)).isEqualTo("ON_HOLD");
    assertThat(text("RESET_TOO_LATE", ALICE)).contains("although it had been called off");
  }

  @Test
  void whatBothFoundNotToBeDoneIsToldOnce() throws SQLException {
    accounts.then = "FAILED nothing of it is in its log";
    stopped("HOLD somebody rang", new RecoveryResult.Failed("no such user"));

    assertThat(desk.state(1001)).isEqualTo("ON_HOLD");
    assertThat(text("NOTICE_OFF", OWNER)).contains("Nothing was changed");
    desk.alice("DECIDED", "RESUME");
    assertThat(text("CASE", ALICE))
        .contains("nothing of it is in its log")
        .doesNotContain("no such user");
  }

  private void stopped(String command, RecoveryResult answer) {
    accounts.command = command;
    accounts.answer = answer;
    desk.after(Duration.ofDays(1));
    assertThat(accounts.orders).containsExactly("LK-1001-1");
  }

  private String text(String letter, String recipient) throws SQLException {
    OutboundMail mail = desk.last(letter, recipient);
    return (mail.subject() + "\n" + mail.body()).replaceAll(" \r?\n", " ");
  }

  private List<String> sent(String letter) throws SQLException {
    return desk.column("SELECT recipient FROM outbox WHERE letter = '" + letter + "'");
  }
}
