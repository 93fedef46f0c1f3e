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
import java.util.Optional;

/** Stops a recovery because an owner said so. Any one valid signal is enough, at any time. */
public final class StopRecovery {
  private final Letters letters;
  private final Notices notices;

  public StopRecovery(Letters letters, Notices notices) {
    this.letters = letters;
    this.notices = notices;
  }

  /**
   * Stops the recovery of the account, also when it goes on under another ticket than the one that
   * was objected to, and tells everyone.
   *
   * @param owner whom the code or the reply address was given to
   * @param proof how they proved to be it
   */
  public Result object(
      FlowContext turn, Ticket ticket, EmailAddress owner, Incoming mail, String proof) {
    Optional<Ticket> goesOn = goesOn(turn, ticket, owner);
    Optional<Result> stopped =
        goesOn.map(active -> stop(turn, active, owner, mail, proof + " of " + ticket.reference()));
    return ticket.accepts(TicketEvent.OWNER_OBJECTED)
        ? stop(turn, ticket, owner, mail, proof)
        : ended(turn, ticket, owner, mail, proof, stopped);
  }

  /**
   * Another ticket about the account under which its recovery goes on: the one objected to may have
   * been withdrawn or merged, and their own is not what an owner objects to.
   */
  private static Optional<Ticket> goesOn(FlowContext turn, Ticket ticket, EmailAddress owner) {
    return ticket
        .account()
        .flatMap(turn.work().tickets()::activeOfAccount)
        .filter(active -> active.id() != ticket.id() && !active.requester().equals(owner));
  }

  /** The objection is kept; whoever asks again for this account meets it. */
  private Result ended(
      FlowContext turn,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      String proof,
      Optional<Result> stopped) {
    turn.work()
        .proofs()
        .add(ticket.id(), new Warning(Warning.Kind.OWNER_OBJECTED, owner.toString(), turn.now()));
    Ticket kept =
        turn.apply(
            ticket,
            TicketEvent.MAIL_ADDED,
            Causes.of(mail, Causes.owner(owner), proof, "an owner objects to a closed ticket"));
    if (stopped.isPresent()) {
      return stopped.get();
    }
    letters.toAllStaff(
        turn, kept, new StaffLetter.ObjectionAfterEnd(owner, kept.state()), "mail " + mail.id());
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "objection to a closed ticket");
  }

  private Result stop(
      FlowContext turn, Ticket ticket, EmailAddress owner, Incoming mail, String proof) {
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
