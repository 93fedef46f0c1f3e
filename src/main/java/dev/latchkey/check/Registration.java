package dev.latchkey.check;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a domain under which addresses are.
 *
 * @param domain directly below a public suffix
 * @param askedAt when its registry was asked, the last time
 * @param settled what came of that is known
 * @param told what it said when it answered last; empty when it never did
 */
public record Registration(String domain, Instant askedAt, boolean settled, Optional<Told> told) {

  /**
   * What a registry said.
   *
   * @param at when
   * @param registered the domain was registered then
   * @param since since when, the last time; empty when the registry does not say
   * @param transferred when it went to another registrar, the last time
   * @param lapsed its time was over
   */
  public record Told(
      Instant at,
      boolean registered,
      Optional<Instant> since,
      Optional<Instant> transferred,
      boolean lapsed) {}

  /** It is asked about at this moment. */
  public static Registration begun(String domain, Instant now, Optional<Told> before) {
    return new Registration(domain, now, false, before);
  }

  /** The registry answered. */
  public Registration answered(Told answer) {
    return new Registration(domain, askedAt, true, Optional.of(answer));
  }

  /** Nothing came of asking; what was told before stays. */
  public Registration unanswered() {
    return new Registration(domain, askedAt, true, told);
  }
}
