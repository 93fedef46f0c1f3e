package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.staff.Queue.Waiting;
import dev.latchkey.letter.OverviewLetter;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists what waits for staff. */
final class QueueCommand implements Command {
  private final StaffAnswers answers;
  private final Queue queue;

  QueueCommand(StaffAnswers answers, Queue queue) {
    this.answers = answers;
    this.queue = queue;
  }

  @Override
  public Verb verb() {
    return Verb.QUEUE;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.ASKING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    FlowContext context = given.context();
    List<Waiting> cases = queue.waiting(context);
    int waiting = context.work().staffWaits().numbers(context.now()).waiting();
    return answers.shown(
        given,
        reply ->
            new OverviewLetter.Queue(
                queue.lines(context, cases, given.member(), reply),
                waiting,
                queue.oldest(context, cases),
                given.member().approver()));
  }
}
