package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CalledOff;
import dev.latchkey.flow.recovery.LateReset;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.ReportDoubts;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Says that a reset was carried out which the desk could not do itself. */
final class DoneCommand implements Command {
  private final Notices notices;
  private final LateReset late;
  private final StaffAnswers answers;

  DoneCommand(Notices notices, LateReset late, StaffAnswers answers) {
    this.notices = notices;
    this.late = late;
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

  /** What the account system was asked for, and was called off, is nobody's task. */
  @Override
  public Set<Gate> gates(FlowContext context, Optional<Ticket> about, StaffCommand written) {
    return about.filter(ticket -> CalledOff.isForStaffToReport(context, ticket)).isPresent()
        ? StaffGates.CHANGING
        : gates();
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.EXECUTED);
  }

  /**
   * Words that doubt it make it no report. What was called off is no task any more: it takes words
   * to say that it was done.
   */
  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    Ticket ticket = given.ticket();
    boolean doubted = ReportDoubts.in(given.remark());
    if (ticket.state() == TicketState.EXECUTING) {
      return doubted ? Optional.of(new CommandPhrase.ReportInDoubt()) : Optional.empty();
    }
    if (!CalledOff.hasNoKnownEnd(given.context(), ticket)) {
      return Optional.of(NotNow.of(verb(), ticket));
    }
    if (given.remark().isBlank()) {
      return Optional.of(new CommandPhrase.DoneNeedsReport(ticket.state()));
    }
    return doubted ? Optional.of(new CommandPhrase.ReportInDoubt()) : Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    if (given.ticket().state() != TicketState.EXECUTING) {
      Ticket recovered = given.apply(TicketEvent.EXECUTED, given.words());
      late.tell(given.context(), recovered);
      return answers.decided(given, recovered, Decision.of(given));
    }
    Ticket recovered =
        given.apply(TicketEvent.EXECUTED, given.byStaff() ? "done by staff" : given.words());
    notices.recovered(given.context(), recovered, false);
    return answers.decided(given, recovered, Decision.of(given));
  }
}
