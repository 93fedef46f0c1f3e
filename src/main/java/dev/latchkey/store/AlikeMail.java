package dev.latchkey.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail that bore the Message-ID, the sender and the words of another.
 *
 * @param outcome how it ended
 * @param ticketId what it ended with; null when that was no ticket
 * @param reasons why it ended so; null where nothing is kept of that
 */
public record AlikeMail(
    long id, String outcome, @Nullable Long ticketId, @Nullable String reasons) {

  /** The ticket that it ended with. */
  public Optional<Long> ticket() {
    return Optional.ofNullable(ticketId);
  }

  /** Why it ended so, as far as that is kept. */
  public String because() {
    return reasons == null ? "" : reasons;
  }
}
