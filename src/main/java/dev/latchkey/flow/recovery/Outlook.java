package dev.latchkey.flow.recovery;

import dev.latchkey.flow.CourtesySchedule;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Span;
import dev.latchkey.ticket.Dialogue;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState.Waiting;
import java.time.Instant;
import java.util.Optional;

/**
 * What a requester is told about waiting: how many are before them, how long requests like theirs
 * take, and when they hear of us next. What was told is kept with the ticket, so that the number
 * never rises and a moment that passes is noticed.
 */
public final class Outlook {
  private final WaitingTime waiting;
  private final CourtesySchedule courtesy;

  /**
   * What is told now.
   *
   * @param ticket which remembers it
   * @param before how many tickets that wait for staff are before this one
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
    Instant now = context.now();
    Dialogue dialogue = ticket.dialogue().told(waiting.before(ticket, now));
    Optional<Span> span = waiting.span(dialogue.level(), now);
    Optional<Instant> by =
        span.map(told -> ticket.openedAt().plus(told.within()))
            .filter(at -> at.isAfter(now) && ticket.state().waitingFor() == Waiting.STAFF);
    if (by.isPresent() && dialogue.promised().isEmpty()) {
      dialogue = dialogue.promising(by);
    }
    Ticket kept = ticket.change().dialogue(dialogue).build();
    kept = context.keep(courtesy.beforePromise(kept));
    return new Told(kept, dialogue.place().orElse(0), span, courtesy.nextWord(kept));
  }
}
