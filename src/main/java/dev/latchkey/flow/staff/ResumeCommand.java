package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Puts a ticket before the staff again that was parked or contested. */
final class ResumeCommand implements Command {
  private final Review review;
  private final StaffAnswers answers;

  ResumeCommand(Review review, StaffAnswers answers) {
    this.review = review;
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
    review.sendResumed(given.context(), resumed, given.by(), "version " + resumed.version());
    return answers.decided(given, resumed, Decision.of(given));
  }
}
