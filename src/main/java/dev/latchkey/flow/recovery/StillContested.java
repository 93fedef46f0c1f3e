package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Objectors;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.Contest;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request that was objected to, and closed before anybody of the staff decided on that. Opened
 * again it is where it was: who asked cannot take it out of CONTESTED by closing it.
 */
public final class StillContested {
  private final Letters letters;
  private final StopNotices stops;

  public StillContested(Letters letters, StopNotices stops) {
    this.letters = letters;
    this.stops = stops;
  }

  /** Whether the last objection to a ticket was decided on by nobody. */
  public static boolean undecided(FlowContext context, Ticket ticket) {
    return !Objectors.undecided(context, ticket).isEmpty();
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
    letters.toAllStaff(
        context,
        contested,
        new AlertLetter.Contested(
            Contest.OBJECTED_BEFORE_CLOSED,
            context.account(contested).map(Account::name),
            false,
            facts(contested, objectors),
            Optional.empty(),
            words,
            List.of(),
            List.of(),
            false,
            true),
        key);
    letters.toRequester(
        context, contested, new DecisionLetter.UnderCheck(false, Optional.empty()), key);
    return contested;
  }

  private static List<Phrase> facts(Ticket ticket, Set<EmailAddress> objectors) {
    List<Phrase> facts = new ArrayList<>();
    objectors.forEach(objector -> facts.add(new CasePhrase.ObjectionFrom(objector)));
    facts.add(new CasePhrase.ClaimBy(ticket.reference(), ticket.requester()));
    return facts;
  }
}
