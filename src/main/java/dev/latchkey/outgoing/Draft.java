package dev.latchkey.outgoing;

import dev.latchkey.letter.Envelope;
import java.util.Optional;

/**
 * A letter that shall go out.
 *
 * @param key only one letter with it is ever sent
 * @param ticketId empty for letters about no ticket
 */
public record Draft(Envelope envelope, DedupeKey key, Optional<Long> ticketId) {

  /** The same in another envelope. */
  public Draft with(Envelope other) {
    return new Draft(other, key, ticketId);
  }
}
