package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.reply.AfterWords;
import dev.latchkey.flow.reply.Denials;
import dev.latchkey.flow.reply.DomainMails;
import dev.latchkey.flow.reply.OwnerReading;
import dev.latchkey.flow.staff.StaffAway;
import dev.latchkey.flow.staff.StaffByOtherHands;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.kind.OutOfOfficeRule;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Names the one flow for a mail: the road map of the desk, read from top to bottom. Whom the mail
 * answers, {@link Addressees} has found out.
 */
public final class FlowPicker {
  private final ReturnAddress returnAddress;
  private final OwnerReading says;
  private final StrayCodes strayCodes;
  private final Denials denials = new Denials();
  private final DomainMails domainMails = new DomainMails();
  private final Flows flows;

  /** The flows, by what they are for. */
  public record Flows(
      MailFlow<Addressee.Stranger> request,
      MailFlow<Addressee.Claimant> requesterReply,
      MailFlow<Addressee.Claimant> unreadableReply,
      MailFlow<Addressee.Claimant> replyFromElsewhere,
      MailFlow<Addressee.Owner> codeAnswer,
      MailFlow<Addressee.Owner> noticeReply,
      MailFlow<Addressee.Owner> vouch,
      MailFlow<Addressee.Staff> staff,
      StaffByOtherHands staffByOtherHands,
      StaffAway staffAway,
      MailFlow<Addressee> bounce,
      MailFlow<Addressee.Stranger> inquiry,
      MailFlow<Addressee.Claimant> inquiryReply,
      MailFlow<Addressee.Stranger> noIdentity,
      SecurityReplyFlow security,
      OtherHands otherHands,
      AlarmsInWords alarms) {}

  public FlowPicker(ReturnAddress returnAddress, OwnerReading says, Flows flows) {
    this.returnAddress = returnAddress;
    this.says = says;
    this.strayCodes = new StrayCodes(says);
    this.flows = flows;
  }

  /** Runs the one flow: whom the mail answers counts first, then what kind it is. */
  Result run(FlowContext context, Incoming mail, Addressee from) {
    if (!(from instanceof Addressee.Owner)) {
      strayCodes
          .in(context, mail)
          .forEach(token -> ofOneOwner(context, mail, Addressee.Owner.of(List.of(token))));
    }
    return flows.alarms().beside(context, mail, from, () -> ofAnybody(context, mail, from));
  }

  private Result ofAnybody(FlowContext context, Incoming mail, Addressee from) {
    if (from instanceof Addressee.Owner owner && isAnswer(mail, owner)) {
      return ofOwner(context, mail, owner);
    }
    return switch (mail.triaged().kind().kind()) {
      case LOOP -> flows.otherHands().ofOurselves(context, mail);
      case BOUNCE_PERMANENT, BOUNCE_TEMPORARY, DELIVERY_DELAY, DSN_SUCCESS -> {
        tellStaff(context, mail, from);
        yield flows.bounce().run(context, mail, from);
      }
      case AUTO_REPLY, FEEDBACK_REPORT -> {
        tellStaff(context, mail, from);
        if (from instanceof Addressee.Staff member) {
          flows.staffAway().passOn(context, mail, member);
        }
        yield Result.without(Outcome.AUTOMATIC_IGNORED, "written by a machine");
      }
      case LIST -> {
        tellStaff(context, mail, from);
        yield flows.otherHands().ofList(context, mail);
      }
      case HUMAN -> ofPerson(context, mail, from);
    };
  }

  private void tellStaff(FlowContext context, Incoming mail, Addressee from) {
    if (from instanceof Addressee.Staff member) {
      flows.staffByOtherHands().tell(context, mail, member);
    }
  }

  /**
   * Whether what came to an owner's secret address, or brings their code or stop word, is an answer
   * of theirs. Marks of a machine do not go before that; only our own mail, what came back with our
   * signed return address, and an out-of-office are none: it repeats what it answers, and nobody
   * wrote it, so that a code in it proves nothing.
   */
  private boolean isAnswer(Incoming mail, Addressee.Owner owner) {
    boolean proved =
        Stream.concat(Stream.of(owner), owner.others().stream())
            .flatMap(one -> one.token().stream())
            .flatMap(token -> token.codeHash().stream())
            .anyMatch(mail.codes()::contains);
    return switch (mail.triaged().kind().kind()) {
      case HUMAN -> true;
      case LOOP -> false;
      case BOUNCE_PERMANENT, BOUNCE_TEMPORARY, DELIVERY_DELAY, DSN_SUCCESS ->
          proved && returnAddress.outboxIdIn(mail.mail()).isEmpty();
      // What repeats our letter on its own proves nothing and says nothing. One that only looks so
      // may be a person's, and nobody's program objects.
      case AUTO_REPLY, FEEDBACK_REPORT, LIST ->
          !OutOfOfficeRule.holds(mail.mail())
              || (mail.mail().field("Auto-Submitted").isEmpty() && says.mayObject(mail));
    };
  }

