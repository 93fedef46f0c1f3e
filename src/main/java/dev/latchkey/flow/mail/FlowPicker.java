package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.CompromiseAlert;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.recovery.StopRecovery;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.store.SentMail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.kind.OutOfOfficeRule;
import dev.latchkey.triage.request.CorrectionReader.Corrected;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.MessageIds;
import dev.latchkey.trust.secret.ReturnAddress;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.sender.SenderTrust;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Names the one flow for a mail: the road map of the desk, read from top to bottom. */
public final class FlowPicker {
  private static final Set<Outcome> OBJECTIONS =
      EnumSet.of(Outcome.OWNER_OBJECTED, Outcome.VOUCHER_OBJECTED);
  private final StaffRoster staff;
  private final MessageIds messageIds;
  private final ReturnAddress returnAddress;
  private final OwnMails ownMails;
  private final OwnerWords ownerWords;
  private final Denials denials = new Denials();
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
      MailFlow<Addressee> bounce,
      MailFlow<Addressee.Stranger> inquiry,
      MailFlow<Addressee.Claimant> inquiryReply,
      MailFlow<Addressee.Stranger> noIdentity,
      SecurityReplyFlow security,
      OtherHands otherHands,
      CompromiseAlert compromise) {}

  public FlowPicker(
      StaffRoster staff,
      MessageIds messageIds,
      ReturnAddress returnAddress,
      OwnerWords ownerWords,
      Flows flows) {
    this.staff = staff;
    this.messageIds = messageIds;
    this.returnAddress = returnAddress;
    this.ownMails = new OwnMails(messageIds);
    this.ownerWords = ownerWords;
    this.flows = flows;
  }

  /** Runs the one flow: whom the mail answers comes first, then what kind it is. */
  Result run(FlowContext context, Incoming mail, Addressee from) {
    if (from instanceof Addressee.Owner owner && isAnswer(mail, owner)) {
      return ofOwner(context, mail, owner);
    }
    return switch (mail.triaged().kind().kind()) {
      case LOOP -> flows.otherHands().ofOurselves(context, mail);
      case BOUNCE_PERMANENT, BOUNCE_TEMPORARY, DELIVERY_DELAY, DSN_SUCCESS ->
          flows.bounce().run(context, mail, from);
      case AUTO_REPLY, FEEDBACK_REPORT ->
          Result.without(Outcome.AUTOMATIC_IGNORED, "written by a machine");
      case LIST -> flows.otherHands().ofList(context, mail);
      case HUMAN -> ofPerson(context, mail, from);
    };
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
              || (mail.mail().field("Auto-Submitted").isEmpty() && ownerWords.mayObject(mail));
    };
  }

  /** A mail to several addresses of ours counts for each, and an objection among them first. */
  private Result ofOwner(FlowContext context, Incoming mail, Addressee.Owner from) {
    Result result = ofOneOwner(context, mail, from);
    for (Addressee.Owner other : from.others()) {
      Result more = ofOneOwner(context, mail, other);
      result = OBJECTIONS.contains(more.outcome()) ? more : result;
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
    if (from instanceof Addressee.Stranger && flows.security().isContact(mail)) {
      // They report what others wrote; no recovery is theirs, and nobody is warned of it twice.
      return flows
          .security()
          .run(context, mail)
          .orElseGet(() -> flows.inquiry().run(context, mail, new Addressee.Stranger()));
    }
    boolean breakIn =
        mail.triaged().tellsOfCompromise() && !(outside(from) && denials.only(context, mail));
    Result result =
        from instanceof Addressee.Claimant claimant
            ? ofClaimant(context, mail, claimant)
            : ofStranger(context, mail);
    if (result.ticketId().isPresent() && breakIn) {
      Ticket ticket = context.work().tickets().load(result.ticketId().get());
      // Who defends a recovery that was objected to speaks of that; the staff read it at once.
      if (!(from instanceof Addressee.Claimant) || !isObjectedTo(context, ticket)) {
        flows.compromise().tell(context, ticket, mail);
      } else if (OBJECTIONS.contains(result.outcome())) {
        // They did not ask, and somebody has their mailbox: the staff read it as an objection.
        flows.compromise().tellContact(context, ticket, mail);
      }
    }
    return result;
  }

  /** Whether nothing ties it to a request of its writer's own. */
  private static boolean outside(Addressee from) {
    return from instanceof Addressee.Stranger
        || (from instanceof Addressee.Claimant claimant
            && claimant.way() == Addressee.Way.ELSEWHERE);
  }

  private static boolean isObjectedTo(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.CONTESTED && StopRecovery.wasObjectedTo(context, ticket);
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
    if (denials.in(context, mail).isPresent()) {
      return flows.inquiry().run(context, mail, new Addressee.Stranger());
    }
    boolean known =
        context.work().tickets().openOfRequester(sender.get()).stream()
            .anyMatch(ticket -> !ticket.inquiry());
    boolean request = mail.triaged().request().recovery() || known || mail.claimed().headerOnly();
    if (request) {
      flows.otherHands().tellOfForm(context, mail);
    }
    return (request && mail.malformed().isEmpty() ? flows.request() : flows.inquiry())
        .run(context, mail, new Addressee.Stranger());
  }

  /**
   * Whom a mail answers: a code in it counts wherever it was sent, else the address it was sent to
   * does, else who wrote it.
   */
  Addressee addressee(FlowContext context, Incoming mail) {
    List<IssuedToken> replies =
        mail.replyTokens().stream()
            .flatMap(token -> context.work().tokens().find(token).stream())
            .toList();
    // Codes come first, so that the right code counts as an answer to any letter to an owner.
    List<IssuedToken> owners =
        Stream.concat(
                mail.codes().stream()
                    .flatMap(code -> context.work().tokens().findByCode(code).stream())
                    .sorted(
                        Comparator.<IssuedToken, Boolean>comparing(
                                token -> token.purpose() != TokenPurpose.CANCEL)
                            // Of several codes that of their own address is the one that counts.
                            .thenComparing(
                                token ->
                                    mail.sender().filter(token.recipient()::equals).isEmpty())),
                replies.stream())
            .filter(token -> token.toOwner() || token.purpose() == TokenPurpose.VOUCH)
            .toList();
    if (!owners.isEmpty()) {
      return asksAboutTheirOwn(context, mail, owners.get(0))
          ? new Addressee.Claimant(owners.get(0).ticketId(), Addressee.Way.REPLY)
          : Addressee.Owner.of(once(owners, mail));
    }
    Optional<IssuedToken> reply =
        replies.size() == 1 ? Optional.of(replies.get(0)) : Optional.empty();
    Optional<EmailAddress> sender = mail.sender();
    List<IssuedToken> forwarded = forwarded(context, mail);
    if (reply.isPresent()) {
      boolean recipients = sender.filter(reply.get().recipient()::equals).isPresent();
      if (!recipients && !forwarded.isEmpty() && reply.get().purpose() == TokenPurpose.THREAD) {
        return Addressee.Owner.of(forwarded);
      }
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
        .or(
            () ->
                forwarded.isEmpty() ? Optional.empty() : Optional.of(Addressee.Owner.of(forwarded)))
        .or(() -> sender.flatMap(who -> voucher(context, mail, who)))
        .or(() -> ownMails.find(context, mail))
        .or(() -> sender.flatMap(who -> named(context, mail, who)))
        .orElseGet(Addressee.Stranger::new);
  }

  /**
   * Whether a requester answers the letter to their own registered address with words that are
   * neither a code nor what owners say: a question of theirs about their request, or how well it
   * ended, which stops nothing, whichever letter it answers.
   */
  private boolean asksAboutTheirOwn(FlowContext context, Incoming mail, IssuedToken token) {
    return mail.writtenByPerson()
        && token.purpose() != TokenPurpose.VOUCH
        && mail.sender().filter(token.recipient()::equals).isPresent()
        && token.codeHash().filter(mail.codes()::contains).isEmpty()
        && isRequestOf(context, mail, token)
        && (ownerWords.isRequesters(mail, () -> corrects(context, mail, token))
            || (ownerWords.wantCode(mail) && waitsForOther(context, token)));
  }

  /** Whether their own code counts in full, so that another can only be that of another address. */
  private static boolean waitsForOther(FlowContext context, IssuedToken token) {
    Ticket ticket = context.work().tickets().load(token.ticketId());
    return OtherCode.missing(context, ticket) && OtherCode.cameInFull(context, ticket);
  }

  /** Whether another account name surely stands in it, in the place of the one that they gave. */
  private static boolean corrects(FlowContext context, Incoming mail, IssuedToken token) {
    Ticket ticket = context.work().tickets().load(token.ticketId());
    return AccountCorrection.read(context, ticket, mail).filter(Corrected::sure).isPresent();
  }

  /** Whether it is open, or its requester says how its end went for them. */
  private static boolean isRequestOf(FlowContext context, Incoming mail, IssuedToken token) {
    Ticket ticket = context.work().tickets().load(token.ticketId());
    return ticket.requester().equals(token.recipient())
        && (!ticket.state().closed()
            || AfterWords.of(mail).well()
            || (AfterWords.lockedOut(mail) && !StopRecovery.wasObjectedTo(context, ticket)));
  }

  /**
   * The stop words in a letter of ours that a person forwarded, quoted or attached: whoever has it
   * speaks for the owner, and their own words tell what they want. The requester's own letter, back
   * from the requester, is none of these.
   */
  private static List<IssuedToken> forwarded(FlowContext context, Incoming mail) {
    if (!mail.writtenByPerson()) {
      return List.of();
    }
    return mail.carried().stopWords().stream()
        .flatMap(word -> context.work().tokens().findByCode(word).stream())
        .filter(token -> token.purpose() == TokenPurpose.CANCEL)
        .filter(
            token ->
                mail.sender()
                    .filter(context.work().tickets().load(token.ticketId()).requester()::equals)
                    .isEmpty())
        .toList();
  }

  /** A code and the reply address that it was sent to are one answer, not two. */
  private static List<IssuedToken> once(List<IssuedToken> owners, Incoming mail) {
    IssuedToken first = owners.get(0);
    boolean proved = first.codeHash().filter(mail.codes()::contains).isPresent();
    return Stream.concat(
            Stream.of(first),
            owners.stream()
                .skip(1)
                .filter(token -> !proved || token.ticketId() != first.ticketId()))
        .distinct()
        .toList();
  }

  /**
   * The open ticket of the sender's own that a mail names by its reference, unless it is about
   * another account.
   */
  private static Optional<Addressee> named(
      FlowContext context, Incoming mail, EmailAddress sender) {
    return OwnMails.named(context, mail)
        .filter(ticket -> ticket.requester().equals(sender) && !ticket.state().closed())
        .filter(ticket -> mail.account().isEmpty() || mail.account().equals(ticket.account()))
        .findFirst()
        .map(ticket -> new Addressee.Claimant(ticket.id(), Addressee.Way.THREAD));
  }

  /** Who was asked to vouch, and answers that letter past its reply address. */
  private Optional<Addressee> voucher(FlowContext context, Incoming mail, EmailAddress sender) {
    return answered(context, mail, sender, LetterKind::toVoucher)
        .flatMap(
            ticket ->
                context.work().tokens().ofTicket(ticket).stream()
                    .filter(token -> token.purpose() == TokenPurpose.VOUCH)
                    .filter(token -> token.recipient().equals(sender))
                    .findFirst())
        .map(token -> Addressee.Owner.of(List.of(token)));
  }

  /** The ticket of a mail of ours to this very sender that the mail says it answers. */
  private Optional<Long> threadOf(FlowContext context, Incoming mail, EmailAddress sender) {
    return answered(context, mail, sender, LetterKind::toRequester);
  }

  private Optional<Long> answered(
      FlowContext context, Incoming mail, EmailAddress sender, Predicate<LetterKind> which) {
    for (String id : mail.mail().answeredIds()) {
      OptionalLong number = messageIds.outboxIdIn(id);
      Optional<SentMail> sent =
          number.isEmpty() ? Optional.empty() : context.work().outbox().find(number.getAsLong());
      Optional<Long> ticket =
          sent.filter(ours -> ours.recipient().equals(sender))
              .filter(ours -> which.test(ours.letter()))
              .flatMap(SentMail::ticketId);
      if (ticket.isPresent()) {
        return ticket;
      }
    }
    return Optional.empty();
  }
}
