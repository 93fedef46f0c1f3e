package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Letter;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.CommandReading;
import dev.latchkey.triage.StaffCommand;
import java.util.List;
import java.util.Map;
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
    String key = "mail " + mail.id();
    if (!(mail.triaged().commands() instanceof CommandReading.Commands found)) {
      String reason = ((CommandReading.NotUnderstood) mail.triaged().commands()).reason();
      letters.withoutTicket(turn, member, Letter.COMMAND_REFUSED, key, Map.of("reason", reason));
      return Result.without(Outcome.COMMAND_REFUSED, reason);
    }
    if (found.commands().size() > 1) {
      String reason = "Please write one command a mail, or answer the mail about each ticket.";
      letters.withoutTicket(turn, member, Letter.COMMAND_REFUSED, key, Map.of("reason", reason));
      return Result.without(Outcome.COMMAND_REFUSED, reason);
    }
    StaffCommand command = found.commands().get(0);
    switch (command.verb()) {
      case QUEUE ->
          letters.withoutTicket(
              turn, member, Letter.QUEUE, key, Map.of("lines", texts.queue(turn.now())));
      case HELP -> letters.withoutTicket(turn, member, Letter.HELP, key, Map.of());
      case STATUS ->
          letters.withoutTicket(
              turn, member, Letter.TICKET_STATUS, key, Map.of("lines", status(turn, command)));
      case APPROVE, REJECT, ASK, HOLD, RESUME, NOTE, ASSIGN, MERGE, REDIRECT, DONE, REOPEN -> {
        String reason = command.verb() + " counts only as a reply to the mail about the ticket.";
        letters.withoutTicket(turn, member, Letter.COMMAND_REFUSED, key, Map.of("reason", reason));
        return Result.without(Outcome.COMMAND_REFUSED, reason);
      }
    }
    return Result.without(Outcome.COMMAND_DONE, command.verb().name());
  }

  private List<String> status(FlowContext turn, StaffCommand command) {
    Optional<Ticket> ticket =
        command
            .reference()
            .or(command::argument)
            .flatMap(Reference::find)
            .flatMap(reference -> turn.work().tickets().find(reference.number()));
    return ticket
        .map(found -> texts.status(turn, found))
        .orElse(List.of("STATUS needs the reference of a ticket, for example STATUS LK-1042."));
  }
}
