package dev.latchkey.flow.recovery;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Span;
import dev.latchkey.ticket.Dialogue;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.TicketState.Waiting;
import java.time.Instant;
import java.util.Optional;

/**
 * What a requester is told about waiting: how many are before them, how long it takes until they
 * are answered, and when they hear of us next. The number is that of the staff's letters at this
 * moment. What was told is kept with the ticket, so that the day does not wander, and one that
 * passes is noticed.
 */
public final class Outlook {
  private final WaitingTime waiting;
  private final CourtesySchedule courtesy;

  /**
   * What is told now.
   *
   * @param ticket which remembers it
   * @param before how many tickets that wait for staff are before this one, now; none as long as it
   *     does not lie before them itself, for it has no place there
   * @param span empty when there is no telling
   * @param nextWord when they hear of us at the latest; empty while it is their turn
   */
  public record Told(Ticket ticket, int before, Optional<Span> span, Optional<Instant> nextWord) {}

  public Outlook(WaitingTime waiting, CourtesySchedule courtesy) {
    this.waiting = waiting;
    this.courtesy = courtesy;
  }

  /** Keeps what is told about {@code ticket} now. */
  public Told tell(FlowContext context, Ticket ticket) {
    Optional<Span> span = span(ticket, context.now());
    return keep(
        context, ticket, span, span.flatMap(Span::by).or(() -> ticket.dialogue().promised()));
  }

  /** The same to somebody to whom a promise was not kept: they get no other one with it. */
  public Told tellLate(FlowContext context, Ticket ticket) {
    return keep(context, ticket, Optional.empty(), Optional.empty());
  }

  private Told keep(
      FlowContext context, Ticket ticket, Optional<Span> span, Optional<Instant> promised) {
    boolean lies = ticket.state().waitingFor() == Waiting.STAFF;
    int before = lies ? context.work().tickets().queuePlace(ticket).before() : 0;
    Dialogue dialogue = ticket.dialogue().told(before).promising(promised);
    Ticket kept = ticket.change().dialogue(dialogue).build();
    kept = context.keep(courtesy.beforePromise(kept));
    return new Told(kept, before, span, courtesy.nextWord(kept, context.now()));
  }

  /**
   * The day that was told stays; a new one is found for whoever was told none. What is approved,
   * contested or held has no such day.
   */
  private Optional<Span> span(Ticket ticket, Instant now) {
    if (ticket.state().waitingFor() == Waiting.REQUESTER) {
      return waiting.usual(ticket.dialogue().level(), now);
    }
    if (ticket.state() != TicketState.IN_REVIEW) {
      return Optional.empty();
    }
    Optional<Span> found = waiting.by(ticket, now);
    Optional<Instant> told = ticket.dialogue().promised();
    return told.isEmpty()
        ? found
        : told.filter(by -> by.isAfter(now))
            .map(by -> Span.by(by, found.filter(Span::measured).isPresent()));
  }
}
