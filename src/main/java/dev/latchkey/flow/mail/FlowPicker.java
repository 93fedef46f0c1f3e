package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressed;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.Audience;
import dev.latchkey.store.SentMail;
import dev.latchkey.trust.IssuedToken;
import dev.latchkey.trust.MessageIds;
import dev.latchkey.trust.SenderTrust;
import dev.latchkey.trust.StaffMember;
import dev.latchkey.trust.StaffRoster;
import java.util.Optional;
import java.util.OptionalLong;

/** Names the one flow for a mail: the road map of the desk, read from top to bottom. */
public final class FlowPicker {
  private final StaffRoster staff;
  private final MessageIds messageIds;
  private final Flows flows;

  /** The flows, by what they are for. */
  public record Flows(
      MailFlow request,
      RequesterReplyFlow requesterReply,
      MailFlow codeAnswer,
      MailFlow noticeReply,
      MailFlow staffReply,
      MailFlow staffMail,
      MailFlow bounce,
      MailFlow strangerReply,
      Letters letters) {}

  public FlowPicker(StaffRoster staff, MessageIds messageIds, Flows flows) {
    this.staff = staff;
    this.messageIds = messageIds;
    this.flows = flows;
  }

  MailFlow pick(FlowContext turn, Incoming mail) {
    return switch (mail.triaged().kind().kind()) {
      case LOOP -> unanswered(Outcome.OWN_MAIL_IGNORED, "our own mail came back");
      case BOUNCE_PERMANENT, BOUNCE_TEMPORARY, DELIVERY_DELAY, DSN_SUCCESS -> flows.bounce();
      case AUTO_REPLY, FEEDBACK_REPORT ->
          unanswered(Outcome.AUTOMATIC_IGNORED, "written by a machine");
      case LIST -> unanswered(Outcome.LIST_IGNORED, "list or bulk mail");
      case HUMAN -> ofPerson(turn, mail);
    };
  }

  private MailFlow ofPerson(FlowContext turn, Incoming mail) {
    if (Addressed.cancel(turn, mail).isPresent()) {
      return flows.noticeReply();
    }
    if (Addressed.proof(turn, mail).isPresent()) {
      return flows.codeAnswer();
    }
    Optional<IssuedToken> token = Addressed.reply(turn, mail);
    if (token.isPresent()) {
      return switch (token.get().purpose()) {
        case DECIDE, TASK -> flows.staffReply();
        case THREAD ->
            mail.sender().filter(token.get().recipient()::equals).isPresent()
                ? flows.requesterReply()
                : flows.strangerReply();
        case PROVE, CANCEL -> throw new IllegalStateException("picked above");
      };
    }
    Optional<EmailAddress> sender = mail.sender();
    if (sender.isEmpty()) {
      return unanswered(Outcome.NO_IDENTITY, identityFault(mail));
    }
    if (staff.find(sender.get()).filter(StaffMember::active).isPresent()
        && mail.trust().level() == SenderTrust.Level.ALIGNED) {
      return flows.staffMail();
    }
    Optional<Long> thread = threadOf(turn, mail, sender.get());
    if (thread.isPresent()) {
      long ticketId = thread.get();
      return (t, m) -> flows.requesterReply().join(t, t.work().tickets().load(ticketId), m);
    }
    boolean known = !turn.work().tickets().openOfRequester(sender.get()).isEmpty();
    if (mail.triaged().request().recovery() || known || mail.claimed().headerOnly()) {
      return flows.request();
    }
    return unanswered(Outcome.NOT_A_REQUEST, "no recovery request");
  }

  /** The ticket of a mail of ours to this very sender that the mail says it answers. */
  private Optional<Long> threadOf(FlowContext turn, Incoming mail, EmailAddress sender) {
    for (String id : mail.mail().answeredIds()) {
      OptionalLong number = messageIds.outboxIdIn(id);
      Optional<SentMail> sent =
          number.isEmpty() ? Optional.empty() : turn.work().outbox().find(number.getAsLong());
      Optional<Long> ticket =
          sent.filter(ours -> ours.recipient().equals(sender))
              .filter(ours -> ours.letter().audience() == Audience.REQUESTER)
              .flatMap(SentMail::ticketId);
      if (ticket.isPresent()) {
        return ticket;
      }
    }
    return Optional.empty();
  }

  private MailFlow unanswered(Outcome outcome, String reason) {
    return new UnansweredFlow(outcome, reason, flows.letters());
  }

  private static String identityFault(Incoming mail) {
    return mail.mail().identity().isEmpty()
        ? "From names no single plain address: " + mail.mail().faults()
        : "the sender failed authentication";
  }
}
