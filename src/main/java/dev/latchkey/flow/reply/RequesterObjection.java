package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Result;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.TriagedMail;
import dev.latchkey.triage.form.Intent;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.owner.OthersAccountReader;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.request.SpareCodesReader;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Words that object, from the mailbox that a request came from, in an answer to any letter about
 * it: somebody else may have asked in the owner's name, and any one valid signal stops a recovery.
 */
public final class RequesterObjection {
  /** Nothing is proved and nothing decided. */
  /** Thanks are heard in anything short. */
  private static final Set<Intent> ANSWERS_NOTHING = EnumSet.of(Intent.OTHER, Intent.THANKS);

  private static final Set<TicketState> BEFORE =
      EnumSet.of(TicketState.NEEDS_DETAILS, TicketState.SELF_SERVICE, TicketState.PROVING);

  /** What first mails mean by "it was not me". */
  private static final Set<Reason> OF_NOT_ME = EnumSet.of(Reason.ACCOUNT_COMPROMISED);

  private final Denials denials = new Denials();
  private final OwnerReading says;
  private final OwnerWords owners;

  public RequesterObjection(OwnerReading says, OwnerWords owners) {
    this.says = says;
    this.owners = owners;
  }

  /** Who writes from an address of the account and says that they did not ask is an owner. */
  Optional<Result> denied(FlowContext context, Ticket ticket, Incoming mail) {
    return denies(ticket, mail) && registered(context, ticket)
        ? Optional.of(
            owners.object(context, ticket, ticket.requester(), mail, "the requester's mailbox"))
        : Optional.empty();
  }

  /**
   * Who answers a letter about what was approved that it was them answers what it asks of an owner,
   * whichever thread it stands in: it is noted.
   */
  Optional<Result> agreed(FlowContext context, Ticket ticket, Incoming mail) {
    return ticket.state().approved()
            && says.read(mail) == OwnerAnswer.AGREES
            && !mail.triaged().intent().over()
            && !stops(ticket, mail)
            && registered(context, ticket)
        ? Optional.of(heard(context, ticket, mail))
        : Optional.empty();
  }

  /**
   * Who hears that the reset was carried out, and denies that they asked for it, or asks who did,
   * is an owner, as they are in an answer to any other letter about it.
   */
  Optional<Result> afterReset(FlowContext context, Ticket closed, Incoming mail) {
    return closed.state() == TicketState.RECOVERED
            // Who tells of somebody in the account hears what to do, and all staff hear it as well.
            // A denial may be read as a reason, and tells of nobody.
            && mail.triaged().concern().concern().filter(Concern.COMPROMISED::equals).isEmpty()
            && says.denies(mail)
            && registered(context, closed)
        ? Optional.of(heard(context, closed, mail))
        : Optional.empty();
  }

  /**
   * "It was me", and nothing else, about a request that is closed answers what a letter to an owner
   * asks, and asks for nothing: it opens nothing again, and is noted.
   */
  Optional<Result> agreedAfterEnd(FlowContext context, Ticket closed, Incoming mail) {
    return says.read(mail) == OwnerAnswer.AGREES
            && mail.triaged().intent().wishes().isEmpty()
            && AfterWords.of(mail) == AfterWords.UNCLEAR
            && !mail.holdsMoreThanWords()
            && registered(context, closed)
        ? Optional.of(heard(context, closed, mail))
        : Optional.empty();
  }

  private Result heard(FlowContext context, Ticket ticket, Incoming mail) {
    return owners.heard(
        context, ticket, ticket.requester(), mail, "the requester's mailbox", false);
  }

  private static boolean registered(FlowContext context, Ticket ticket) {
    return context.account(ticket).filter(it -> it.registers(ticket.requester())).isPresent();
  }

  /**
   * Whether it may tell us to stop, or speaks against the reset where one was announced, or says
   * that the account is another person's.
   */
  boolean stops(Ticket ticket, Incoming mail) {
    boolean objects = ticket.state().approved() ? says.againstReset(mail) : denies(ticket, mail);
    return objects || saysItIsAnothers(ticket, mail);
  }

  /**
   * Whether it asks us to wait while people decide: whoever reads an older case would approve it.
   */
  boolean pauses(Ticket ticket, Incoming mail) {
    return ticket.state() == TicketState.IN_REVIEW && says.asksToWait(mail);
  }

  private static boolean saysItIsAnothers(Ticket ticket, Incoming mail) {
    boolean begun =
        ticket.state() == TicketState.PROVING
            || ticket.state() == TicketState.IN_REVIEW
            || ticket.state().approved();
    return begun
        && mail.writtenByPerson()
        && OthersAccountReader.says(
            mail.triaged().reply().generous(), ticket.answers().accountName().orElse(""));
  }

  /**
   * Whether it denies a request before people decide: answers to what we ask are full of "no" and
   * "not", so that only a plain denial counts, which the other readers hear as none of these; and
   * none that answers a question of the staff or tells of somebody in the account.
   */
  boolean deniesBefore(Ticket ticket, Incoming mail) {
    return BEFORE.contains(ticket.state())
        && !ticket.questionOpen()
        && mail.writtenByPerson()
        && denials.plain(mail)
        && !answers(mail.triaged());
  }

  /** Whether it is about anything that we ask, or where it stands, and not about who asked. */
  private static boolean answers(TriagedMail mail) {
    return !ANSWERS_NOTHING.contains(mail.intent().intent())
        || mail.owner() != OwnerAnswer.OBJECTS
        || deniesCodes(mail)
        || !OF_NOT_ME.containsAll(mail.request().reasons());
  }

  /** "I never had any backup codes" answers what we ask, whoever else would say so. */
  private static boolean deniesCodes(TriagedMail mail) {
    return SpareCodesReader.in(mail.reply().generous())
        .filter(said -> said != Said.CODES_HAVE)
        .isPresent();
  }

  /**
   * In review, who tells of somebody else in the account says that they did not do what that one
   * did: the staff are told of it as of a danger, and decide.
   */
  private boolean denies(Ticket ticket, Incoming mail) {
    boolean review = ticket.state() == TicketState.IN_REVIEW && !mail.triaged().tellsOfCompromise();
    return deniesBefore(ticket, mail)
        || ((review || ticket.state().approved()) && says.denies(mail));
  }
}
