package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.Deliveries;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.ProvedAddress;
import dev.latchkey.flow.recovery.StaffTokens.DigestReply;
import dev.latchkey.flow.recovery.StaffTokens.StaffReply;
import dev.latchkey.flow.recovery.TokenIssuer.OwnerReply;
import dev.latchkey.flow.recovery.TokenIssuer.VoucherReply;
import dev.latchkey.letter.Letter;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.MailThread;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.letter.Remarks;
import dev.latchkey.letter.RequesterLetter;
import dev.latchkey.letter.StaffLetter;
import dev.latchkey.letter.VoucherLetter;
import dev.latchkey.letter.writing.Envelope;
import dev.latchkey.letter.writing.Languages;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.outgoing.DedupeKey;
import dev.latchkey.outgoing.Draft;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Writes letters to the four parties, each into its own thread, in its own language, and with the
 * reply address that its party needs.
 *
 * <p>{@code key}, in all of them: what makes it this letter and no other, within the ticket.
 */
public final class Letters {
  private final TokenIssuer issuer;
  private final StaffTokens staffTokens;
  private final StaffRoster staff;
  private final DeskSettings settings;

  public Letters(
      TokenIssuer issuer, StaffTokens staffTokens, StaffRoster staff, DeskSettings settings) {
    this.issuer = issuer;
    this.staffTokens = staffTokens;
    this.staff = staff;
    this.settings = settings;
  }

  /**
   * A letter to the requester, in their thread. Whom the desk did not answer, since nobody proved
   * that they wrote, it does not remind either.
   */
  public void toRequester(FlowContext context, Ticket ticket, RequesterLetter letter, String key) {
    toRequester(context, ticket, letter, () -> Optional.of(letter), key);
  }

  /**
   * A letter to the requester that tells where their request stands, or what is waited for: it is
   * written by how that is when all mails of the look are read.
   *
   * @param letter what it says of the ticket as it is then
   */
  public void asItStands(
      FlowContext context,
      Ticket ticket,
      Function<Ticket, ? extends RequesterLetter> letter,
      String key) {
    toRequester(
        context,
        ticket,
        letter.apply(ticket),
        () -> Optional.of(letter.apply(context.work().tickets().load(ticket.id()))),
        key);
  }

  private void toRequester(
      FlowContext context,
      Ticket ticket,
      RequesterLetter letter,
      Supplier<Optional<Letter>> anew,
      String key) {
    if (!settings.answerUnproved()
        && letter.mailClass() == MailClass.REMINDER
        && Deliveries.toRequester(context.work(), ticket).none()) {
      return;
    }
    MailThread thread =
        new MailThread(ticket.threadLast(), ticket.threadRoot().map(List::of).orElse(List.of()));
    context.send(
        new Draft(
            new Envelope(
                letter,
                Languages.of(ticket.language()),
                ticket.requester(),
                thread,
                Optional.of(issuer.thread(context, ticket).address()),
                ticket.reference().toString(),
                Remarks.NONE.withNext(context.nextDays(ticket))),
            DedupeKey.ofRequester(ticket.reference(), letter, key),
            Optional.of(ticket.id()),
            anew,
            said -> said.withNext(context.nextDays(context.work().tickets().load(ticket.id()))),
            StillTrue.pause(context, ticket, letter)));
  }

  /** A letter to the registered address that the reply address was made for. */
  public void toOwner(
      FlowContext context, Ticket ticket, OwnerReply reply, OwnerLetter letter, String key) {
    toOwner(
        context,
        ticket,
        reply,
        letter,
        () -> Optional.of(letter),
        DedupeKey.ofTicket(ticket.reference(), letter, key, reply.owner()));
  }

  /**
   * A letter to a registered address that tells where a recovery stands: it is written by how that
   * is when all mails of the look are read.
   */
  public void asItStandsToOwner(
      FlowContext context,
      Ticket ticket,
      OwnerReply reply,
      Function<Ticket, ? extends OwnerLetter> letter,
      String key) {
    OwnerLetter now = letter.apply(ticket);
    toOwner(
        context,
        ticket,
        reply,
        now,
        () -> Optional.of(letter.apply(context.work().tickets().load(ticket.id()))),
        DedupeKey.ofTicket(ticket.reference(), now, key, reply.owner()));
  }

  /** The same while the directory is away: in the desk's language and the requester's. */
  void toOwnerWithoutDirectory(
      FlowContext context, Ticket ticket, OwnerReply reply, OwnerLetter letter, String key) {
    alone(
        context,
        ticket,
        letter,
        new Languages(Optional.empty(), List.of(settings.language(), ticket.language())),
        reply.owner(),
        Optional.of(reply.address()),
        DedupeKey.ofTicket(ticket.reference(), letter, key, reply.owner()));
  }

  /**
   * The same, once for all tickets about the account.
   *
   * @param wanted whether it is still needed when all mails of the look are read
   */
  void toOwnerOfAccount(
      FlowContext context,
      Ticket ticket,
      OwnerReply reply,
      OwnerLetter letter,
      BooleanSupplier wanted,
      String key) {
    String account = ticket.account().orElseThrow();
    toOwner(
        context,
        ticket,
        reply,
        letter,
        () -> wanted.getAsBoolean() ? Optional.of(letter) : Optional.empty(),
        DedupeKey.withoutTicket(letter, "account " + account + " " + key, reply.owner()));
  }

