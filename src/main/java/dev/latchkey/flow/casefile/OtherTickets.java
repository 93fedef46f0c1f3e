package dev.latchkey.flow.casefile;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.SafeText;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;
import java.util.Optional;

/**
 * Other tickets as staff read of them beside one: whose they are, about what, and how they stand.
 */
public final class OtherTickets {
  private static final int MOST = 5;
  private static final int LONGEST_REASON = 300;

  private OtherTickets() {}

  /** Those of the same requester, newest first. */
  public static List<Phrase> ofRequester(FlowContext context, Ticket ticket) {
    return context.work().tickets().others(ticket, MOST).stream()
        .filter(other -> other.requester().equals(ticket.requester()))
        .map(other -> of(context, ticket, other))
        .toList();
  }

  /** One of them, with the reason where it was declined. */
  static Phrase of(FlowContext context, Ticket ticket, Ticket other) {
    Optional<String> reason =
        other.state() == TicketState.REJECTED
            ? context
                .work()
                .tickets()
                .lastDetail(other.id(), TicketEvent.REJECTED)
                .map(words -> SafeText.line(words.replace('\n', ' '), LONGEST_REASON))
                .filter(words -> !words.isEmpty())
            : Optional.empty();
    Phrase named = named(ticket, other);
    return reason.<Phrase>map(words -> new CasePhrase.Declined(named, words)).orElse(named);
  }

  private static Phrase named(Ticket ticket, Ticket other) {
    if (ticket.account().isPresent() && other.account().equals(ticket.account())) {
      return new CasePhrase.EarlierOfAccount(
          other.reference(), other.requester(), other.state(), other.openedAt());
    }
    return other
        .account()
        .<Phrase>map(name -> new CasePhrase.OtherTicket(other.reference(), name, other.state()))
        .orElseGet(
            () -> new CasePhrase.OtherTicketWithoutAccount(other.reference(), other.state()));
  }
}
