package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.OwnCodes;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.InTheWay;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.casefile.OwnersPast;
import dev.latchkey.flow.casefile.SaidBefore;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.Contest;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Stops a recovery because an owner said so. Any one valid signal is enough, at any time, and
 * whichever letter it answers: an owner speaks about the account, so it stops each recovery of that
 * account that is not stopped yet.
 */
public final class StopRecovery {
  /** So many claims beside are stopped with one mail. */
  private static final int MOST = 50;

  private final Letters letters;
  private final StopNotices stops;
  private final SecurityContact security;
  private final OwnerReceipts receipts;
  private final KeptStops kept;

  /**
   * What an owner said.
   *
   * @param owner whom the code or the reply address was given to
   * @param proof how they proved to be it
   * @param breakIn they tell of somebody in the account, and do not deny that they asked
   * @param also the claims beside that it stops
   */
  private record Objection(
      EmailAddress owner, Incoming mail, String proof, boolean breakIn, List<Ticket> also) {
    String key() {
      return "mail " + mail.id();
    }

    Text words() {
      return new Text(OwnCodes.typed(mail));
    }

    List<Passage> earlier(FlowContext context, Ticket ticket) {
      return OwnersPast.earlier(context, ticket, owner, mail);
    }
  }

  public StopRecovery(
      Letters letters,
      StopNotices stops,
      SecurityContact security,
      OwnerReceipts receipts,
      KeptStops kept) {
    this.kept = kept;
    this.letters = letters;
    this.stops = stops;
    this.security = security;
    this.receipts = receipts;
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
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, String proof) {
    return stopAll(context, ticket, owner, mail, proof, false);
  }

  /**
   * The same because an owner writes that somebody else may be in the account. They do not deny
   * that they asked, and nobody reads that they do.
   *
   * @param ticket the one that they answered about
   * @param owner whom the code or the reply address was given to
   * @param proof how they proved to be it
   */
  public Result report(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail, String proof) {
    return stopAll(context, ticket, owner, mail, proof, true);
  }

  /** Whether there was a reset that somebody can have come in after, and a report stops it. */
  public static boolean afterReset(FlowContext context, Ticket ticket) {
    return context.work().tickets().wasCarriedOut(ticket.id())
        && (ticket.state() == TicketState.RECOVERED || ticket.accepts(TicketEvent.OWNER_OBJECTED));
  }

  private Result stopAll(
      FlowContext context,
      Ticket ticket,
      EmailAddress owner,
      Incoming mail,
      String proof,
      boolean breakIn) {
    List<Ticket> beside = beside(context, ticket, owner, mail);
    Objection objection = new Objection(owner, mail, proof, breakIn, beside);
    List<Ticket> others =
        LeadingClaim.others(context, ticket).stream()
            .filter(other -> other.state() != TicketState.CONTESTED)
            // Their own recovery is not what an owner objects to.
            .filter(other -> !LeadingClaim.own(context, other, owner))
            .toList();
    beside.forEach(other -> stopBeside(context, other, objection));
    boolean reset = context.work().tickets().wasCarriedOut(ticket.id());
    boolean ordered = ticket.state() == TicketState.EXECUTING;
    Result result = answered(context, ticket, objection, others.isEmpty(), reset);
    for (Ticket other : others) {
      Ticket stopped = stop(context, other, objection, reset, false);
      if (ticket.state().closed()) {
        result = Result.of(Outcome.OWNER_OBJECTED, stopped, proof);
      }
    }
    Ticket heard = context.work().tickets().load(result.ticketId().orElseThrow());
    receipts.deniedElsewhere(context, heard, owner, mail, ordered);
    return result;
  }

