package dev.latchkey.outgoing;

import dev.latchkey.mail.SendResult;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a letter is tried again, and when no more.
 *
 * <table>
 * <caption>What follows an answer</caption>
 * <tr><td>accepted</td><td>sent</td></tr>
 * <tr><td>refused for good (5xx)</td><td>parked at once</td></tr>
 * <tr><td>refused (5xx), for no reason of the letter's</td><td>as not now, twenty times, which is
 * two days</td></tr>
 * <tr><td>not now (4xx)</td><td>counts as an attempt; the delay doubles with each</td></tr>
 * <tr><td>no answer after the final dot</td><td>counts as an attempt; ten minutes at least, in which
 * a slow server may have taken it</td></tr>
 * <tr><td>no connection</td><td>counts as none, since it says nothing about the letter; the delay
 * is a tenth of the letter's age</td></tr>
 * </table>
 *
 * <p>Every delay is longer by a random part of at most a quarter, so that letters written together
 * are not tried together.
 */
public final class RetryPolicy {
  /** Two days, by the usual delays: so long an operator has to mend a relay that refuses all. */
  private static final int MOST_REFUSALS = 20;

  /** As long as a server may take to answer the final dot (RFC 5321 section 4.5.3.2.6). */
  private static final Duration AFTER_THE_DOT = Duration.ofMinutes(10);

  private final RetrySettings settings;
  private final BackOff refusals;
  private final RandomGenerator random;

  public RetryPolicy(RetrySettings settings, RandomGenerator random) {
    this.settings = settings;
    this.refusals = new BackOff(settings.firstDelay(), settings.longestDelay());
    this.random = random;
  }

  /**
   * What follows an attempt.
   *
   * @param attempts how many counted before this one
   * @param writtenAt when the letter was written
   */
  public Next after(SendResult result, int attempts, Instant writtenAt, Instant now) {
    if (result instanceof SendResult.Accepted accepted) {
      return new Next.Sent(accepted.reply());
    }
    if (result instanceof SendResult.Refused refused) {
      return new Next.Park(refused.code() + " " + refused.reply());
    }
    if (result instanceof SendResult.RefusedToUs refused) {
      String reason = refused.code() + " " + refused.reply();
      return attempts + 1 >= MOST_REFUSALS
          ? new Next.Park(reason)
          : notNow(reason, attempts + 1, refusals.after(attempts + 1), writtenAt, now);
    }
    if (result instanceof SendResult.Deferred deferred) {
      return notNow(
          deferred.code() + " " + deferred.reply(),
          attempts + 1,
          refusals.after(attempts + 1),
          writtenAt,
          now);
    }
    if (result instanceof SendResult.NoAnswer silent) {
      Duration delay = refusals.after(attempts + 1);
      return notNow(
          silent.reason(),
          attempts + 1,
          delay.compareTo(AFTER_THE_DOT) < 0 ? AFTER_THE_DOT : delay,
          writtenAt,
          now);
    }
    String reason = ((SendResult.NoConnection) result).reason();
    return notNow(reason, attempts, tenthOfAge(writtenAt, now), writtenAt, now);
  }

  private Next notNow(String reason, int attempts, Duration delay, Instant writtenAt, Instant now) {
    if (attempts >= settings.attemptLimit()
        || !now.isBefore(writtenAt.plus(settings.giveUpAfter()))) {
      return new Next.Park(reason);
    }
    return new Next.RetryAt(now.plus(BackOff.spread(delay, random)), attempts, reason);
  }

  private Duration tenthOfAge(Instant writtenAt, Instant now) {
    Duration tenth = Duration.between(writtenAt, now).dividedBy(10);
    Duration delay =
        tenth.compareTo(settings.connectionDelay()) < 0 ? settings.connectionDelay() : tenth;
    return shorter(delay, settings.longestConnectionDelay());
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
