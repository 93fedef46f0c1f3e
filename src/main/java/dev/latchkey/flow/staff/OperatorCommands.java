package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.recovery.Tasks;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the operator of a stuck desk may do about a ticket, by the same transitions and with the
 * same letters as when staff do it, and in the sight of all of them.
 *
 * <p>It is what stops, ends, puts before people or says what was done. A freeze only stops: nobody
 * gets into an account by it. Whatever speaks in favour of a requester is not among it: who runs
 * the machine is no approver, saw no proof, lifts no warning, takes back nobody's decision, and
 * does not write to people in the name of the staff.
 */
public final class OperatorCommands {
  /** What they may do; all other commands come by mail only. */
  public static final Set<Verb> ALLOWED =
      EnumSet.of(
          Verb.HOLD,
          Verb.FREEZE,
          Verb.RESUME,
          Verb.REJECT,
          Verb.CLOSE,
          Verb.NOTE,
          Verb.ASSIGN,
          Verb.MERGE,
          Verb.REDIRECT,
          Verb.DONE,
          Verb.FAILED,
          Verb.REOPEN);

  private final EmailAddress desk;
  private final CaseFiles files;
  private final Tasks tasks;
  private final Commands commands;

  public OperatorCommands(EmailAddress desk, CaseFiles files, Tasks tasks, Commands commands) {
    this.desk = desk;
    this.files = files;
    this.tasks = tasks;
    this.commands = commands;
  }

  /** What came of asking again. */
  public enum Again {
    /** The account system is asked at once. */
    ORDERED,
    /** One more of the staff was asked to carry it out. */
    GIVEN,
    /** The account system is being asked, or will be within ten minutes. */
    SOON,
    /** Nothing of the ticket is being carried out. */
    NOTHING
  }

  /**
   * Does one of them.
   *
   * @param operator their login
   * @return why it was not done; empty when it was
   */
  public Optional<Phrase> give(
      FlowContext context, Ticket ticket, StaffCommand command, String operator) {
    if (!ALLOWED.contains(command.verb())) {
      throw new IllegalArgumentException(command.verb() + " comes by mail only");
    }
    GivenCommand given =
        new GivenCommand(
            context,
            giver(ticket, operator),
            command,
            Optional.empty(),
            Optional.of(files.open(context, ticket)),
            OptionalLong.empty());
    Optional<Phrase> why = commands.hindrance(given);
    if (why.isEmpty()) {
      commands.carryOut(given);
    }
    return why;
  }

  /**
   * Has an approved recovery that is being carried out, or a freeze, tried at once. It is the order
   * that was given before, with its key: the account system does nothing twice.
   */
  public Again again(FlowContext context, Ticket ticket, String operator) {
    Giver giver = giver(ticket, operator);
    if (ticket.state() == TicketState.EXECUTING && tasks.isOpen(context, ticket)) {
      context.apply(ticket, TicketEvent.NOTED, giver.cause("one more of the staff is asked"));
      tasks.giveAnother(context, ticket, giver.key());
      return Again.GIVEN;
    }
    if (!context.work().executions().askAgain(ticket.id())) {
      return context.work().executions().isOrdered(ticket.id()) ? Again.SOON : Again.NOTHING;
    }
    context.apply(ticket, TicketEvent.NOTED, giver.cause("the account system is asked at once"));
    return Again.ORDERED;
  }

  private Giver giver(Ticket ticket, String operator) {
    return new Giver.AtCommandLine(
        operator, desk, "by hand " + new Reference(ticket.id()) + " " + ticket.version());
  }
}
