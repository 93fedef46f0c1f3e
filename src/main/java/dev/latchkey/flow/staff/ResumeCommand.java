package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.HandOver;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.letter.Handover;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Puts a ticket before the staff again that was parked or contested. */
final class ResumeCommand implements Command {
  private static final LetterKind UNDER_CHECK = LetterKind.of(RequesterLetter.UnderCheck.class);

  private final Review review;
  private final Notices notices;
  private final HandOver handOver;
  private final StaffAnswers answers;

  ResumeCommand(Review review, Notices notices, HandOver handOver, StaffAnswers answers) {
    this.review = review;
    this.notices = notices;
    this.handOver = handOver;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.RESUME;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.CHANGING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.RESUMED);
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket resumed = given.apply(TicketEvent.RESUMED, given.words());
    review.sendResumed(given.context(), resumed, given.reader(), "version " + resumed.version());
    if (given.ticket().state() == TicketState.CONTESTED) {
      if (saysThatItStopped(given)) {
        resumed = handOver.tell(given.context(), resumed, Handover.RESUMED, Text.NONE, given.key());
      }
      notices.resumed(given.context(), resumed);
    }
    return answers.decided(given, resumed, Decision.of(given));
  }

  /** Whether the requester was written, since it went on last, that it needs a closer look. */
  private static boolean saysThatItStopped(GivenCommand given) {
    long id = given.ticket().id();
    Instant since =
        given.context().work().tickets().history(id).stream()
            .filter(entry -> entry.event() == TicketEvent.RESUMED)
            .map(HistoryEntry::at)
            .filter(at -> at.isBefore(given.context().now()))
            .reduce(Instant.EPOCH, (earlier, later) -> later);
    return given.context().work().outbox().ofTicket(id).stream()
        .anyMatch(one -> one.letter().equals(UNDER_CHECK) && one.createdAt().isAfter(since));
  }
}
