package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Objectors;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.ResetReports;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.Optional;

/**
 * Tells everyone that a reset was carried out although it had been called off: all of the staff,
 * who may have to undo it in the account system, the owners, and the requester. Where an owner
 * objected it is told as what an owner objects to after the reset is.
 */
public final class LateReset {
  private final Letters letters;
  private final Notices notices;
  private final StopNotices stops;
  private final SecurityContact security;

  public LateReset(Letters letters, Notices notices, StopNotices stops, SecurityContact security) {
    this.letters = letters;
    this.notices = notices;
    this.stops = stops;
    this.security = security;
  }

  /**
   * Tells them.
   *
   * @param recovered the ticket, after its reset was reported
   */
  public void tell(FlowContext context, Ticket recovered) {
    String key = key(recovered);
    if (toldAsDisputed(context, recovered, key)) {
      letters.toRequester(context, recovered, new DecisionLetter.DoneDespite(), key);
    } else if (AccountAlarm.frozen(context, recovered)) {
      // Whoever reads how to get in would find it closed.
      notices.recoveredDespite(context, recovered);
      letters.toRequester(context, recovered, new DecisionLetter.DoneDespite(), key);
    } else {
      notices.recovered(context, recovered, heldByRequester(context, recovered));
    }
  }

  /**
   * Tells them what the account system said after it had been called off. What called it off
   * stands: the ticket stays where it is, and people look at once. Where the staff found out
   * before, and all have read it, there is nothing to tell.
   */
  public void answered(FlowContext context, Ticket ticket) {
    if (ResetReports.of(context.work().tickets().history(ticket.id())).saysOfTheLast()) {
      return;
    }
    Ticket noted =
        context.apply(ticket, TicketEvent.NOTED, Cause.desk(new Detail.DoneDespite().text()));
    String key = key(noted);
    if (!toldAsDisputed(context, noted, key)) {
      notices.recoveredDespite(context, noted);
    }
    letters.toRequester(context, noted, new DecisionLetter.DoneDespite(), key);
  }

  private static String key(Ticket ticket) {
    return "too late " + ticket.version();
  }

  /** Tells the staff; and where an owner objected, the owners and the security contact. */
  private boolean toldAsDisputed(FlowContext context, Ticket ticket, String key) {
    String name = context.nameOnRecord(ticket);
    letters.toAllStaff(context, ticket, new AlertLetter.ResetTooLate(name), key);
    Optional<HistoryEntry> objection = Objectors.last(context, ticket);
    objection.ifPresent(
        entry -> {
          boolean breakIn = entry.event() == TicketEvent.BREAK_IN_REPORTED;
          stops.disputed(context, ticket, breakIn, true, security.there());
          security.tell(
              context,
              ticket,
              new SecurityLetter.SecurityObjection(
                  name,
                  entry.cause().actor().address().orElseThrow(),
                  breakIn,
                  false,
                  false,
                  Text.NONE),
              key);
        });
    return objection.isPresent();
  }

  /** Whether it was the requester whose words called the order off. */
  private static boolean heldByRequester(FlowContext context, Ticket ticket) {
    return context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.from() == TicketState.EXECUTING)
        .filter(entry -> entry.to() != TicketState.EXECUTING)
        .reduce((earlier, later) -> later)
        .filter(entry -> entry.cause().actor().kind() == Actor.Kind.REQUESTER)
        .isPresent();
  }
}
