package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.accounts.RecoveryOrder;
import dev.latchkey.accounts.RecoveryResult;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What the staff read when a reset ends otherwise than it should. */
@NullMarked
class ExecutionLettersTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  @Test
  void aRefusedResetIsToldWithTheWordsOfTheAccountSystem() throws IOException, SQLException {
    try (Conversation desk = approved(order -> new RecoveryResult.Failed("no such account"))) {
      desk.after(Duration.ofDays(1));

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("RESET_REFUSED", "alice@staff.example").body())
          .contains("| no such account", "RESUME", "REJECT")
          .as("whoever is told something is named")
          .contains("The owners of the account have been told that it is off for now");
      assertThat(desk.last("NOTICE_OFF", "dora@mail.example").body()).contains("dora");
    }
  }

  @Test
  void whatWasDoneAlthoughItWasCalledOffIsToldAtOnce() throws IOException, SQLException {
    AtomicReference<Conversation> running = new AtomicReference<>();
    try (Conversation desk =
        approved(
            order -> {
              callOff(Objects.requireNonNull(running.get()));
              return new RecoveryResult.Done("reset");
            })) {
      running.set(desk);
      desk.after(Duration.ofDays(1));

      assertThat(desk.standing(1001)).isEqualTo("CONTESTED");
      assertThat(desk.last("RESET_TOO_LATE", "alice@staff.example").body())
          .contains("the account dora", "freeze")
          .doesNotContain("RESUME", "REJECT");
    }
  }

  @Test
  void anApprovalThatStandsOnOtherFactsIsNotCarriedOut() throws IOException, SQLException {
    try (Conversation desk = approved(order -> new RecoveryResult.Done("reset"))) {
      desk.change("DELETE FROM evidence WHERE ticket_id = 1001");
      desk.after(Duration.ofDays(1));

      assertThat(desk.standing(1001)).isEqualTo("ON_HOLD");
      assertThat(desk.last("APPROVAL_OUTDATED", "alice@staff.example").body())
          .contains("- Missing: a fresh code or other proof of possession", "RESUME", "REJECT");
    }
  }

  private static void callOff(Conversation desk) {
    try {
      desk.change("UPDATE ticket SET state = 'CONTESTED' WHERE id = 1001");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Story 01 until a day before the reset. */
  private static Conversation approved(Function<RecoveryOrder, RecoveryResult> reset)
      throws IOException, SQLException {
    RecoveryAction action =
        new RecoveryAction() {
          @Override
          public RecoveryResult execute(RecoveryOrder order) {
            return reset.apply(order);
          }

          @Override
          public String describe() {
            return "an account system of the test";
          }
        };
    Conversation desk =
        new Conversation(
            TestDatabase.emptyFor(ExecutionLettersTest.class),
            STORY.resolve("accounts.csv"),
            action);
    desk.proveOwnership(STORY);
    desk.receive(
        desk.mail(
            STORY.resolve("04-alice-approves.eml"), desk.last("CASE", "alice@staff.example")));
    desk.after(Duration.ofDays(2));
    assertThat(desk.state(1001)).isEqualTo("COOLING_OFF");
    return desk;
  }
}