  /**
   * The claims of others that stand beside: who says "make it stop" to one of them means them all,
   * also one whose code they would only get tomorrow; unless they name the ticket.
   */
  private static List<Ticket> beside(
      FlowContext context, Ticket ticket, EmailAddress owner, Incoming mail) {
    if (Reference.allIn(mail.triaged().reply().strict()).findAny().isPresent()) {
      return List.of();
    }
    return ticket.account().stream()
        .flatMap(account -> context.work().tickets().beside(account, ticket.id(), MOST).stream())
        .map(other -> context.work().tickets().load(other.id()))
        .filter(other -> other.beside() && other.accepts(TicketEvent.OWNER_OBJECTED))
        .filter(other -> !LeadingClaim.own(context, other, owner))
        .sorted(Comparator.comparingLong(Ticket::id))
        .toList();
  }

  /** The staff and the owners read of it in the letters about the one that was answered. */
  private void stopBeside(FlowContext context, Ticket ticket, Objection objection) {
    boolean hidden = kept.hides(context, ticket);
    Ticket stopped = contest(context, ticket, objection);
    if (!hidden) {
      letters.toRequester(
          context,
          stopped,
          new DecisionLetter.UnderCheck(false, context.announced(ticket)),
          objection.key());
    }
  }

  /** What it does to the ticket that they answered about. */
  private Result answered(
      FlowContext context, Ticket ticket, Objection objection, boolean alone, boolean reset) {
    if (ticket.state() == TicketState.RECOVERED) {
      Ticket disputed = contest(context, ticket, objection);
      stops.disputed(context, disputed, objection.breakIn(), true, security.there());
      afterReset(context, disputed, objection, false, false);
      return Result.of(Outcome.OWNER_OBJECTED, disputed, objection.proof());
    }
    if (ticket.accepts(TicketEvent.OWNER_OBJECTED)) {
      Ticket stopped = stop(context, ticket, objection, reset, reset);
      return Result.of(Outcome.OWNER_OBJECTED, stopped, objection.proof());
    }
    warn(context, ticket, objection);
    Ticket kept =
        context.apply(
            ticket,
            TicketEvent.MAIL_ADDED,
            Causes.of(
                objection.mail(),
                Causes.owner(objection.owner()),
                objection.proof(),
                "an owner objects to a closed ticket"));
    if (alone) {
      letters.toAllStaffAboutOwner(
          context,
          kept,
          objection.owner(),
          new AlertLetter.ObjectionAfterEnd(
              objection.owner(),
              kept.state(),
              OwnersPast.facts(context, ticket, objection.owner(), objection.mail()),
              objection.words(),
              objection.earlier(context, ticket)),
          objection.key());
      receipts.denied(context, kept, objection.owner(), objection.mail());
    }
    return Result.of(Outcome.KEPT_WITH_TICKET, kept, "objection to a closed ticket");
  }

  private void afterReset(
      FlowContext context,
      Ticket ticket,
      Objection objection,
      boolean running,
      boolean requesterTold) {
    letters.toAllStaffAboutOwner(
        context,
        ticket,
        objection.owner(),
        new AlertLetter.ObjectionAfterReset(
            objection.owner(),
            objection.breakIn(),
            ticket.state() == TicketState.CONTESTED,
            running,
            OwnersPast.facts(context, ticket, objection.owner(), objection.mail()),
            objection.words(),
            objection.earlier(context, ticket),
            requesterTold,
            InTheWay.ofResume(context, ticket).map(Reference::toString)),
        objection.key());
    tellContact(context, ticket, objection, false);
  }

  private void tellContact(
      FlowContext context, Ticket ticket, Objection objection, boolean before) {
    security.tell(
        context,
        ticket,
        new SecurityLetter.SecurityObjection(
            context.nameOnRecord(ticket),
            objection.owner(),
            objection.breakIn(),
            before && !context.work().tickets().wasCarriedOut(ticket.id()),
            false,
            objection.words()),
        objection.key());
  }

