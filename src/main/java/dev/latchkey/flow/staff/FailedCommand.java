package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CalledOff;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.ResetByHand;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Says that a reset could not be carried out which the desk asked for: the ticket waits. */
final class FailedCommand implements Command {
  private final Letters letters;
  private final Notices notices;
  private final StaffAnswers answers;

  FailedCommand(Letters letters, Notices notices, StaffAnswers answers) {
    this.letters = letters;
    this.notices = notices;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.FAILED;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.COMPLETING;
  }

  /**
   * Who takes DONE back has no other task to answer: its reply address was used for that. Whatever
   * was commanded since, it only tells that nothing was done. Nor is what the account system was
   * asked for anybody's task.
   */
  @Override
  public Set<Gate> gates(FlowContext context, Optional<Ticket> about, StaffCommand written) {
    if (about.filter(ticket -> ResetByHand.wasReportedDone(context, ticket)).isPresent()) {
      return StaffGates.STOPPING;
    }
    return about.filter(ticket -> CalledOff.isForStaffToReport(context, ticket)).isPresent()
        ? StaffGates.CHANGING
        : gates();
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.EXECUTION_FAILED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    Ticket ticket = given.ticket();
    // Where it goes on, FAILED can only be about what was reported as done before.
    boolean goesOn =
        ticket.state() == TicketState.NEEDS_DETAILS || ticket.state() == TicketState.COOLING_OFF;
    return ticket.state() == TicketState.EXECUTING
            || (!goesOn && CalledOff.hasNoKnownEnd(given.context(), ticket))
            || ResetByHand.wasReportedDone(given.context(), ticket)
        ? Optional.empty()
        : Optional.of(NotNow.of(verb(), ticket));
  }

  @Override
  public Result run(GivenCommand given) {
    boolean takesBack = ResetByHand.wasReportedDone(given.context(), given.ticket());
    Ticket held = given.apply(TicketEvent.EXECUTION_FAILED, given.words());
    if (takesBack) {
      // All have read that it is done.
      notices.notDone(given.context(), held);
      letters.toRequester(
          given.context(),
          held,
          new DecisionLetter.NotDone(
              held.state() == TicketState.NEEDS_DETAILS, held.state().approved()),
          given.key());
      return answers.decided(given, held, failed(given, held));
    }
    if (given.ticket().state() != TicketState.EXECUTING) {
      // They were told that we would find out whether anything was changed.
      notices.refused(given.context(), given.ticket(), held, Optional.of(held.requester()));
      letters.toRequester(
          given.context(),
          held,
          new DecisionLetter.UnderCheck(false, Optional.empty()),
          given.key());
      return answers.decided(given, held, failed(given, held));
    }
    // One letter, also to who asked from an address of the account: it says that nothing is done.
    notices.failed(given.context(), held, held.requester());
    letters.toRequester(given.context(), held, new DecisionLetter.NotCarriedOut(), given.key());
    return answers.decided(given, held, failed(given, held));
  }

  private static Decision failed(GivenCommand given, Ticket held) {
    Optional<Phrase> next =
        Optional.<Phrase>of(new CommandPhrase.WaitsForYou())
            .filter(it -> held.state() == TicketState.ON_HOLD);
    return Decision.of(given).remarking(next).reaching(Decision.Reach.EVERYBODY);
  }
}
