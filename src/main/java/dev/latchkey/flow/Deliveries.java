package dev.latchkey.flow;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutboxView;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How far some letters of a ticket came: what the outgoing server said, not what we wrote. */
public final class Deliveries {
  private final List<OutboxView> letters;

  private Deliveries(List<OutboxView> letters) {
    this.letters = letters;
  }

  /** All letters to the requester. */
  public static Deliveries toRequester(FlowContext context, Ticket ticket) {
    return of(context, ticket, one -> one.letter().toRequester());
  }

  /** The letters of one kind that were written since the last decision. */
  public static Deliveries sinceDecision(FlowContext context, Ticket ticket, LetterKind letter) {
    Instant since = ticket.decidedAt().orElseThrow();
    return of(
        context, ticket, one -> one.letter().equals(letter) && !one.createdAt().isBefore(since));
  }

  private static Deliveries of(FlowContext context, Ticket ticket, Predicate<OutboxView> wanted) {
    return new Deliveries(
        context.work().outbox().ofTicket(ticket.id()).stream().filter(wanted).toList());
  }

  /** None was written. */
  public boolean none() {
    return letters.isEmpty();
  }

  /** One of them is still being tried, or waits for its budget. */
  public boolean waiting() {
    return letters.stream()
        .anyMatch(one -> one.state() == OutboxState.PENDING || one.state() == OutboxState.WAITING);
  }

  /** When a server accepted the last of those that were accepted. */
  public Optional<Instant> lastAccepted() {
    return letters.stream()
        .flatMap(one -> Optional.ofNullable(one.sentAt()).stream())
        .max(Comparator.naturalOrder());
  }

  /** When the last was accepted or, where nobody accepts them, written. */
  public Optional<Instant> last() {
    return letters.stream()
        .map(one -> Optional.ofNullable(one.sentAt()).orElse(one.createdAt()))
        .max(Comparator.naturalOrder());
  }
}
