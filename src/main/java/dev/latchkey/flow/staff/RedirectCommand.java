package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Ends a ticket: somebody else can help, and the requester reads who. */
final class RedirectCommand implements Command {
  private final Letters letters;
  private final StaffAnswers answers;

  RedirectCommand(Letters letters, StaffAnswers answers) {
    this.letters = letters;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.REDIRECT;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.CHANGING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.REDIRECTED);
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket moved = given.apply(TicketEvent.REDIRECTED, given.words());
    letters.toRequester(
        given.context(),
        moved,
        new RequesterLetter.Redirected(new Text(given.words())),
        given.key());
    return answers.decided(given, moved, Decision.of(given));
  }
}
