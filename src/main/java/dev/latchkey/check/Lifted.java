package dev.latchkey.check;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;

/**
 * A warning that a person of the staff found to be no reason to stop.
 *
 * @param source what the warning was seen in
 * @param reason why, in the words of {@code by}
 */
public record Lifted(Warning.Kind kind, String source, EmailAddress by, Instant at, String reason) {

  /**
   * Whether the case takes less for it: words that are only to be read took nothing, so who read
   * them is asked for no more than who approves without a look.
   */
  public boolean eases() {
    return !kind.weighsNothing();
  }

  /**
   * Whether it is about such a warning. What an owner said, or staff ordered, after it, it is not
   * about.
   */
  public boolean covers(Warning warning) {
    boolean later = warning.kind().ofAccount() && warning.at().isAfter(at);
    return warning.kind() == kind && warning.source().equals(source) && !later;
  }
}
