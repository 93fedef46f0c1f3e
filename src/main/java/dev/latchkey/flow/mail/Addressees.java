package dev.latchkey.flow.mail;

import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.OwnerObjections;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.flow.reply.AccountCorrection;
import dev.latchkey.flow.reply.AfterWords;
import dev.latchkey.flow.reply.CodeWords;
import dev.latchkey.flow.reply.OwnMails;
import dev.latchkey.flow.reply.OwnerReading;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.SentMail;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.name.CorrectionReader.Corrected;
import dev.latchkey.triage.owner.OwnerAnswer;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds out whom a mail answers: an owner, who asked, the staff, or nobody yet. */
public final class Addressees {
  private final StaffRoster staff;
  private final MessageIds messageIds;
  private final OwnMails ownMails;
  private final OwnerReading says;
  private final StrayCodes strayCodes;

  public Addressees(StaffRoster staff, MessageIds messageIds, OwnerReading says) {
    this.staff = staff;
    this.messageIds = messageIds;
    this.ownMails = new OwnMails(messageIds);
    this.says = says;
    this.strayCodes = new StrayCodes(says);
  }

  /**
   * Whom a mail answers: a code in it counts wherever it was sent, unless it is another person's in
   * a request of the writer's own; else the address it was sent to does, else who wrote it.
   */
  Addressee of(FlowContext context, Incoming mail) {
    List<IssuedToken> replies =
        mail.replyTokens().stream()
            .flatMap(token -> context.work().tokens().find(token).stream())
            .toList();
    List<IssuedToken> stray = strayCodes.in(context, mail);
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
            .filter(token -> !stray.contains(token))
            .toList();
    if (!owners.isEmpty()) {
      IssuedToken first = owners.get(0);
      return asksAboutTheirOwn(context, mail, first) || comesBack(context, mail, first)
          ? new Addressee.Claimant(owners.get(0).ticketId(), Addressee.Way.REPLY)
          : Addressee.Owner.of(once(owners, mail));
    }
    Optional<IssuedToken> reply =
        replies.size() == 1
            ? Optional.of(replies.get(0)).filter(token -> !passedOn(mail, token))
            : Optional.empty();
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
        .or(() -> sender.flatMap(who -> VoucherMails.find(context, mail, who)))
        .or(() -> sender.flatMap(who -> named(context, mail, who)))
        .orElseGet(Addressee.Stranger::new);
  }

  /**
   * Whether a reply address of the staff was passed on to somebody else, who writes there and
   * commands nothing: their words count as they do at the address of the desk.
   */
  private boolean passedOn(Incoming mail, IssuedToken token) {
    return token.toStaff()
        && mail.writtenByPerson()
        && !(mail.triaged().commands() instanceof CommandReading.Commands)
        && mail.sender()
            .filter(from -> !from.equals(token.recipient()))
            .filter(from -> staff.find(from).isEmpty())
            .isPresent();
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
        && (says.isRequesters(mail, () -> corrects(context, mail, token))
            || says.sendsUnread(mail)
            || (says.wantCode(mail) && waitsForOther(context, token)));
  }

  /**
   * Whether a requester whose request is closed without a reset writes more than a code that counts
   * no more: the words are heard as they are without it, and as in an answer to any other letter.
   */
  private boolean comesBack(FlowContext context, Incoming mail, IssuedToken token) {
    Ticket ticket = context.work().tickets().load(token.ticketId());
    return ticket.state().closed()
        && ticket.state() != TicketState.RECOVERED
        && mail.writtenByPerson()
        && token.purpose() != TokenPurpose.VOUCH
        && ticket.requester().equals(token.recipient())
        && mail.sender().filter(token.recipient()::equals).isPresent()
        && says.read(mail) != OwnerAnswer.OBJECTS
        && CodeWords.anyBeside(mail)
        && !OwnerObjections.any(context, ticket);
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

  /**
   * Whether it is open, or its requester says how its end went for them. Who names another account
   * after it may say that this one is not theirs.
   */
  private static boolean isRequestOf(FlowContext context, Incoming mail, IssuedToken token) {
    Ticket ticket = context.work().tickets().load(token.ticketId());
    return ticket.requester().equals(token.recipient())
        && (!ticket.state().closed()
            || AfterWords.of(mail).well()
            || (AfterWords.lockedOut(mail)
                && (mail.account().isEmpty() || mail.account().equals(ticket.account()))
                && !OwnerObjections.any(context, ticket)));
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
