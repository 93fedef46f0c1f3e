package dev.latchkey.outgoing;

import java.util.Objects;

/**
 * Whether a letter still has a place in its budget.
 *
 * <p>The notice that a recovery was started can be caused by anybody who writes to the desk, so an
 * owner gets one a day for each account. The later notices can only be caused by staff, protect the
 * owner, and are never dropped.
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
   * @param sameForAccountInDay of the same {@link Letter} to the same recipient about the same
   *     account in the last 24 hours
   */
  public record Counts(int toAddressInDay, int totalInHour, int sameForAccountInDay) {}

  /** The verdict on one more. */
  public Verdict verdict(Letter letter, Counts counts) {
    if (letter.mailClass() == MailClass.NOTICE && letter != Letter.NOTICE_STARTED) {
      return Verdict.SEND;
    }
    if (letter == Letter.NOTICE_STARTED && counts.sameForAccountInDay() > 0) {
      return Verdict.DROP;
    }
    Budget budget = Objects.requireNonNull(settings.budgets().get(letter.mailClass()));
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
}
