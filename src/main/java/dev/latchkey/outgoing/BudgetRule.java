package dev.latchkey.outgoing;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.NoticeLetter.NoticeStarted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
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
 * a day is not sent, and the words of that mail stand in the digest. What one organisation causes
 * beyond its share is taken from a budget that it cannot use up for others.
 */
public final class BudgetRule {
  /** How many codes a day one sender may cause before they are charged to those of strangers. */
  private static final int CODES_OF_ONE_SENDER = 20;

  /** So many hours' worth of what strangers can multiply waits; the rest is dropped. */
  private static final int LONGEST_QUEUE_HOURS = 24;

  /** What one address causes by writing. */
  private static final Set<MailClass> ANSWERS =
      EnumSet.of(
          MailClass.ACKNOWLEDGEMENT,
          MailClass.STRANGER,
          MailClass.CROWD,
          MailClass.ANSWER,
          MailClass.BARE_CASE,
          MailClass.INQUIRY,
          MailClass.UNPROVED);

  /** What is over the hour stands in the digest. */
  private static final Set<MailClass> IN_DIGEST =
      EnumSet.of(MailClass.BARE_CASE, MailClass.INQUIRY, MailClass.UNPROVED);

  private static final Set<MailClass> MULTIPLIED =
      EnumSet.of(
          MailClass.ACKNOWLEDGEMENT,
          MailClass.STRANGER,
          MailClass.CODE,
          MailClass.STRANGER_CODE,
          MailClass.CROWD,
          MailClass.CROWD_CODE,
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
   * The parts of a budget that whoever causes a letter has in it: nobody alone uses up what others
   * need.
   *
   * @param sender who wrote the mail that the letter is because of
   * @param hands whose address that is: an organisation with all of its addresses
   * @param recipient of the letter
   */
  public List<Share> shares(
      MailClass charged, String sender, String hands, String recipient, Instant now) {
    Instant day = now.truncatedTo(ChronoUnit.DAYS);
    Instant hour = now.truncatedTo(ChronoUnit.HOURS);
    Budget budget = budget(charged);
    return switch (charged) {
      case CODE ->
          List.of(
              Share.of("a day of " + sender, day, CODES_OF_ONE_SENDER, MailClass.STRANGER_CODE),
              hourOf(hands, hour, budget, 2, MailClass.STRANGER_CODE));
      case OWN_CODE -> List.of(hourOf(hands, hour, budget, 2, MailClass.CODE));
      case ACKNOWLEDGEMENT, ANSWER -> List.of(hourOf(hands, hour, budget, 2, MailClass.STRANGER));
      case STRANGER -> List.of(hourOf(hands, hour, budget, 6, MailClass.CROWD));
      case STRANGER_CODE -> List.of(hourOf(hands, hour, budget, 6, MailClass.CROWD_CODE));
      case OWNER_WORDS -> List.of(dayOf(hands, recipient, day, budget, 5, MailClass.REPORT));
      case BARE_CASE, REPORT ->
          List.of(dayOf(hands, recipient, day, budget, 5, MailClass.UNPROVED));
      case INQUIRY -> List.of(dayOf(hands, recipient, day, budget, 2, MailClass.UNPROVED));
      default -> List.of();
    };
  }

  /** A part of what goes to everybody. */
  private static Share hourOf(
      String hands, Instant hour, Budget budget, int part, MailClass beyond) {
    int most = Math.max(1, budget.totalPerHour() / part);
    return Share.of("an hour of " + hands, hour, most, beyond);
  }

  /** A part of what goes to one member of staff. */
  private static Share dayOf(
      String hands, String recipient, Instant day, Budget budget, int part, MailClass beyond) {
    int most = Math.max(1, budget.perAddressPerDay() / part);
    return Share.of("a day of " + hands + " to " + recipient, day, most, beyond);
  }

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
