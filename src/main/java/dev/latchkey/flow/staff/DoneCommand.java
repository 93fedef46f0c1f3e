package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Says that a reset was carried out which the desk could not do itself. */
final class DoneCommand implements Command {
  private final Notices notices;
  private final Letters letters;
  private final StaffAnswers answers;

  DoneCommand(Notices notices, Letters letters, StaffAnswers answers) {
    this.notices = notices;
    this.letters = letters;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.DONE;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.COMPLETING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.EXECUTED);
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket recovered =
        given.apply(TicketEvent.EXECUTED, given.byStaff() ? "done by staff" : given.words());
    letters.toRequester(
        given.context(), recovered, new RequesterLetter.Recovered(), "round " + recovered.round());
    notices.recovered(given.context(), recovered);
    return answers.decided(given, recovered, Decision.of(given));
  }
}
