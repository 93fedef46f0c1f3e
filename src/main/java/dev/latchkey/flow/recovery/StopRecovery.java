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

/**
 * Stops a recovery because an owner said so. Any one valid signal is enough, at any time, and
 * whichever letter it answers: an owner speaks about the account, so it stops each recovery of that
 * account that is not stopped yet.
 */
public final class StopRecovery {
  private final Letters letters;
  private final Notices notices;

  /**
   * What an owner said.
   *
   * @param owner whom the code or the reply address was given to
   * @param proof how they proved to be it
   */
  private record Objection(EmailAddress owner, Incoming mail, String proof) {
    String key() {
      return "mail " + mail.id();
    }
  }

  public StopRecovery(Letters letters, Notices notices) {
    this.letters = letters;
    this.notices = notices;
  }

  /**
   * Stops the recovery of the account, also when it goes on under another ticket than the one that
   * was objected to, and tells everyone.
   *
   * @param ticket the one that they answered about
   * @param owner whom the code or the reply address was given to
   * @param proof how they proved to be it
   */
  public Result object(
      FlowContext turn, Ticket ticket, EmailAddress owner, Incoming mail, String proof) {
    Objection objection = new Objection(owner, mail, proof);
    List<Ticket> others =
        ticket.account().map(turn.work().tickets()::openOfAccount).orElse(List.of()).stream()
            .filter(other -> other.id() != ticket.id())
            .filter(other -> other.state() != TicketState.CONTESTED)
            // Their own recovery is not what an owner objects to.
            .filter(other -> !other.requester().equals(owner))
            .toList();
    boolean reset = turn.work().tickets().wasCarriedOut(ticket.id());
    Result result = answered(turn, ticket, objection, others.isEmpty(), reset);
    for (Ticket other : others) {
      Ticket stopped = stop(turn, other, objection, reset);
      if (ticket.state().closed()) {
        result = Result.of(Outcome.OWNER_OBJECTED, stopped, proof);
      }
    }
    return result;
  }

  /** What it does to the ticket that they answered about. */
  private Result answered(
      FlowContext turn, Ticket ticket, Objection objection, boolean alone, boolean reset) {
    if (ticket.state() == TicketState.RECOVERED) {
      Ticket disputed = contest(turn, ticket, objection);
      notices.stopped(turn, disputed, true);
      afterReset(turn, disputed, objection);
      return Result.of(Outcome.OWNER_OBJECTED, disputed, objection.proof());
    }
    if (ticket.accepts(TicketEvent.OWNER_OBJECTED)) {
      Ticket stopped = stop(turn, ticket, objection, reset);
      if (reset) {
        afterReset(turn, stopped, objection);
      }
      return Result.of(Outcome.OWNER_OBJECTED, stopped, objection.proof());
    }
    warn(turn, ticket, objection);
    Ticket kept =
        turn.apply(
            ticket,
            TicketEvent.MAIL_ADDED,
            Causes.of(
                objection.mail(),
                Causes.owner(objection.owner()),
                objection.proof(),
                "an owner objects to a closed ticket"));
    if (alone) {
      letters.toAllStaff(
          turn,
          kept,
          new StaffLetter.ObjectionAfterEnd(objection.owner(), kept.state()),
          objection.key());
    }
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "objection to a closed ticket");
  }

  private void afterReset(FlowContext turn, Ticket ticket, Objection objection) {
    letters.toAllStaff(
        turn, ticket, new StaffLetter.ObjectionAfterReset(objection.owner()), objection.key());
  }

  /**
   * Stops an open one.
   *
   * @param reset the account was recovered before, so that "nothing was changed" would not be true
   */
  private Ticket stop(FlowContext turn, Ticket ticket, Objection objection, boolean reset) {
    boolean running = ticket.state() == TicketState.EXECUTING;
    Ticket stopped = contest(turn, ticket, objection);
    List<EmailAddress> owners = notices.stopped(turn, stopped, running || reset);
    boolean told = !stopped.requester().equals(objection.owner());
    letters.toAllStaff(
        turn,
        stopped,
        new StaffLetter.Contested(
            running ? Contest.OBJECTED_WHILE_EXECUTING : Contest.OWNER_OBJECTED,
            List.of(new Phrase.ObjectionFrom(objection.owner())),
            told && !owners.contains(stopped.requester())),
        objection.key());
    if (told) {
      letters.toRequester(turn, stopped, new RequesterLetter.UnderCheck(), objection.key());
    }
    return stopped;
  }

  private static Ticket contest(FlowContext turn, Ticket ticket, Objection objection) {
    warn(turn, ticket, objection);
    return turn.apply(
        ticket,
        TicketEvent.OWNER_OBJECTED,
        Causes.of(objection.mail(), Causes.owner(objection.owner()), objection.proof(), "not me"));
  }

  /** Whoever asks for this account again meets it. */
  private static void warn(FlowContext turn, Ticket ticket, Objection objection) {
    turn.work()
        .proofs()
        .add(
            ticket.id(),
            new Warning(Warning.Kind.OWNER_OBJECTED, objection.owner().toString(), turn.now()));
  }
}
