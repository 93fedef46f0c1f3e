package dev.latchkey.flow.recovery;

import dev.latchkey.check.Warning;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.letter.Contest;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;

/** Stops a recovery because an owner said so. Any one valid signal is enough, at any time. */
public final class StopRecovery {
  private final Letters letters;
  private final Notices notices;

  public StopRecovery(Letters letters, Notices notices) {
    this.letters = letters;
    this.notices = notices;
  }

  /**
   * Stops the recovery and tells everyone.
   *
   * @param owner whom the code or the reply address was given to
   * @param proof how they proved to be it
   */
  public Result object(
      FlowContext turn, Ticket ticket, EmailAddress owner, Incoming mail, String proof) {
    if (!ticket.accepts(TicketEvent.OWNER_OBJECTED)) {
      Ticket kept =
          turn.apply(
              ticket,
              TicketEvent.MAIL_ADDED,
              Causes.of(mail, Causes.owner(owner), proof, "an owner objects to a closed ticket"));
      letters.toAllStaff(
          turn, kept, new StaffLetter.ObjectionAfterEnd(owner, kept.state()), "mail " + mail.id());
      return Result.of(Outcome.KEPT_WITH_TICKET, kept, "objection to a closed ticket");
    }
    boolean done = ticket.state() == TicketState.RECOVERED;
    boolean running = ticket.state() == TicketState.EXECUTING;
    turn.work()
        .proofs()
        .add(ticket.id(), new Warning(Warning.Kind.OWNER_OBJECTED, owner.toString(), turn.now()));
    Ticket stopped =
        turn.apply(
            ticket,
            TicketEvent.OWNER_OBJECTED,
            Causes.of(mail, Causes.owner(owner), proof, "not me"));
    notices.stopped(turn, stopped, done || running);
    boolean told = !done && !stopped.requester().equals(owner);
    letters.toAllStaff(
        turn,
        stopped,
        done
            ? new StaffLetter.ObjectionAfterReset(owner)
            : new StaffLetter.Contested(
                running ? Contest.OBJECTED_WHILE_EXECUTING : Contest.OWNER_OBJECTED,
                List.of(new Phrase.ObjectionFrom(owner)),
                told),
        "mail " + mail.id());
    if (told) {
      letters.toRequester(turn, stopped, new RequesterLetter.UnderCheck(), "mail " + mail.id());
    }
    return Result.of(Outcome.OWNER_OBJECTED, stopped, proof);
  }
}