  /**
   * In the owner's language; else in the desk's and the requester's, who may not be the owner. Who
   * asked and proved that they read that address reads all in the language in which they write.
   */
  private void toOwner(
      FlowContext context,
      Ticket ticket,
      OwnerReply reply,
      OwnerLetter letter,
      Supplier<Optional<Letter>> anew,
      DedupeKey key) {
    Languages languages =
        reply.owner().equals(ticket.requester())
                && ProvedAddress.is(context.work(), ticket.id(), reply.owner())
            ? Languages.of(ticket.language())
            : new Languages(
                context.account(ticket).flatMap(Account::language),
                List.of(settings.language(), ticket.language()));
    Envelope envelope =
        alone(ticket, letter, languages, reply.owner(), Optional.of(reply.address()));
    context.send(new Draft(envelope, key, Optional.of(ticket.id()), anew));
  }

  /** A letter to who was asked to vouch; in their language, else as to an owner. */
  public void toVoucher(
      FlowContext context,
      Ticket ticket,
      VoucherReply reply,
      Optional<String> language,
      VoucherLetter letter,
      String key) {
    alone(
        context,
        ticket,
        letter,
        new Languages(language, List.of(settings.language(), ticket.language())),
        reply.voucher(),
        Optional.of(reply.address()),
        DedupeKey.ofTicket(ticket.reference(), letter, key, reply.voucher()));
  }

  /** A letter to the staff member that the reply address was made for. */
  public void toStaff(
      FlowContext context, Ticket ticket, StaffReply reply, StaffLetter letter, String key) {
    alone(
        context,
        ticket,
        letter,
        Languages.of(settings.staffLanguage()),
        reply.member(),
        Optional.of(reply.address()),
        DedupeKey.ofTicket(ticket.reference(), letter, key, reply.member()));
  }

  /** A letter to each active staff member, each with a reply address of their own. */
  public void toAllStaff(FlowContext context, Ticket ticket, StaffLetter letter, String key) {
    toStaff(
        context, ticket, staff.active().stream().map(StaffMember::address).toList(), letter, key);
  }

  /** The same about words of an owner: a REPLY to it goes to that owner. */
  void toAllStaffAboutOwner(
      FlowContext context, Ticket ticket, EmailAddress owner, StaffLetter letter, String key) {
    for (StaffMember member : staff.active()) {
      toStaff(
          context,
          ticket,
          staffTokens.aboutOwner(context, ticket, member.address(), owner),
          letter,
          key);
    }
  }

  /** The same to some of them. */
  public void toStaff(
      FlowContext context,
      Ticket ticket,
      List<EmailAddress> members,
      StaffLetter letter,
      String key) {
    for (EmailAddress member : members) {
      toStaff(context, ticket, staffTokens.command(context, ticket, member), letter, key);
    }
  }

  /** A letter to somebody who is none of the staff and hears of a ticket all the same. */
  void toContact(
      FlowContext context, Ticket ticket, EmailAddress contact, StaffLetter letter, String key) {
    alone(
        context,
        ticket,
        letter,
        Languages.of(settings.staffLanguage()),
        contact,
        Optional.empty(),
        DedupeKey.ofTicket(ticket.reference(), letter, key, contact));
  }

  /** A letter about a ticket that is part of no thread. */
  private static void alone(
      FlowContext context,
      Ticket ticket,
      Letter letter,
      Languages languages,
      EmailAddress recipient,
      Optional<EmailAddress> replyTo,
      DedupeKey key) {
    Envelope envelope = alone(ticket, letter, languages, recipient, replyTo);
    context.send(new Draft(envelope, key, Optional.of(ticket.id())));
  }

  private static Envelope alone(
      Ticket ticket,
      Letter letter,
      Languages languages,
      EmailAddress recipient,
      Optional<EmailAddress> replyTo) {
    return new Envelope(
        letter,
        languages,
        recipient,
        MailThread.NEW,
        replyTo,
        ticket.reference().toString(),
        Remarks.NONE);
  }

  /** A digest, or the queue, to the staff member that the reply address was made for. */
  public void digest(FlowContext context, DigestReply reply, StaffLetter letter, String key) {
    context.send(
        new Draft(
            new Envelope(
                letter,
                Languages.of(settings.staffLanguage()),
                reply.member(),
                MailThread.NEW,
                Optional.of(reply.address()),
                "",
                Remarks.NONE),
            DedupeKey.withoutTicket(letter, key, reply.member()),
            Optional.empty()));
  }

  /** A letter to staff that belongs to no ticket; an answer to it goes to the desk. */
  public void withoutTicket(
      FlowContext context, EmailAddress member, StaffLetter letter, String key) {
    context.send(
        new Draft(
            new Envelope(
                letter,
                Languages.of(settings.staffLanguage()),
                member,
                MailThread.NEW,
                Optional.empty(),
                "",
                Remarks.NONE),
            DedupeKey.withoutTicket(letter, key, member),
            Optional.empty()));
  }

  /** Tells every active staff member of something that no ticket is about. */
  public void alarm(FlowContext context, String key, StaffLetter alarm) {
    for (StaffMember member : staff.active()) {
      withoutTicket(context, member.address(), alarm, key);
    }
  }
}