  /** A mail to several addresses of ours counts for each, and an objection among them first. */
  private Result ofOwner(FlowContext context, Incoming mail, Addressee.Owner from) {
    Result result = ofOneOwner(context, mail, from);
    for (Addressee.Owner other : from.others()) {
      Result more = ofOneOwner(context, mail, other);
      result = more.outcome().objects() ? more : result;
    }
    return result;
  }

  private Result ofOneOwner(FlowContext context, Incoming mail, Addressee.Owner owner) {
    return switch (owner.token().map(IssuedToken::purpose).orElse(TokenPurpose.CANCEL)) {
      case PROVE -> flows.codeAnswer().run(context, mail, owner);
      case VOUCH -> flows.vouch().run(context, mail, owner);
      case THREAD, CANCEL, DECIDE, TASK, CONFIRM -> flows.noticeReply().run(context, mail, owner);
    };
  }

  private Result ofPerson(FlowContext context, Incoming mail, Addressee from) {
    if (from instanceof Addressee.Staff member) {
      return flows.staff().run(context, mail, member);
    }
    if (from instanceof Addressee.Claimant claimant) {
      return ofClaimant(context, mail, claimant);
    }
    // The security contact reports what others wrote; no recovery is theirs.
    return flows.security().isContact(mail)
        ? flows
            .security()
            .run(context, mail)
            .orElseGet(() -> flows.inquiry().run(context, mail, new Addressee.Stranger()))
        : ofStranger(context, mail);
  }

  private Result ofClaimant(FlowContext context, Incoming mail, Addressee.Claimant claimant) {
    if (claimant.way() == Addressee.Way.ELSEWHERE) {
      if (denials.in(context, mail).isPresent()) {
        return flows.inquiry().run(context, mail, new Addressee.Stranger());
      }
      return flows.replyFromElsewhere().run(context, mail, claimant);
    }
    if (context.work().tickets().load(claimant.ticketId()).inquiry()) {
      return flows.inquiryReply().run(context, mail, claimant);
    }
    return mail.unreadable().filter(why -> why != UnreadableBody.EMPTY).isPresent()
        ? flows.unreadableReply().run(context, mail, claimant)
        : flows.requesterReply().run(context, mail, claimant);
  }

  private Result ofStranger(FlowContext context, Incoming mail) {
    Optional<EmailAddress> sender = mail.sender();
    if (sender.isEmpty()) {
      return flows.noIdentity().run(context, mail, new Addressee.Stranger());
    }
    // Who speaks of a mailbox at their own domain asks for no account of theirs.
    boolean domain = !domainMails.find(context, mail).isEmpty();
    if (domain || denials.in(context, mail).isPresent()) {
      return flows.inquiry().run(context, mail, new Addressee.Stranger());
    }
    List<Ticket> open = context.work().tickets().openOfRequester(sender.get());
    Optional<Ticket> settled =
        open.isEmpty() ? thanked(context, mail, sender.get()) : Optional.empty();
    if (settled.isPresent()) {
      return ofClaimant(
          context, mail, new Addressee.Claimant(settled.get().id(), Addressee.Way.THREAD));
    }
    boolean known = open.stream().anyMatch(ticket -> !ticket.inquiry());
    boolean request = mail.triaged().request().recovery() || known || mail.claimed().headerOnly();
    if (request) {
      flows.otherHands().tellOfForm(context, mail);
    }
    return (request && mail.malformed().isEmpty() ? flows.request() : flows.inquiry())
        .run(context, mail, new Addressee.Stranger());
  }

  /** The request whose reset a mail of its own, which answers no letter, says went well. */
  private static Optional<Ticket> thanked(FlowContext context, Incoming mail, EmailAddress sender) {
    return AfterWords.afterReset(mail) == AfterWords.NOTHING
        ? context
            .work()
            .tickets()
            .newestOf(sender)
            .filter(ticket -> ticket.state() == TicketState.RECOVERED)
        : Optional.empty();
  }
}
