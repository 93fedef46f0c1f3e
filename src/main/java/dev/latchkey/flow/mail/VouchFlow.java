package dev.latchkey.flow.mail;

import dev.latchkey.accounts.CoOwner;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.Addressee;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.MailFlow;
import dev.latchkey.flow.Outcome;
import dev.latchkey.flow.Result;
import dev.latchkey.flow.proving.VoucherWords;
import dev.latchkey.flow.proving.Vouching;
import dev.latchkey.flow.reply.ShownCode;
import dev.latchkey.flow.reply.UnreadCodes;
import dev.latchkey.letter.Vouched;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import dev.latchkey.triage.words.Wondering;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.IssuedToken.Tried;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.sender.SenderTrust;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An answer of somebody who was asked to vouch. Their code counts from their own address, DMARC
 * passed, and from nowhere else; a "no" stops the recovery wherever it comes from; anything else
 * waits for a person.
 */
public final class VouchFlow implements MailFlow<Addressee.Owner> {
  /** The words of a name, at most. */
  private static final int NAME = 3;

  /** As a code is written, in groups of four. */
  private static final Pattern CODE =
      Pattern.compile("(?i)[A-Z2-7]{4}(?:[-\\u2010-\\u2015]?[A-Z2-7]{4}){3}");

  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\p{IsHan}");

  private final OwnerAnswerReader reader = OwnerAnswerReader.ofVouchers();
  private final Vouching vouching;
  private final VoucherWords words;

  public VouchFlow(Vouching vouching, VoucherWords words) {
    this.vouching = vouching;
    this.words = words;
  }

  /** Whether a letter that carried this token is answered here. */
  static boolean answers(IssuedToken token) {
    return token.purpose() == TokenPurpose.VOUCH;
  }

  @Override
  public Result run(FlowContext context, Incoming mail, Addressee.Owner from) {
    IssuedToken token = from.token().orElseThrow();
    Ticket ticket = context.work().tickets().load(token.ticketId());
    EmailAddress voucher = token.recipient();
    OwnerAnswer answer = reader.read(mail.triaged().reply(), mail.triaged().mail().subject());
    if (!mail.writtenByPerson()) {
      boolean code = token.codeHash().filter(mail.codes()::contains).isPresent();
      return machine(context, ticket, voucher, mail, code);
    }
    boolean right = token.codeHash().filter(mail::typed).isPresent();
    if (right && leavesDoubt(mail.triaged().reply().generous())) {
      return words.hold(context, ticket, voucher, mail);
    }
    if (answer == OwnerAnswer.OBJECTS) {
      // With the code beside it nobody but a person can tell which of the two is meant.
      return right
          ? words.hold(context, ticket, voucher, mail)
          : words.object(context, ticket, voucher, mail);
    }
    if (mail.perhapsTyped(token) && saysNothingBeside(mail)) {
      return refuse(context, ticket, voucher, mail, Vouched.CODE_REPEATED);
    }
    if (!right && !ShownCode.in(mail)) {
      return withoutCode(context, ticket, voucher, mail, answer);
    }
    Tried tried = token.tried(mail::typed, context.now());
    return switch (tried.verdict()) {
      case RIGHT ->
          mail.sender().filter(voucher::equals).isPresent()
              ? right(context, ticket, tried.next(), mail, answer)
              : elsewhere(context, ticket, token, mail);
      case WRONG -> {
        context.work().tokens().save(tried.next());
        yield refuse(context, ticket, voucher, mail, Vouched.CODE_WRONG);
      }
      case USED -> refuse(context, ticket, voucher, mail, Vouched.CODE_USED);
      case EXPIRED -> refuse(context, ticket, voucher, mail, Vouched.CODE_EXPIRED);
      case EXHAUSTED -> refuse(context, ticket, voucher, mail, Vouched.CODE_EXHAUSTED);
    };
  }

  /** Who speaks against it beside their code, or is not sure, vouches for nobody. */
  private boolean leavesDoubt(String written) {
    return reader.objectsInPart(written) || Wondering.in(CODE.matcher(written).replaceAll(" "));
  }

  /** What no person wrote proves nothing and stops nothing; words of it stand before the staff. */
  private Result machine(
      FlowContext context, Ticket ticket, EmailAddress voucher, Incoming mail, boolean code) {
    boolean repeats =
        mail.triaged().reply().generous().contains(ticket.reference().toString()) || code;
    if (repeats) {
      return Result.of(
          Outcome.AUTOMATIC_IGNORED, ticket, "a machine that repeats our letter proves nothing");
    }
    Ticket told = words.tell(context, ticket, voucher, mail, false);
    return Result.of(Outcome.KEPT_WITH_TICKET, told, "words from the address of a voucher");
  }