  /**
   * Stops an open one.
   *
   * @param reset the account was recovered before, so that "nothing was changed" would not be true
   * @param own by this very ticket: the staff have one letter, about what came after it
   */
  private Ticket stop(
      FlowContext context, Ticket ticket, Objection objection, boolean reset, boolean own) {
    boolean running = ticket.state() == TicketState.EXECUTING;
    List<Phrase> facts = new ArrayList<>();
    if (OwnersPast.isOwners(objection.mail(), objection.owner())) {
      facts.add(new CasePhrase.ObjectionFrom(objection.owner()));
    }
    facts.addAll(OwnersPast.facts(context, ticket, objection.owner(), objection.mail()));
    objection.also().stream()
        .map(other -> new CasePhrase.AlsoStopped(other.reference(), other.requester()))
        .forEach(facts::add);
    boolean stood = SaidBefore.stands(context, ticket, objection.owner());
    boolean again = stood && (!objection.breakIn() || SaidBefore.breakIn(context, ticket));
    boolean hidden = kept.hides(context, ticket);
    Ticket stopped = contest(context, ticket, objection);
    if (hidden) {
      facts.add(new CasePhrase.StopKept());
    }
    Contest said = said(objection, hidden);
    if (again) {
      if (own) {
        afterReset(context, stopped, objection, false, false);
      } else if (SaidBefore.everyWord(context, ticket, objection.owner(), objection.mail())) {
        context.work().messages().untold(objection.mail().id());
      } else {
        contested(context, stopped, objection, facts, said, true, false);
      }
      receipts.denied(context, stopped, objection.owner(), objection.mail());
      return stopped;
    }
    List<EmailAddress> owners =
        running || reset
            ? stops.disputed(
                context,
                stopped,
                objection.breakIn(),
                reset,
                (reset || objection.breakIn()) && security.there())
            : stops.stopped(
                context, stopped, objection.breakIn(), objection.also(), objection.mail().sender());
    // Who asked reads once that it needs a closer look, however many owners say so.
    boolean told = !stood && !hidden && !stopped.requester().equals(objection.owner());
    boolean only = told && !owners.contains(stopped.requester());
    if (own) {
      afterReset(context, stopped, objection, running, only);
    } else {
      Contest why = running ? Contest.OBJECTED_WHILE_EXECUTING : said;
      contested(context, stopped, objection, facts, why, false, only);
      if (objection.breakIn()) {
        tellContact(context, stopped, objection, true);
      }
    }
    if (told) {
      letters.toRequester(
          context,
          stopped,
          new DecisionLetter.UnderCheck(running, context.announced(ticket)),
          objection.key());
    }
    return stopped;
  }

  private static Contest said(Objection objection, boolean hidden) {
    if (objection.breakIn()) {
      return hidden ? Contest.BREAK_IN_UNPROVED : Contest.OWNER_TELLS_OF_BREAK_IN;
    }
    return hidden ? Contest.OBJECTED_UNPROVED : Contest.OWNER_OBJECTED;
  }

  private void contested(
      FlowContext context,
      Ticket stopped,
      Objection objection,
      List<Phrase> facts,
      Contest why,
      boolean again,
      boolean requesterTold) {
    letters.toAllStaffAboutOwner(
        context,
        stopped,
        objection.owner(),
        new AlertLetter.Contested(
            why,
            context.account(stopped).map(Account::name),
            again,
            facts,
            Optional.of(objection.owner()),
            objection.words(),
            objection.earlier(context, stopped),
            List.of(),
            objection.breakIn(),
            requesterTold,
            InTheWay.ofResume(context, stopped).map(Reference::toString)),
        objection.key());
  }

  private Ticket contest(FlowContext context, Ticket ticket, Objection objection) {
    warn(context, ticket, objection);
    return kept.stop(
        context,
        ticket,
        objection.breakIn() ? TicketEvent.BREAK_IN_REPORTED : TicketEvent.OWNER_OBJECTED,
        Causes.of(
            objection.mail(),
            Causes.owner(objection.owner()),
            objection.proof(),
            objection.breakIn() ? "a break-in" : "not me"));
  }

  /** Whoever asks for this account again meets it. */
  private static void warn(FlowContext context, Ticket ticket, Objection objection) {
    context.warn(ticket, Warning.Kind.OWNER_OBJECTED, objection.owner().toString());
  }
}
