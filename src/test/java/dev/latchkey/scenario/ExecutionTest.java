package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogWatch;
import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.FreezeOrder;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.staff.OperatorCommands.Again;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.ticket.Reference;
import dev.latchkey.triage.command.CommandReader;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.StaffCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An account system that is away, refuses, breaks or is called off: no ticket is left there. */
@NullMarked
class ExecutionTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private static final RecoveryResult AWAY = new RecoveryResult.Unavailable("no connection");
  private static final RecoveryResult DONE = new RecoveryResult.Done("reset");

  @TempDir private Path folder;
  private final Accounts accounts = new Accounts();
  private Optional<WatchedDirectory> watched = Optional.empty();
  private Conversation desk;
  private int seen;

  /** An account system that does what a test says, and counts. */
  private static final class Accounts implements RecoveryAction {
    private final List<RecoveryOrder> orders = new ArrayList<>();
    private final List<FreezeOrder> freezes = new ArrayList<>();
    private Function<RecoveryOrder, RecoveryResult> answer = order -> AWAY;
    private RecoveryResult frozen = new RecoveryResult.Done("locked");

    @Override
    public RecoveryResult execute(RecoveryOrder order) {
      orders.add(order);
      return answer.apply(order);
    }

    @Override
    public RecoveryResult freeze(FreezeOrder order) {
      freezes.add(order);
      return frozen;
    }

    @Override
    public String describe() {
      return "an account system of the test";
    }
  }

  @BeforeEach
  void coolOff() throws IOException, SQLException {
    Path directory = Files.copy(STORY.resolve("accounts.csv"), folder.resolve("accounts.csv"));
    desk =
        new Conversation(
            TestDatabase.emptyFor(ExecutionTest.class),
            directory,
            accounts,
            file -> {
              watched = Optional.of(new WatchedDirectory(file));
              return watched.orElseThrow();
            });
    desk.proveOwnership(STORY);
    command("APPROVE %CODE%", "CASE");
    desk.after(Duration.ofDays(2));
    letters();
  }

  @Test
  void theLogSaysWhoApprovedAndThatItWasCarriedOutPutOffOrFailed()
      throws IOException, SQLException {
    try (LogWatch log = LogWatch.of(FlowContexts.class)) {
      desk.after(Duration.ofDays(1));
      for (int hours = 0; hours < 24; hours++) {
        desk.after(Duration.ofHours(1));
      }
      accounts.answer = order -> DONE;
      command("RESUME", "RESET_UNANSWERED");
      assertThat(log.lines())
          .anyMatch(line -> line.equals("ticket=LK-1001 COOLED_OFF by DESK, now EXECUTING"))
          .anyMatch(line -> line.contains("LK-1001 not carried out, try 1 of 8, again at"))
          .anyMatch(line -> line.contains("EXECUTION_FAILED by DESK, now ON_HOLD: asked 8 times"))
          .anyMatch(line -> line.contains("RESUMED by STAFF alice@staff.example"));
    }
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** It was set 80 hours forward an hour after the approval: that is no time to object in. */
  @Test
  void whatTheClockWasSetForwardShortensNothing() throws SQLException {
    desk.change(
        "INSERT INTO clock_step (at, seconds)"
            + " SELECT decided_at + INTERVAL 1 HOUR, 80 * 3600 FROM ticket");
    for (int hours = 0; hours < 100; hours += 4) {
      desk.after(Duration.ofHours(4));
      assertThat(accounts.orders).isEmpty();
      assertState("COOLING_OFF");
    }
    desk.after(Duration.ofHours(5));
    assertThat(accounts.orders).hasSize(1);
  }

  /** And set right again: what is left is as long as ever. */
  @Test
  void aClockThatWentBackShortensNothingEither() throws SQLException {
    desk.change(
        "INSERT INTO clock_step (at, seconds)"
            + " SELECT decided_at + INTERVAL 1 HOUR, -80 * 3600 FROM ticket");
    desk.after(Duration.ofHours(23));
    assertThat(accounts.orders).isEmpty();
    desk.after(Duration.ofHours(2));
    assertThat(accounts.orders).hasSize(1);
  }

  @Test
  void aDirectoryThatIsAwayIsWaitedForAndThenToldOf() throws IOException, SQLException {
    desk.after(Duration.ofDays(1));
    letters();
    assertThat(accounts.orders).hasSize(1);
    watched.orElseThrow().away(true);
    for (int hours = 0; hours < 15; hours++) {
      desk.passes(Duration.ofHours(1));
      desk.desk().loops().execute();
      assertState("EXECUTING");
    }
    desk.passes(Duration.ofHours(2));
    desk.desk().loops().execute();

    assertThat(accounts.orders).hasSize(1);
    assertState("ON_HOLD");
    assertThat(lastEntry()).startsWith("EXECUTION_FAILED").contains("account directory");
    desk.desk().loops().deliver();
    assertThat(letters())
        .containsExactlyInAnyOrder(
            "UNDER_CHECK to dora@mail.example",
            "NOTICE_OFF to dora@other.example",
            "RESET_UNANSWERED to alice@staff.example",
            "RESET_UNANSWERED to bob@staff.example");
    watched.orElseThrow().away(false);
    accounts.answer = order -> DONE;
    command("RESUME", "RESET_UNANSWERED");
    assertState("IN_REVIEW");
  }

  @Test
  void aDirectoryThatComesBackInTimeLosesNothing() throws IOException, SQLException {
    desk.after(Duration.ofDays(1));
    watched.orElseThrow().away(true);
    for (int hours = 0; hours < 12; hours++) {
      desk.passes(Duration.ofHours(1));
      desk.desk().loops().execute();
    }
    watched.orElseThrow().away(false);
    accounts.answer = order -> DONE;
    desk.after(Duration.ofHours(1));

    assertState("RECOVERED");
    assertThat(accounts.orders.stream().map(RecoveryOrder::idempotencyKey).distinct()).hasSize(1);
  }

  @Test
  void oneThatStaysAwayIsAskedLessAndLessOftenUntilPeopleAreTold() throws SQLException {
    List<Integer> asked = new ArrayList<>();
    desk.after(Duration.ofDays(1));
    for (int quarters = 0; quarters < 4 * 48; quarters++) {
      asked.add(accounts.orders.size());
      desk.after(Duration.ofMinutes(15));
    }

    assertThat(accounts.orders).hasSize(8);
    assertThat(accounts.orders.stream().map(RecoveryOrder::idempotencyKey).distinct()).hasSize(1);
    assertThat(asked.subList(0, 4)).containsExactly(1, 2, 2, 3);
    assertThat(asked.get(4 * 12)).isLessThan(8);
    assertState("ON_HOLD");
    assertThat(letters())
        .containsExactlyInAnyOrder(
            "NOTICE_OFF to dora@mail.example",
            "NOTICE_OFF to dora@other.example",
            "RESET_UNANSWERED to alice@staff.example",
            "RESET_UNANSWERED to bob@staff.example");
    assertThat(lastEntry()).startsWith("EXECUTION_FAILED").contains("8", "no connection");
    assertThat(order()).isEqualTo("FAILED");
  }

  @Test
  void oneThatComesBackInTimeDoesIt() throws SQLException {
    desk.after(Duration.ofDays(1));
    desk.after(Duration.ofMinutes(15));
    accounts.answer = order -> DONE;
    desk.after(Duration.ofHours(4));

    assertThat(accounts.orders).hasSize(3);
    assertState("RECOVERED");
  }

  /** An answer that was lost on its way is no answer: that try may have done it. */
  @Test
  void aRefusalAfterALostAnswerDoesNotSayThatNothingWasChanged() throws SQLException {
    desk.after(Duration.ofDays(1));
    accounts.answer = order -> new RecoveryResult.Failed("answered 403: not again");
    letters();
    desk.after(Duration.ofHours(1));

    assertThat(letters())
        .contains("NOTICE_OFF to dora@other.example", "RESET_UNANSWERED to alice@staff.example");
    assertThat(desk.last("NOTICE_OFF", "dora@other.example").body())
        .contains("our staff will find out whether anything was changed")
        .doesNotContain("Nothing was changed");
    assertThat(desk.last("RESET_UNANSWERED", "alice@staff.example").body())
        .contains("(tries: 2)", "answered 403: not again", "look up in the account system");
  }

  /** The first word is the only one: then it is known that nothing was done. */
  @Test
  void aRefusalOfTheFirstOrderSaysThatNothingWasChanged() throws SQLException {
    accounts.answer = order -> new RecoveryResult.Failed("answered 422: too young");
    desk.after(Duration.ofDays(1));

    assertThat(letters()).contains("RESET_REFUSED to alice@staff.example");
    assertThat(desk.last("NOTICE_OFF", "dora@other.example").body())
        .contains("Nothing was changed");
  }

  @Test
  void oneThatBreaksEachTimeIsLeftAloneAndPeopleAreTold() throws SQLException {
    accounts.answer =
        order -> {
          throw new IllegalStateException("it answers nonsense");
        };
    for (int hours = 0; hours < 72; hours++) {
      desk.after(Duration.ofHours(1));
    }

    assertThat(accounts.orders).hasSize(8);
    assertState("ON_HOLD");
    assertThat(letters())
        .containsExactlyInAnyOrder(
            "NOTICE_OFF to dora@mail.example",
            "NOTICE_OFF to dora@other.example",
            "RESET_UNANSWERED to alice@staff.example",
            "RESET_UNANSWERED to bob@staff.example");
  }

  @Test
  void anAccountThatIsGoneIsNoEnd() throws IOException, SQLException {
    accounts.answer = order -> AWAY;
    desk.after(Duration.ofDays(1));
    Files.writeString(
        folder.resolve("accounts.csv"),
        "name,addresses,second_factor,critical,published,second_factor_changed\n");
    desk.after(Duration.ofHours(1));

    assertThat(accounts.orders).hasSize(1);
    assertState("ON_HOLD");
    assertThat(letters())
        .containsExactlyInAnyOrder(
            "UNDER_CHECK to dora@mail.example",
            "NOTICE_OFF to dora@other.example",
            "RESET_UNANSWERED to alice@staff.example",
            "RESET_UNANSWERED to bob@staff.example");
    assertThat(desk.last("RESET_UNANSWERED", "alice@staff.example").body())
        .contains("Account: dora", "(tries: 1)", "look up");
  }

  /** Who was told of a day hears that it is off on the day that it is known, not after it. */
  @Test
  void anAccountThatGoesWhileItCoolsOffIsToldBeforeTheLastNotice()
      throws IOException, SQLException {
    command("HOLD", "DECIDED");
    command("RESUME", "DECIDED");
    desk.alice("CASE", "APPROVE %CODE%");
    letters();
    Files.writeString(
        folder.resolve("accounts.csv"),
        "name,addresses,second_factor,critical,published,second_factor_changed\n");
    desk.after(Duration.ofDays(2));

    assertState("ON_HOLD");
    assertThat(accounts.orders).isEmpty();
    assertThat(letters())
        .contains(
            "UNDER_CHECK to dora@mail.example",
            "NOTICE_OFF to dora@other.example",
            "APPROVAL_OUTDATED to alice@staff.example")
        .doesNotContain("NOTICE_FINAL to dora@other.example");
  }

  @Test
  void whatWasProvedByAddressesThatAreTheAccountsNoMoreIsNotCarriedOut()
      throws IOException, SQLException {
    Files.writeString(
        folder.resolve("accounts.csv"),
        """
        name,addresses,second_factor,critical,published,second_factor_changed
        dora,somebody@else.example verified since 2021-03-01,yes,no,yes,
        """);
    desk.after(Duration.ofDays(2));

    assertThat(accounts.orders).isEmpty();
    assertState("ON_HOLD");
    assertThat(letters()).contains("APPROVAL_OUTDATED to alice@staff.example");
  }

  @Test
  void staffHoldWhatIsBeingCarriedOut() throws IOException, SQLException {
    accounts.answer = order -> new RecoveryResult.HandedToStaff();
    desk.after(Duration.ofDays(1));
    command("HOLD", "TASK");

    assertState("ON_HOLD");
    assertThat(order()).isEqualTo("CALLED_OFF");
  }

  /** The settings said http and say manual now: it may have been done, so they look first. */
  @Test
  void whatTheAccountSystemNeverAnsweredIsHandedOnWithThatWord() throws SQLException {
    desk.after(Duration.ofDays(1));
    accounts.answer = order -> new RecoveryResult.HandedToStaff();
    desk.after(Duration.ofMinutes(15));

    assertThat(desk.last("TASK", "alice@staff.example").body().replace(" \r\n", " "))
        .contains("does not know what came of that", "Please look there first");
  }

  /** The settings said manual and say http now. */
  @Test
  void whatPeopleWereGivenStaysWithThemAndWhatIsOrderedAnewIsNotGivenToThem()
      throws IOException, SQLException {
    accounts.answer = order -> new RecoveryResult.HandedToStaff();
    desk.after(Duration.ofDays(1));
    assertThat(desk.last("TASK", "alice@staff.example").body()).doesNotContain("what came of that");
    accounts.answer = order -> AWAY;
    desk.after(Duration.ofDays(3));
    assertThat(accounts.orders).hasSize(1);
    assertState("EXECUTING");

    desk.alice("TASK", "HOLD");
    desk.alice("DECIDED", "RESUME");
    desk.alice("CASE", "APPROVE %CODE%");
    desk.after(Duration.ofDays(3));
    letters();
    desk.after(Duration.ofDays(1));
    desk.after(Duration.ofHours(2));
    int asked = accounts.orders.size();
    assertThat(asked).isGreaterThan(1);
    Reference dora = new Reference(1001);
    assertThat(desk.desk().loops().byHand().tickets().again(dora, "root")).contains(Again.ORDERED);
    desk.after(Duration.ofMinutes(1));
    assertThat(accounts.orders).hasSize(asked + 1);
    assertThat(letters())
        .doesNotContain("TASK to bob@staff.example", "TASK to alice@staff.example");
  }

  @Test
  void anOrderThatIsCalledOffIsNotGivenAgain() throws IOException, SQLException {
    desk.after(Duration.ofDays(1));
    object();
    desk.after(Duration.ofDays(3));

    assertThat(accounts.orders).hasSize(1);
    assertState("CONTESTED");
    assertThat(order()).isEqualTo("CALLED_OFF");
  }

  @Test
  void aResetThatWasDoneWhileItWasCalledOffIsToldAtOnce() throws IOException, SQLException {
    accounts.answer =
        order -> {
          object();
          letters();
          return DONE;
        };
    desk.after(Duration.ofDays(1));

    assertState("CONTESTED");
    assertThat(letters())
        .containsExactlyInAnyOrder(
            "NOTICE_DISPUTED to dora@mail.example",
            "NOTICE_DISPUTED to dora@other.example",
            "RESET_TOO_LATE to alice@staff.example",
            "RESET_TOO_LATE to bob@staff.example",
            "SECURITY_OBJECTION to security@index.example");
    assertThat(lastEntry()).startsWith("NOTED").contains("done");
    assertThat(order()).isEqualTo("DONE");
  }

  @Test
  void aTaskIsNotHandedOutWhenItWasCalledOffMeanwhile() throws SQLException {
    accounts.answer =
        order -> {
          object();
          letters();
          return new RecoveryResult.HandedToStaff();
        };
    desk.after(Duration.ofDays(1));

    assertState("CONTESTED");
    assertThat(letters()).isEmpty();
    desk.after(Duration.ofHours(12));
    assertThat(accounts.orders).hasSize(1);
  }

  @Test
  void anAccountIsFrozenByTheAccountSystemAndItsRecoveryStops() throws IOException, SQLException {
    command("FREEZE her mailbox was taken over", "DECIDED");

    assertState("ON_HOLD");
    assertThat(accounts.freezes)
        .singleElement()
        .satisfies(order -> assertThat(order.accountName()).isEqualTo("dora"))
        .satisfies(order -> assertThat(order.orderedBy()).hasToString("alice@staff.example"));
    assertThat(letters())
        .contains(
            "NOTICE_FROZEN to dora@other.example",
            "SECURITY_FREEZE to security@index.example",
            "FREEZE_DONE to alice@staff.example",
            "FREEZE_DONE to bob@staff.example",
            "SECURITY_FROZEN to security@index.example");
    assertThat(desk.last("SECURITY_FROZEN", "security@index.example").body())
        .contains("nothing is left for you to do");
    desk.after(Duration.ofDays(2));
    assertThat(accounts.orders).isEmpty();
  }

  @Test
  void anOperatorHasAnAccountFrozenWhichStaffReadWhenTheyAskForItToo()
      throws IOException, SQLException {
    Reference dora = new Reference(1001);
    StaffCommand freeze =
        ((CommandReading.Commands) new CommandReader().read("FREEZE nobody answers"))
            .commands()
            .get(0);
    assertThat(desk.desk().loops().byHand().tickets().give(dora, freeze, "root")).isPresent();
    desk.after(Duration.ofMinutes(1));

    assertState("ON_HOLD");
    assertThat(accounts.freezes)
        .singleElement()
        .satisfies(order -> assertThat(order.orderedBy()).isEqualTo("OPERATOR root"));
    assertThat(letters())
        .contains("FREEZE_DONE to bob@staff.example", "DECIDED to alice@staff.example");
    assertThat(desk.last("SECURITY_FREEZE", "security@index.example").body())
        .contains("Ordered by: root (command line)");

    command("FREEZE her mailbox was taken over", "DECIDED");
    assertThat(letters()).contains("COMMAND_DONE to alice@staff.example");
    assertThat(desk.last("COMMAND_DONE", "alice@staff.example").body())
        .contains("by root (command line)");
    assertThat(accounts.freezes).hasSize(1);
  }

  /** It is tried six times within the hour; health names the command that has it tried at once. */
  @Test
  void aFreezeThatWaitsIsLoggedAndTriedWhenTheOperatorSaysSo() throws IOException, SQLException {
    accounts.frozen = AWAY;
    Reference dora = new Reference(1001);
    try (LogWatch log = LogWatch.of(FlowContexts.class)) {
      command("FREEZE look at this", "DECIDED");
      assertThat(log.lines())
          .anyMatch(line -> line.contains("LK-1001 not frozen, try 1 of 6, again at"));
    }
    assertThat(desk.desk().loops().byHand().tickets().again(dora, "root")).contains(Again.SOON);

    accounts.frozen = new RecoveryResult.Done("locked");
    desk.after(Duration.ofHours(1));
    assertThat(letters()).contains("FREEZE_DONE to bob@staff.example");
    assertThat(desk.desk().loops().byHand().tickets().again(dora, "root")).contains(Again.NOTHING);
  }

  @Test
  void whatCallsAResetOffDoesNotCallAFreezeOff() throws IOException, SQLException {
    accounts.frozen = AWAY;
    desk.after(Duration.ofDays(1));
    assertState("EXECUTING");
    command("FREEZE look at this", "DECIDED");
    assertState("ON_HOLD");
    accounts.frozen = new RecoveryResult.Done("locked");
    desk.after(Duration.ofHours(1));

    assertThat(accounts.freezes.stream().map(FreezeOrder::idempotencyKey).distinct()).hasSize(1);
    assertThat(letters()).contains("FREEZE_DONE to bob@staff.example");
  }

  @Test
  void aFreezeThatIsRefusedIsToldAtOnce() throws IOException, SQLException {
    accounts.frozen = new RecoveryResult.Failed("no such button");
    command("FREEZE look at this", "DECIDED");

    assertThat(letters()).contains("FREEZE_FAILED to alice@staff.example");
    assertThat(desk.last("FREEZE_FAILED", "alice@staff.example").body())
        .contains("no such button", "by hand at once");
    assertThat(desk.last("SECURITY_FROZEN", "security@index.example").body())
        .contains("no such button", "it was not done");
  }

  private void command(String line, String letter) throws IOException, SQLException {
    Path mail = folder.resolve("command.eml");
    Files.writeString(
        mail,
        Conversation.mail(STORY.resolve("04-alice-approves.eml")).replace("APPROVE %CODE%", line));
    desk.receive(desk.mail(mail, desk.last(letter, "alice@staff.example")));
  }

  private void object() {
    try {
      desk.receive(
          desk.mail(
              Conversation.STORIES.resolve(
                  "03-cancelled-while-cooling-off/05-cancel-code-from-elsewhere.eml"),
              desk.last("NOTICE_FINAL", "dora@other.example")));
    } catch (IOException | SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** What went out since the last look; the digest comes by the clock, whatever happens. */
  private List<String> letters() {
    List<String> letters = new ArrayList<>();
    List<OutboundMail> sent = desk.sender().sent();
    for (; seen < sent.size(); seen++) {
      try {
        letters.add(desk.letter(sent.get(seen)) + " to " + sent.get(seen).recipient());
      } catch (SQLException e) {
        throw new AssertionError(e);
      }
    }
    letters.removeIf(letter -> letter.startsWith("DIGEST "));
    return letters;
  }

  private void assertState(String state) throws SQLException {
    assertThat(desk.state(1001)).isEqualTo(state);
  }

  private String order() throws SQLException {
    return desk.column("SELECT state FROM execution").get(0);
  }

  private String lastEntry() throws SQLException {
    return desk.column(
            "SELECT CONCAT_WS(' ', event, detail) FROM history ORDER BY sequence DESC LIMIT 1")
        .get(0);
  }
}
