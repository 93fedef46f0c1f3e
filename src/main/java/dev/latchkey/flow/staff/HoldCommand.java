package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** Parks a ticket, for good or until a day. */
final class HoldCommand implements Command {
  private final StaffAnswers answers;

  HoldCommand(StaffAnswers answers) {
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.HOLD;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.STOPPING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.HELD);
  }

  @Override
  public Result run(GivenCommand given) {
    Ticket held = given.apply(TicketEvent.HELD, given.words());
    Optional<Instant> until =
        given.command().until().map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant());
    if (until.isPresent()) {
      held = given.turn().keep(held.change().next(FollowUp.HOLD_ENDS, until.get()).build());
    }
    return answers.decided(given, held);
  }
}
