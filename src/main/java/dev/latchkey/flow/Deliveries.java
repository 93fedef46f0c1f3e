package dev.latchkey.flow;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutboxView;
import dev.latchkey.store.UnitOfWork;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How far some letters of a ticket came: what the outgoing server said, not what we wrote. */
public final class Deliveries {
  private final List<OutboxView> letters;

  private Deliveries(List<OutboxView> letters) {
    this.letters = letters;
  }

  /** All letters to the requester. */
  public static Deliveries toRequester(UnitOfWork work, Ticket ticket) {
    return of(work, ticket, one -> one.letter().toRequester());
  }

  /** The letters of one kind that were written since the last decision. */
  public static Deliveries sinceDecision(UnitOfWork work, Ticket ticket, LetterKind letter) {
    Instant since = ticket.decidedAt().orElseThrow();
    return of(work, ticket, one -> one.letter().equals(letter) && !one.createdAt().isBefore(since));
  }

  private static Deliveries of(UnitOfWork work, Ticket ticket, Predicate<OutboxView> wanted) {
    return new Deliveries(work.outbox().ofTicket(ticket.id()).stream().filter(wanted).toList());
  }

  private static boolean saysThatItCameBack(HistoryEntry entry, OutboxView letter) {
    return !entry.at().isBefore(letter.createdAt())
        && entry
            .says(Detail.NotArrived.class)
            .filter(Detail.NotArrived::cameBack)
            .filter(it -> it.letter().equals(letter.letter().name()))
            .filter(it -> it.recipient().equals(letter.recipient()))
            .isPresent();
  }

  /**
   * When a server last accepted a letter to each address, but for those that came back.
   *
   * @param history of their ticket, which says what came back
   */
  public Map<EmailAddress, Instant> arrived(List<HistoryEntry> history) {
    Map<EmailAddress, Instant> arrived = new HashMap<>();
    for (OutboxView one : letters) {
      Instant sent = one.sentAt();
      if (sent != null && history.stream().noneMatch(it -> saysThatItCameBack(it, one))) {
        arrived.merge(EmailAddress.of(one.recipient()), sent, (a, b) -> a.isAfter(b) ? a : b);
      }
    }
    return arrived;
  }

  /** To whom they were written. */
  public Set<EmailAddress> recipients() {
    return letters.stream()
        .map(one -> EmailAddress.of(one.recipient()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
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
