package dev.latchkey.ticket;

import dev.latchkey.mail.Sha256;
import java.time.Instant;
import java.util.Optional;

/**
 * One line of a ticket's history. Each carries the hash of the one before, so that a gap or an edit
 * shows.
 *
 * @param sequence 1 for the first; equals the ticket's version after the event
 * @param at the moment, to the microsecond
 * @param previousHash hash of entry {@code sequence - 1}; 64 zeros for the first
 */
public record HistoryEntry(
    long ticketId,
    int sequence,
    Instant at,
    TicketEvent event,
    TicketState from,
    TicketState to,
    Cause cause,
    String previousHash) {
  /** What the first entry names as the hash before it. */
  public static final String FIRST = "0".repeat(64);

  /** Whether it stops the recovery only from the first proof on: see {@link Ticket#keepStop}. */
  public boolean keptStop() {
    return from == to && Transitions.keeps(from, event);
  }

  /** What its detail says, if it is of this type: the desk goes by it. */
  public <D extends Detail> Optional<D> says(Class<D> type) {
    return Detail.of(this).filter(type::isInstance).map(type::cast);
  }

  /**
   * SHA-256, in lower-case hex, over every field with its length, so that none can run into
   * another.
   */
  public String hash() {
    StringBuilder all = new StringBuilder();
    for (Object field :
        new Object[] {
          ticketId,
          sequence,
          at.getEpochSecond() + "." + at.getNano() / 1000,
          event,
          from,
          to,
          cause.actor().kind(),
          cause.actor().name(),
          cause.authentication(),
          cause.mailId().isPresent() ? cause.mailId().getAsLong() : "-",
          cause.detail(),
          previousHash
        }) {
      String text = String.valueOf(field);
      all.append(text.length()).append(':').append(text);
    }
    return Sha256.hex(all.toString());
  }
}
