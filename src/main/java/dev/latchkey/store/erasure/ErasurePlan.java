package dev.latchkey.store.erasure;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What would be erased.
 *
 * @param address of the person; empty where time is the reason
 * @param tickets that go with all that belongs to them: those of the person, and those of others in
 *     which they are named
 * @param letters of ours that go
 * @param mails whose words, sender, subject and octets go; that they came, and their hash, stays
 * @param obstacles why it cannot be done now; a line each
 * @param unopened sealed rows that no key opens, so that nobody knows what they say
 * @param looked the sealed rows that need not be opened again by {@link Erasure#planAgain}
 */
public record ErasurePlan(
    Optional<EmailAddress> address,
    List<Line> tickets,
    SortedSet<Long> letters,
    SortedSet<Long> mails,
    List<String> obstacles,
    int unopened,
    Looked looked) {

  /** What was opened for it, and says the same whenever it is opened again. */
  public record Looked(LookedThrough letters, LookedThrough mails) {
    /** Nothing was. */
    static final Looked NOWHERE = new Looked(LookedThrough.NOTHING, LookedThrough.NOTHING);
  }

  /** A ticket. */
  public record Line(long id, TicketState state, String requester, @Nullable Instant closedAt) {
    /** Its public name. */
    public Reference reference() {
      return new Reference(id);
    }
  }

  /** Whether there is nothing to erase. */
  public boolean empty() {
    return tickets.isEmpty() && letters.isEmpty() && mails.isEmpty();
  }
}
