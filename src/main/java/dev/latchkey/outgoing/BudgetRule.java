package dev.latchkey.outgoing;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.OwnerLetter.NoticeStarted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Whether a letter still has a place in its budget.
 *
 * <p>The notice that a recovery was started can be caused by anybody who writes to the desk, so it
 * has a budget; its key sees to it that an owner gets one a day for each account. The later notices
 * protect the owner and are sent at once.
 *
 * <p>What the hour has no place for waits for the next one. What is over the day of one address
 * waits where that person did not cause it themselves by writing; an answer to the eleventh mail of
 * a day is not sent, and the words of that mail stand in the digest.
 */
public final class BudgetRule {
  /** How many codes a day one sender may cause before they are charged to those of strangers. */
  public static final int CODES_OF_ONE_SENDER = 20;

  /** So many hours' worth of what strangers can multiply waits; the rest is not sent. */
  private static final int LONGEST_QUEUE_HOURS = 24;

  /** What one address causes by writing. */
  private static final Set<MailClass> ANSWERS =
      EnumSet.of(
          MailClass.ACKNOWLEDGEMENT,
          MailClass.STRANGER,
          MailClass.ANSWER,
          MailClass.INQUIRY,
          MailClass.UNPROVED,
          MailClass.REPORT);

  /** What is over the hour stands in the digest. */
  private static final Set<MailClass> IN_DIGEST = EnumSet.of(MailClass.INQUIRY, MailClass.UNPROVED);

  private static final Set<MailClass> MULTIPLIED =
      EnumSet.of(
          MailClass.ACKNOWLEDGEMENT,
          MailClass.STRANGER,
          MailClass.STRANGER_CODE,
          MailClass.ANSWER,
          MailClass.REPORT);

  private final BudgetSettings settings;

  public BudgetRule(BudgetSettings settings) {
    this.settings = settings;
  }

  /** What becomes of a letter. */
  public enum Verdict {
    SEND,
    /** Send it, and let it say that it is the last for now. */
    SEND_AS_LAST,
    /** Write it as {@link OutboxState#WAITING}. */
    WAIT,
    /** Write it as {@link OutboxState#DROPPED}. */
    DROP
  }

  /**
   * Letters in the outbox that are neither DROPPED nor WAITING.
   *
   * @param toAddressInDay of the same {@link MailClass} to the same recipient in the last 24 hours
   * @param totalInHour of the same class in the last hour
   */
  public record Counts(int toAddressInDay, int totalInHour) {}

  /**
   * The verdict on one more.
   *
   * @param charged the class that the letter is taken from
   */
  public Verdict verdict(LetterKind letter, MailClass charged, Counts counts) {
    if (charged == MailClass.NOTICE && letter != LetterKind.of(NoticeStarted.class)) {
      return Verdict.SEND;
    }
    Budget budget = budget(charged);
    if (counts.toAddressInDay() >= budget.perAddressPerDay()) {
      return ANSWERS.contains(charged) ? Verdict.DROP : Verdict.WAIT;
    }
    if (counts.totalInHour() >= budget.totalPerHour()) {
      return IN_DIGEST.contains(charged) ? Verdict.DROP : Verdict.WAIT;
    }
    return counts.toAddressInDay() == budget.perAddressPerDay() - 1
        ? Verdict.SEND_AS_LAST
        : Verdict.SEND;
  }

  /** When a letter that has to wait is looked at again: in the next hour, or on the next day. */
  public Instant again(MailClass charged, Counts counts, Instant now) {
    return counts.toAddressInDay() >= budget(charged).perAddressPerDay()
        ? now.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1))
        : now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
  }

  /**
   * Whether so many letters of a class wait that no more may.
   *
   * @param waiting how many do
   */
  public boolean queueIsFull(MailClass charged, long waiting) {
    return MULTIPLIED.contains(charged)
        && waiting >= (long) LONGEST_QUEUE_HOURS * budget(charged).totalPerHour();
  }

  /** Why a letter was held back, for the operator. */
  public String reason(MailClass charged, Counts counts) {
    Budget budget = budget(charged);
    return counts.toAddressInDay() >= budget.perAddressPerDay()
        ? "held back: the budget of %s is %d a day to one address"
            .formatted(charged, budget.perAddressPerDay())
        : "held back: the budget of %s is %d an hour in all"
            .formatted(charged, budget.totalPerHour());
  }

  private Budget budget(MailClass charged) {
    return Objects.requireNonNull(settings.budgets().get(charged));
  }
}
