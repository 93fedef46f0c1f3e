package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.words.WholeName;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.List;
import java.util.Optional;

/**
 * Finds out whether a mail that answers no letter comes from somebody who was asked to vouch, and
 * speaks of the account that they were asked about. Only a proved sender counts, or for a "no" one
 * whom the domain of From sent.
 */
final class VoucherMails {
  private VoucherMails() {}

  /** Who was asked; empty for everybody else. */
  static Optional<Addressee> find(FlowContext context, Incoming mail, EmailAddress sender) {
    boolean believed =
        mail.trust().level() == SenderTrust.Level.ALIGNED
            || (mail.trust().fromDomain() && mail.triaged().ruledOwner() == OwnerAnswer.OBJECTS);
    if (!believed || !mail.writtenByPerson()) {
      return Optional.empty();
    }
    return context.work().tokens().vouches(sender, context.now()).stream()
        .filter(token -> isAbout(context, token, mail, sender))
        .findFirst()
        .map(token -> Addressee.Owner.of(List.of(token)));
  }

  private static boolean isAbout(
      FlowContext context, IssuedToken token, Incoming mail, EmailAddress sender) {
    Ticket ticket = context.work().tickets().load(token.ticketId());
    boolean own =
        mail.triaged().request().recovery()
            && mail.account().isPresent()
            && !mail.account().equals(ticket.account());
    return !ticket.state().closed()
        && !ticket.requester().equals(sender)
        && !own
        && ticket.account().filter(account -> names(mail, account)).isPresent();
  }

  /** Whether its words hold the name as a whole. */
  private static boolean names(Incoming mail, String account) {
    return new WholeName(account)
        .isIn(mail.triaged().mail().subject() + "\n" + mail.triaged().reply().generous());
  }
}
