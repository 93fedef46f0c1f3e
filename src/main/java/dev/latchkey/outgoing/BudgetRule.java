package dev.latchkey.outgoing;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.OwnerLetter.NoticeStarted;
import java.util.Objects;

/**
 * Whether a letter still has a place in its budget.
 *
 * <p>The notice that a recovery was started can be caused by anybody who writes to the desk, so it
 * has a budget; its key sees to it that an owner gets one a day for each account. The later notices
 * protect the owner and are never dropped.
 */
public final class BudgetRule {
  private final BudgetSettings settings;

  public BudgetRule(BudgetSettings settings) {
    this.settings = settings;
  }

  /** What becomes of a letter. */
  public enum Verdict {
    SEND,
    /** Send it, and let it say that it is the last for now. */
    SEND_AS_LAST,
    /** Write it as {@link OutboxState#DROPPED}. */
    DROP
  }

  /**
   * Letters in the outbox that are not DROPPED.
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
    int left =
        Math.min(
            budget.perAddressPerDay() - counts.toAddressInDay(),
            budget.totalPerHour() - counts.totalInHour());
    if (left <= 0) {
      return Verdict.DROP;
    }
    return counts.toAddressInDay() == budget.perAddressPerDay() - 1
        ? Verdict.SEND_AS_LAST
        : Verdict.SEND;
  }

  /** Why a letter was dropped, for the operator. */
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
