package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.reply.OwnerReading;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.List;
import java.util.Optional;

/**
 * Codes of other people in a request of somebody's own. They count for nobody, and whoever holds
 * one has read a letter that was not theirs, as with any code that comes from elsewhere; but the
 * mail is a request, and it is answered as it would be without them, so that its writer learns
 * nothing of them. Words that object stop a recovery all the same, and go where the code belongs,
 * and so does who fills in no form and names no other account than the code was sent about: they
 * mean that request, and write from elsewhere.
 */
final class StrayCodes {
  private final OwnerReading words;

  StrayCodes(OwnerReading words) {
    this.words = words;
  }

  /** The tokens of these codes; none where the mail answers a letter that brought one. */
  List<IssuedToken> in(FlowContext context, Incoming mail) {
    Optional<EmailAddress> sender = mail.sender();
    if (sender.isEmpty() || mail.codes().isEmpty() || !mail.writtenByPerson()) {
      return List.of();
    }
    List<IssuedToken> others =
        mail.codes().stream()
            .flatMap(code -> context.work().tokens().findByCode(code).stream())
            .filter(StrayCodes::proves)
            .filter(token -> !token.recipient().equals(sender.get()))
            .toList();
    // Hardly a mail brings one, so its words are read last.
    if (others.isEmpty() || !mail.triaged().request().recovery() || answersOne(context, mail)) {
      return List.of();
    }
    List<IssuedToken> stray =
        others.stream()
            .filter(token -> !requester(context, token).equals(sender.get()))
            .filter(token -> !isMeant(context, mail, token))
            .toList();
    return stray.isEmpty() || words.read(mail) == OwnerAnswer.OBJECTS ? List.of() : stray;
  }

  private static boolean answersOne(FlowContext context, Incoming mail) {
    return mail.replyTokens().stream()
        .flatMap(token -> context.work().tokens().find(token).stream())
        .anyMatch(StrayCodes::proves);
  }

  private static boolean proves(IssuedToken token) {
    return token.purpose() == TokenPurpose.PROVE || token.purpose() == TokenPurpose.VOUCH;
  }

  private static boolean isMeant(FlowContext context, Incoming mail, IssuedToken token) {
    Ticket ticket = context.work().tickets().load(token.ticketId());
    RequestReading request = mail.triaged().request();
    return ticket.accepts(TicketEvent.EVIDENCE_RECORDED)
        && (mail.account().isEmpty() || mail.account().equals(ticket.account()))
        && request.codeOfConduct().isEmpty()
        && request.acknowledged().isEmpty();
  }

  /** Who asked, and sends the code of another address of theirs, is told so. */
  private static EmailAddress requester(FlowContext context, IssuedToken token) {
    Ticket ticket = context.work().tickets().load(token.ticketId());
    return ticket.requester();
  }
}
