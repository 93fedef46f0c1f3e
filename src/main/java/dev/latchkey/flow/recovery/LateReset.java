package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Objectors;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.DecisionLetter;
import dev.latchkey.letter.SecurityLetter;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Ticket;
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
    String name = context.account(recovered).map(Account::name).orElse("");
    String key = "too late " + recovered.version();
    letters.toAllStaff(context, recovered, new AlertLetter.ResetTooLate(name), key);
    Optional<EmailAddress> objector = Objectors.last(context, recovered);
    if (objector.isPresent()) {
      stops.disputed(context, recovered, false, true, security.there());
      security.tell(
          context,
          recovered,
          new SecurityLetter.SecurityObjection(
              name, objector.get(), false, false, false, Text.NONE),
          key);
      letters.toRequester(context, recovered, new DecisionLetter.DoneDespite(), key);
    } else {
      notices.recovered(context, recovered, heldByRequester(context, recovered));
    }
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
