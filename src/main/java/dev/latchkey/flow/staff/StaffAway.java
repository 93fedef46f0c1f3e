package dev.latchkey.flow.staff;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.kind.OutOfOfficeRule;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.Optional;

/**
 * The out-of-office of somebody to whom a case went: it goes to a colleague who has not got it yet,
 * so that it does not wait in an empty room. Whoever is away keeps theirs; nobody is told twice.
 */
public final class StaffAway {
  private final Review review;

  public StaffAway(Review review) {
    this.review = review;
  }

  /** Sends the case to somebody else, if one lies there. */
  public void passOn(FlowContext context, Incoming mail, Addressee.Staff from) {
    Optional<EmailAddress> away =
        from.token()
            .filter(token -> token.purpose() == TokenPurpose.DECIDE)
            .filter(token -> token.usedAt().isEmpty())
            .map(IssuedToken::recipient)
            .filter(who -> mail.sender().filter(who::equals).isPresent());
    if (away.isEmpty() || !OutOfOfficeRule.holds(mail.mail())) {
      return;
    }
    from.token()
        .map(token -> context.work().tickets().load(token.ticketId()))
        .filter(ticket -> ticket.state() == TicketState.IN_REVIEW)
        .ifPresent(ticket -> review.sendInstead(context, ticket, "away " + away.get()));
  }
}
