package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.letter.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.SentMail;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.sender.SenderTrust;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Names the one flow for a mail: the road map of the desk, read from top to bottom. */
public final class FlowPicker {
  private final StaffRoster staff;
  private final MessageIds messageIds;
  private final Flows flows;

  /** The flows, by what they are for. */
  public record Flows(
      MailFlow<Addressee.Stranger> request,
      MailFlow<Addressee.Claimant> requesterReply,
      MailFlow<Addressee.Claimant> replyFromElsewhere,
      MailFlow<Addressee.Owner> codeAnswer,
      MailFlow<Addressee.Owner> noticeReply,
      MailFlow<Addressee.Staff> staff,
      MailFlow<Addressee> bounce,
      Letters letters) {}

  public FlowPicker(StaffRoster staff, MessageIds messageIds, Flows flows) {
    this.staff = staff;
    this.messageIds = messageIds;
    this.flows = flows;
  }

  /** Runs the one flow. */
  Result run(FlowContext context, Incoming mail, Addressee from) {
    return switch (mail.triaged().kind().kind()) {
      case LOOP -> unanswered(context, mail, Outcome.OWN_MAIL_IGNORED, "our own mail came back");
      case BOUNCE_PERMANENT, BOUNCE_TEMPORARY, DELIVERY_DELAY, DSN_SUCCESS ->
          flows.bounce().run(context, mail, from);
      case AUTO_REPLY, FEEDBACK_REPORT ->
          unanswered(context, mail, Outcome.AUTOMATIC_IGNORED, "written by a machine");
      case LIST -> unanswered(context, mail, Outcome.LIST_IGNORED, "list or bulk mail");
      case HUMAN -> ofPerson(context, mail, from);
    };
  }

  private Result ofPerson(FlowContext context, Incoming mail, Addressee from) {
    if (from instanceof Addressee.Owner owner) {
      return owner.token().purpose() == TokenPurpose.CANCEL
          ? flows.noticeReply().run(context, mail, owner)
          : flows.codeAnswer().run(context, mail, owner);
    }
    if (from instanceof Addressee.Staff member) {
      return flows.staff().run(context, mail, member);
    }
    if (from instanceof Addressee.Claimant claimant) {
      return switch (claimant.way()) {
        case REPLY, THREAD -> flows.requesterReply().run(context, mail, claimant);
        case ELSEWHERE -> flows.replyFromElsewhere().run(context, mail, claimant);
      };
    }
    Optional<EmailAddress> sender = mail.sender();
    if (sender.isEmpty()) {
      boolean plain = mail.mail().identity().isPresent();
      return unanswered(
          context,
          mail,
          Outcome.NO_IDENTITY,
          plain
              ? "the sender failed authentication"
              : "From names no single plain address: " + mail.mail().faults(),
          Optional.of(plain ? new Phrase.SenderUnproved() : new Phrase.NoPlainSender()));
    }
    boolean known = !context.work().tickets().openOfRequester(sender.get()).isEmpty();
    if (mail.triaged().request().recovery() || known || mail.claimed().headerOnly()) {
      return flows.request().run(context, mail, new Addressee.Stranger());
    }
    return unanswered(
        context,
        mail,
        Outcome.NOT_A_REQUEST,
        "no recovery request",
        Optional.of(new Phrase.NoRequest()));
  }

  /**
   * Whom a mail answers: a code in it counts wherever it was sent, else the address it was sent to
   * does, else who wrote it.
   */
  Addressee addressee(FlowContext context, Incoming mail) {
    Optional<IssuedToken> reply = mail.replyToken().flatMap(context.work().tokens()::find);
    List<IssuedToken> known =
        Stream.concat(
                mail.codes().stream()
                    .flatMap(code -> context.work().tokens().findByCode(code).stream())
                    .sorted(Comparator.comparing(token -> token.purpose() != TokenPurpose.CANCEL)),
                reply.stream())
            .toList();
    // Codes come first, so that the right code counts as an answer to any letter to an owner.
    Optional<IssuedToken> owners = known.stream().filter(FlowPicker::isOwners).findFirst();
    if (owners.isPresent()) {
      return new Addressee.Owner(owners.get());
    }
    Optional<EmailAddress> sender = mail.sender();
    if (reply.isPresent()) {
      boolean recipients = sender.filter(reply.get().recipient()::equals).isPresent();
      return reply.get().purpose() != TokenPurpose.THREAD
          ? new Addressee.Staff(reply)
          : new Addressee.Claimant(
              reply.get().ticketId(), recipients ? Addressee.Way.REPLY : Addressee.Way.ELSEWHERE);
    }
    if (sender.flatMap(staff::find).filter(StaffMember::active).isPresent()
        && mail.trust().level() == SenderTrust.Level.ALIGNED) {
      return new Addressee.Staff(Optional.empty());
    }
    return sender
        .flatMap(who -> threadOf(context, mail, who))
        .<Addressee>map(ticket -> new Addressee.Claimant(ticket, Addressee.Way.THREAD))
        .orElseGet(Addressee.Stranger::new);
  }

  private static boolean isOwners(IssuedToken token) {
    return token.purpose() == TokenPurpose.CANCEL || token.purpose() == TokenPurpose.PROVE;
  }

  /** The ticket of a mail of ours to this very sender that the mail says it answers. */
  private Optional<Long> threadOf(FlowContext context, Incoming mail, EmailAddress sender) {
    for (String id : mail.mail().answeredIds()) {
      OptionalLong number = messageIds.outboxIdIn(id);
      Optional<SentMail> sent =
          number.isEmpty() ? Optional.empty() : context.work().outbox().find(number.getAsLong());
      Optional<Long> ticket =
          sent.filter(ours -> ours.recipient().equals(sender))
              .filter(ours -> ours.letter().toRequester())
              .flatMap(SentMail::ticketId);
      if (ticket.isPresent()) {
        return ticket;
      }
    }
    return Optional.empty();
  }

  private Result unanswered(FlowContext context, Incoming mail, Outcome outcome, String reason) {
    return unanswered(context, mail, outcome, reason, Optional.empty());
  }

  private Result unanswered(
      FlowContext context, Incoming mail, Outcome outcome, String reason, Optional<Phrase> alarm) {
    return new UnansweredFlow(outcome, reason, alarm, flows.letters())
        .run(context, mail, new Addressee.Stranger());
  }
}
