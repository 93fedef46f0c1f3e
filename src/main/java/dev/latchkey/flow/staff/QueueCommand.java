package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Lists what waits for staff. */
final class QueueCommand implements Command {
  private final StaffAnswers answers;
  private final StaffTexts texts;

  QueueCommand(StaffAnswers answers, StaffTexts texts) {
    this.answers = answers;
    this.texts = texts;
  }

  @Override
  public Verb verb() {
    return Verb.QUEUE;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.READING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.empty();
  }

  @Override
  public Result run(GivenCommand given) {
    return answers.shown(given, new StaffLetter.Queue(texts.queue(given.context().now())));
  }
}
