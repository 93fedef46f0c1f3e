package dev.latchkey.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Due;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class CourtesyScheduleTest {
  private static final Instant NOW = TestTickets.NOW;
  private static final CourtesySchedule SCHEDULE =
      new CourtesySchedule(
          DeskSettings.standard(EmailAddress.of("support@desk.example")),
          Duration.ofDays(1),
          StaffTimes.USUAL.workingDays());

  @Test
  void eachStepIsCountedFromTheOneBefore() {
    Ticket asked = SCHEDULE.enter(TestTickets.proving(), NOW);
    assertNext(asked, FollowUp.REMIND, NOW.plus(Duration.ofDays(3)));

    Instant late = NOW.plus(Duration.ofDays(40));
    Ticket reminded = SCHEDULE.after(asked, FollowUp.REMIND, late);
    assertNext(reminded, FollowUp.LAST_CALL, late.plus(Duration.ofDays(7)));
    Ticket warned = SCHEDULE.after(reminded, FollowUp.LAST_CALL, late);
    assertNext(warned, FollowUp.EXPIRE, late.plus(Duration.ofDays(4)));
  }

  @Test
  void aResetThatFallsOnAWeekendIsLateOnTuesday() {
    Instant saturday = Instant.parse("2026-03-07T10:00:00Z");
    Ticket approved = SCHEDULE.coolOff(TestTickets.proving(), saturday, NOW);

    assertThat(approved.dialogue().promised()).contains(Instant.parse("2026-03-10T00:00:00Z"));
  }

  @Test
  void theDeadlineIsWhatTheStepsThatAreLeftLeadTo() {
    Ticket asked = SCHEDULE.enter(TestTickets.proving(), NOW);
    assertThat(SCHEDULE.deadline(asked, NOW)).contains(NOW.plus(Duration.ofDays(14)));

    Instant late = NOW.plus(Duration.ofDays(40));
    Ticket reminded = SCHEDULE.after(asked, FollowUp.REMIND, late);
    assertThat(SCHEDULE.deadline(reminded, late)).contains(late.plus(Duration.ofDays(11)));
    Ticket warned = SCHEDULE.after(reminded, FollowUp.LAST_CALL, late);
    assertThat(SCHEDULE.deadline(warned, late)).contains(late.plus(Duration.ofDays(4)));
  }

  /** Whatever the policy says: notice, then at least a day, then the execution. */
  @ParameterizedTest
  @CsvSource({
    "PT336H, MID_NOTICE,   PT156H, PT336H",
    "PT168H, MID_NOTICE,   PT72H,  PT168H",
    "PT72H,  FINAL_NOTICE, PT48H,  PT72H",
    "PT25H,  FINAL_NOTICE, PT1H,   PT25H",
    "PT24H,  EXECUTE,      PT24H,  PT24H",
    "PT6H,   EXECUTE,      PT24H,  PT24H",
    "PT0S,   EXECUTE,      PT0S,   PT0S"
  })
  void aCoolingOffIsNeverShorterThanTheTimeToObject(
      Duration coolingOff, FollowUp first, Duration at, Duration executedAfter) {
    Instant executeAt = SCHEDULE.executeAt(coolingOff, NOW);

    assertThat(executeAt).isEqualTo(NOW.plus(executedAfter));
    assertNext(SCHEDULE.coolOff(TestTickets.proving(), executeAt, NOW), first, NOW.plus(at));
  }

  /** Seven days: at once, after three, after six. */
  @Test
  void theNoticeOnTheWayStandsHalfwayToTheFinalOne() {
    Instant executeAt = NOW.plus(Duration.ofDays(7));
    Ticket approved = SCHEDULE.coolOff(TestTickets.proving(), executeAt, NOW);
    assertThat(SCHEDULE.planned(approved)).contains(executeAt);

    Ticket told = SCHEDULE.afterMidNotice(approved, NOW.plus(Duration.ofDays(3)));

    assertNext(told, FollowUp.FINAL_NOTICE, NOW.plus(Duration.ofDays(6)));
    assertThat(SCHEDULE.planned(told)).contains(executeAt);
  }

  @Test
  void aFinalNoticeThatGoesOutLateMovesTheExecution() {
    Instant planned = NOW.plus(Duration.ofDays(2));
    assertThat(SCHEDULE.executeAtLast(planned, planned)).isEqualTo(NOW.plus(Duration.ofDays(3)));
    Instant late = NOW.plus(Duration.ofDays(42));
    assertThat(SCHEDULE.executeAtLast(planned, late)).isEqualTo(NOW.plus(Duration.ofDays(43)));
  }

  private static void assertNext(Ticket ticket, FollowUp step, Instant at) {
    assertThat(ticket.next()).contains(new Due(step, at));
  }
}
