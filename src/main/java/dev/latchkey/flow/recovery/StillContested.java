package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.InTheWay;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.Objectors;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.Contest;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request that was stopped before it could stand still. One that was closed before anybody of the
 * staff decided on an objection is, opened again, where it was: who asked cannot take it out of
 * CONTESTED by closing it. And one that nothing was proved for stands still with the first proof.
 */
public final class StillContested {
  private final Letters letters;
  private final StopNotices stops;
  private final KeptStops kept;

  public StillContested(Letters letters, StopNotices stops, KeptStops kept) {
    this.kept = kept;
    this.letters = letters;
    this.stops = stops;
  }

  /**
   * Whether the last objection to a closed ticket was decided on by nobody, and it may show to the
   * requester that there was one.
   */
  public boolean undecided(FlowContext context, Ticket ticket) {
    return !kept.isStrangers(context, ticket) && !Objectors.undecided(context, ticket).isEmpty();
  }

  /**
   * Opens it where it was, and tells all staff, whoever objected and the requester.
   *
   * @param ticket a closed one
   * @param words of the requester
   */
  public Ticket open(FlowContext context, Ticket ticket, Cause cause, Text words, String key) {
    Ticket open = context.apply(ticket, TicketEvent.REOPENED, cause);
    Ticket contested =
        context.apply(
            open,
            TicketEvent.STILL_CONTESTED,
            Cause.desk("objected to before it was closed, and nobody decided on that"));
    Set<EmailAddress> objectors = Objectors.undecided(context, ticket);
    stops.stillStopped(context, contested, objectors);
    tell(context, contested, Contest.OBJECTED_BEFORE_CLOSED, words, objectors, key);
    return contested;
  }

  /**
   * Makes a stop that is kept take effect, now that something is proved, and tells all staff and
   * the requester. The owners read that it was stopped when it was.
   */
  public Ticket afterProof(FlowContext context, Ticket ticket) {
    if (!KeptStops.due(context, ticket)) {
      return ticket;
    }
    Ticket contested =
        context.apply(
            ticket,
            TicketEvent.STILL_CONTESTED,
            Cause.desk("stopped while nothing was proved for it, and something is now"));
    tell(
        context,
        contested,
        Contest.PROVED_AFTER_STOP,
        Text.NONE,
        Objectors.undecided(context, ticket),
        "version " + contested.version());
    return contested;
  }

  private void tell(
      FlowContext context,
      Ticket contested,
      Contest why,
      Text words,
      Set<EmailAddress> objectors,
      String key) {
    letters.toAllStaff(
        context,
        contested,
        new AlertLetter.Contested(
            why,
            context.account(contested).map(Account::name),
            false,
            facts(contested, objectors),
            Optional.empty(),
            words,
            List.of(),
            List.of(),
            false,
            true,
            InTheWay.ofResume(context, contested).map(Reference::toString)),
        key);
    letters.toRequester(
        context, contested, new DecisionLetter.UnderCheck(false, Optional.empty()), key);
  }

  private static List<Phrase> facts(Ticket ticket, Set<EmailAddress> objectors) {
    List<Phrase> facts = new ArrayList<>();
    objectors.forEach(objector -> facts.add(new CasePhrase.ObjectionFrom(objector)));
    facts.add(new CasePhrase.ClaimBy(ticket.reference(), ticket.requester()));
    return facts;
  }
}
