package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.casefile.InTheWay;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Notices;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.Wrote;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.owner.PauseReader;
import java.util.Optional;

/**
 * What a requester writes that all of the staff read at once, because a recovery that was approved
 * stops for it, or one that stands still waits for them.
 */
public final class WordsToStaff {
  private final Letters letters;
  private final Notices notices;

  public WordsToStaff(Letters letters, Notices notices) {
    this.letters = letters;
    this.notices = notices;
  }

  /**
   * Whether it stands still because of what somebody outside the staff wrote, and its requester
   * writes from an address of the account, so that they may have been heard there by mistake.
   */
  static boolean stoppedByWords(FlowContext context, Ticket ticket) {
    return context.account(ticket).filter(it -> it.registers(ticket.requester())).isPresent()
        && wasStoppedByWords(context, ticket);
  }

  private static boolean wasStoppedByWords(FlowContext context, Ticket ticket) {
    if (ticket.state() != TicketState.ON_HOLD) {
      return ticket.state() == TicketState.CONTESTED;
    }
    return context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.from() != entry.to() && entry.to() == TicketState.ON_HOLD)
        .map(HistoryEntry::cause)
        .map(cause -> cause.actor().kind())
        .reduce((earlier, later) -> later)
        .filter(
            kind ->
                kind == Actor.Kind.OWNER
                    || kind == Actor.Kind.REQUESTER
                    || kind == Actor.Kind.VOUCHER)
        .isPresent();
  }

  /**
   * It may be over for them, or they ask us to wait, and what was approved would be carried out, or
   * what lies before people approved, before they answer: any one signal stops it, and only a
   * person has it go on.
   */
  Result perhapsOver(FlowContext context, Ticket ticket, Incoming mail) {
    boolean running = ticket.state() == TicketState.EXECUTING;
    Ticket held = context.apply(ticket, TicketEvent.HELD, Written.cause(mail, ticket));
    boolean later = !running && PauseReader.postpones(mail.triaged().reply().generous());
    Wrote wrote = later ? Wrote.ASKS_TO_WAIT : Wrote.PERHAPS_OVER;
    tell(context, held, mail, wrote, running, Written.key(mail));
    notices.off(context, ticket, held, Optional.of(held.requester()));
    letters.toRequester(
        context,
        held,
        new DecisionLetter.PerhapsOver(running, ticket.state().approved(), later),
        Written.key(mail));
    return Result.of(Outcome.KEPT_WITH_TICKET, held, "perhaps it is over, and it stands still");
  }

  /**
   * The owner is dead, they say: nothing goes on before a person has read it, and they are asked
   * for nothing.
   */
  Result bereaved(FlowContext context, Ticket ticket, Incoming mail, boolean answers) {
    boolean running = ticket.state() == TicketState.EXECUTING;
    boolean hold = !ticket.state().standsStill() && ticket.accepts(TicketEvent.HELD);
    Ticket next =
        context.apply(
            ticket, hold ? TicketEvent.HELD : TicketEvent.MAIL_ADDED, Written.cause(mail, ticket));
    tell(context, next, mail, Wrote.OWNER_DECEASED, running, Written.key(mail));
    if (hold) {
      notices.off(context, ticket, next, Optional.empty());
    }
    if (answers) {
      letters.toRequester(
          context,
          next,
          new RequesterLetter.ForAnother(
              true, next.state().standsStill() && !running, false, false),
          Written.key(mail));
    }
    return Result.of(Outcome.KEPT_WITH_TICKET, next, "says that the owner is dead");
  }

  /**
   * They write in the owner's place: all staff read it, and they read what is needed, each once a
   * ticket.
   *
   * @param answers they may be written to
   * @param code the code of their address was right and counts
   */
  void another(FlowContext context, Ticket ticket, Incoming mail, boolean answers, boolean code) {
    tell(context, ticket, mail, Wrote.ANOTHER_WRITES, false, "another writes");
    if (answers && (code || !WritersPlace.wasAsked(context, ticket))) {
      letters.asItStands(
          context,
          ticket,
          now ->
              new RequesterLetter.ForAnother(
                  false, now.state().standsStill(), code, code && OtherCode.missing(context, now)),
          code ? Written.key(mail) : "another writes");
    }
  }

  /**
   * Once for each time that it stands still, unless it may tell of somebody in the account; what
   * else comes later waits for the digest.
   */
  void whileStopped(FlowContext context, Ticket ticket, Incoming mail) {
    String key =
        mail.triaged().tellsOfCompromise() ? Written.key(mail) : "stopped " + ticket.stateSince();
    tell(context, ticket, mail, Wrote.WHILE_STOPPED, false, key);
    // The digest has it as well, with what they write later.
    context.work().messages().missed(mail.id());
  }

  /** Once for each request that was merged. */
  void afterMerge(FlowContext context, Ticket merged, Ticket into, Incoming mail) {
    tell(
        context,
        into,
        merged.requester(),
        mail,
        Wrote.AFTER_MERGE,
        false,
        "merged " + merged.reference());
  }

  private void tell(
      FlowContext context, Ticket ticket, Incoming mail, Wrote why, boolean running, String key) {
    tell(context, ticket, ticket.requester(), mail, why, running, key);
  }

  private void tell(
      FlowContext context,
      Ticket ticket,
      EmailAddress writer,
      Incoming mail,
      Wrote why,
      boolean running,
      String key) {
    letters.toAllStaff(
        context,
        ticket,
        new AlertLetter.RequesterWrote(
            writer,
            why,
            new Text(CaseMessages.withoutCodes(Written.words(mail))),
            ticket.state(),
            ticket.state().standsStill(),
            running,
            InTheWay.ofResume(context, ticket).map(Reference::toString)),
        key);
  }
}