  private Result withoutCode(
      FlowContext context, Ticket ticket, EmailAddress voucher, Incoming mail, OwnerAnswer answer) {
    if (answer == OwnerAnswer.AGREES && words.spoke(context, ticket, voucher)) {
      return words.affirm(context, ticket, voucher, mail);
    }
    if (answer == OwnerAnswer.AGREES) {
      boolean needed = ticket.accepts(TicketEvent.EVIDENCE_RECORDED);
      Ticket kept = addMail(context, ticket, voucher, mail, "would vouch, without the code");
      vouching.answer(
          context, kept, voucher, needed ? Vouched.CODE_MISSING : Vouched.NOT_NEEDED, mail);
      return Result.of(Outcome.KEPT_WITH_TICKET, kept, "would vouch, without the code");
    }
    if (mail.saysNothing()) {
      Ticket kept = addMail(context, ticket, voucher, mail, "no words");
      boolean needed = ticket.accepts(TicketEvent.EVIDENCE_RECORDED);
      vouching.answer(context, kept, voucher, needed ? Vouched.NO_WORDS : Vouched.NOT_NEEDED, mail);
      return Result.of(Outcome.KEPT_WITH_TICKET, kept, "an empty answer of who was asked to vouch");
    }
    if (mail.saysNothingNew()) {
      Ticket kept = addMail(context, ticket, voucher, mail, "thanks, and nothing else");
      return Result.of(Outcome.KEPT_WITH_TICKET, kept, "thanks of who was asked to vouch");
    }
    if (reader.asksForCode(mail.triaged().reply().generous())) {
      // They would vouch, so nothing stops: a person reads it.
      Ticket told = words.tell(context, ticket, voucher, mail, false);
      vouching.answer(context, told, voucher, Vouched.TOLD, mail);
      return Result.of(Outcome.KEPT_WITH_TICKET, told, "who was asked to vouch wants another code");
    }
    if (UnreadCodes.alone(mail).isPresent()) {
      return refuse(context, ticket, voucher, mail, Vouched.CODE_UNREADABLE);
    }
    return words.hold(context, ticket, voucher, mail);
  }

  private Result right(
      FlowContext context, Ticket ticket, IssuedToken used, Incoming mail, OwnerAnswer answer) {
    EmailAddress voucher = used.recipient();
    Optional<CoOwner> coOwner = vouching.mayVouch(context, ticket, voucher);
    if (coOwner.isEmpty() || mail.trust().level() != SenderTrust.Level.ALIGNED) {
      Ticket told = words.tell(context, ticket, voucher, mail, false);
      return refuse(context, told, voucher, mail, Vouched.TOLD);
    }
    if (!ticket.accepts(TicketEvent.EVIDENCE_RECORDED)) {
      return refuse(context, ticket, voucher, mail, Vouched.NOT_NEEDED);
    }
    context.work().tokens().save(used);
    Ticket next = vouching.vouched(context, ticket, coOwner.get(), mail);
    if (answer == OwnerAnswer.UNCLEAR && (saysMore(mail) || mail.holdsMoreThanWords())) {
      next = words.tell(context, next, voucher, mail, true);
    }
    vouching.answer(context, next, voucher, Vouched.COUNTED, mail);
    return Result.of(Outcome.VOUCH_ACCEPTED, next, "");
  }

  /**
   * Whoever wrote has read the voucher's letter, perhaps because they passed it on: a try in vain.
   */
  private Result elsewhere(FlowContext context, Ticket ticket, IssuedToken token, Incoming mail) {
    if (mail.sender().isPresent()) {
      context.work().tokens().save(token.inVain());
    }
    mail.codeFromElsewhere(token.recipient())
        .ifPresent(from -> context.warn(ticket, Warning.Kind.CODE_FROM_ELSEWHERE, from));
    return refuse(context, ticket, token.recipient(), mail, Vouched.TOLD);
  }

  /** Whether words stand beside the code that are more than a name below it. */
  private static boolean saysMore(Incoming mail) {
    String words = CODE.matcher(mail.triaged().reply().generous()).replaceAll(" ");
    return WORD.matcher(words).results().count() > NAME;
  }

  /** Whether a code that came back is all that there is, or a plain yes stands beside it. */
  private boolean saysNothingBeside(Incoming mail) {
    OwnerAnswer beside = reader.read(mail.triaged().reply().strict());
    return beside == OwnerAnswer.NOTHING || beside == OwnerAnswer.AGREES;
  }

  private Result refuse(
      FlowContext context, Ticket ticket, EmailAddress voucher, Incoming mail, Vouched why) {
    Ticket kept =
        ticket.accepts(TicketEvent.CODE_REFUSED)
            ? context.apply(
                ticket,
                TicketEvent.CODE_REFUSED,
                Causes.of(mail, Causes.voucher(voucher), mail.authentication(), why.name()))
            : ticket;
    boolean staff = why == Vouched.CODE_EXPIRED || why == Vouched.CODE_EXHAUSTED;
    if (staff) {
      kept = words.tell(context, kept, voucher, mail, false);
    }
    vouching.answer(context, kept, voucher, why, mail);
    return Result.of(Outcome.VOUCH_REFUSED, kept, "code of a voucher: " + why);
  }

  private static Ticket addMail(
      FlowContext context, Ticket ticket, EmailAddress voucher, Incoming mail, String detail) {
    return context.apply(
        ticket,
        TicketEvent.MAIL_ADDED,
        Causes.of(mail, Causes.voucher(voucher), mail.authentication(), detail));
  }
}
