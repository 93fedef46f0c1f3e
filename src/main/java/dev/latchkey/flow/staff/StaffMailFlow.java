package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.StaffCommand;
import java.util.List;
import java.util.Optional;

/**
 * A staff member's mail to the desk that answers none of ours: it may ask for the queue, a ticket
 * or help. Decisions need the reply address of a case.
 */
public final class StaffMailFlow implements MailFlow {
  private final Letters letters;
  private final StaffTexts texts;

  public StaffMailFlow(Letters letters, StaffTexts texts) {
    this.letters = letters;
    this.texts = texts;
  }

  @Override
  public Result run(FlowContext turn, Incoming mail) {
    EmailAddress member = mail.sender().orElseThrow();
    if (mail.triaged().commands() instanceof CommandReading.NotUnderstood none) {
      return refused(turn, member, mail, new Phrase.NotUnderstood(none.fault()));
    }
    List<StaffCommand> commands = ((CommandReading.Commands) mail.triaged().commands()).commands();
    if (commands.size() > 1) {
      return refused(turn, member, mail, new Phrase.OneCommandEach());
    }
    StaffCommand command = commands.get(0);
    return switch (command.verb()) {
      case QUEUE -> done(turn, mail, command, new StaffLetter.Queue(texts.queue(turn.now())));
      case HELP -> done(turn, mail, command, new StaffLetter.Help());
      case STATUS ->
          ticket(turn, command)
              .map(found -> new StaffLetter.TicketStatus(texts.status(turn, found)))
              .map(status -> done(turn, mail, command, status))
              .orElseGet(() -> refused(turn, member, mail, new Phrase.StatusNeedsTicket()));
      case APPROVE, REJECT, ASK, HOLD, RESUME, NOTE, ASSIGN, MERGE, REDIRECT, DONE, REOPEN ->
          refused(turn, member, mail, new Phrase.AnswerTheTicket(command.verb()));
    };
  }

  private Result done(FlowContext turn, Incoming mail, StaffCommand command, StaffLetter letter) {
    letters.withoutTicket(turn, mail.sender().orElseThrow(), letter, "mail " + mail.id());
    return Result.without(Outcome.COMMAND_DONE, command.verb().name());
  }

  private Result refused(FlowContext turn, EmailAddress member, Incoming mail, Phrase reason) {
    letters.withoutTicket(
        turn, member, new StaffLetter.CommandRefused(reason), "mail " + mail.id());
    return Result.without(Outcome.COMMAND_REFUSED, reason.toString());
  }

  private static Optional<Ticket> ticket(FlowContext turn, StaffCommand command) {
    return command
        .reference()
        .or(command::argument)
        .flatMap(Reference::find)
        .flatMap(reference -> turn.work().tickets().find(reference.number()));
  }
}
