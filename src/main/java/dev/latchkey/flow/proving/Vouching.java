package dev.latchkey.flow.proving;

import dev.latchkey.accounts.CoOwner;
import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.Causes;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.Challenge;
import dev.latchkey.flow.casefile.CoOwners;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.Review;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.TokenIssuer.VoucherReply;
import dev.latchkey.letter.Vouched;
import dev.latchkey.letter.VoucherLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks co-owners on record to vouch for who claims an account, each in a letter of their own with a
 * code of their own, once a ticket and never again.
 */
public final class Vouching {
  private final Policy policy;
  private final Letters letters;
  private final TokenIssuer issuer;
  private final ProofRecorder recorder;
  private final Proving proving;
  private final Review review;

  /** Why nobody is asked. */
  public enum Hindrance {
    /** No co-owner on record is called so. */
    UNKNOWN,
    /**
     * They have been a co-owner for too short a time: whoever is in the account may have made them.
     */
    TOO_NEW,
    /** The directory does not say since when they are one, so that it may be the same. */
    UNDATED,
    /** They are the claimant, or have a mailbox of the claimant's or of the account's. */
    NOT_ANOTHER,
    /** They were asked before. */
    ASKED,
    /** So many were asked that nobody else is. */
    ENOUGH,
    /** The claim waits beside another one. */
    BESIDE
  }

  /** The ticket, and who was asked about it. */
  public record Asked(Ticket ticket, EmailAddress voucher) {}

  public Vouching(
      Policy policy,
      Letters letters,
      TokenIssuer issuer,
      ProofRecorder recorder,
      Proving proving,
      Review review) {
    this.policy = policy;
    this.letters = letters;
    this.issuer = issuer;
    this.recorder = recorder;
    this.proving = proving;
    this.review = review;
  }

  /**
   * Asks the co-owner that the words name, if they may vouch; nobody hears whether they do.
   *
   * @param named an account name or an address
   */
  public Ticket askNamed(FlowContext context, Ticket ticket, String named, Cause cause) {
    boolean lies = ticket.state() == TicketState.PROVING || ticket.state() == TicketState.IN_REVIEW;
    return lies && hindrance(context, ticket, named).isEmpty()
        ? ask(context, ticket, named, cause).ticket()
        : ticket;
  }

  /** Why the one who is named so cannot be asked. */
  public Optional<Hindrance> hindrance(FlowContext context, Ticket ticket, String named) {
    List<CoOwner> called = called(context, ticket, named).toList();
    Set<EmailAddress> asked = CoOwners.asked(context, ticket);
    List<CoOwner> others =
        called.stream().filter(one -> CoOwners.mayVouch(context, ticket, policy, one)).toList();
    if (called.isEmpty()) {
      return Optional.of(Hindrance.UNKNOWN);
    }
    if (called.stream().noneMatch(one -> CoOwners.oldEnough(policy, ticket, one))) {
      boolean undated = called.stream().anyMatch(one -> one.since().isEmpty());
      return Optional.of(undated ? Hindrance.UNDATED : Hindrance.TOO_NEW);
    }
    if (others.isEmpty()) {
      return Optional.of(Hindrance.NOT_ANOTHER);
    }
    if (others.stream().anyMatch(one -> asked.contains(one.address()))) {
      return Optional.of(Hindrance.ASKED);
    }
    if (asked.size() >= CoOwners.MOST) {
      return Optional.of(Hindrance.ENOUGH);
    }
    return LeadingClaim.waits(context, ticket) ? Optional.of(Hindrance.BESIDE) : Optional.empty();
  }

  /** Asks the one who is named so; {@link #hindrance} says nothing against it. */
  public Asked ask(FlowContext context, Ticket ticket, String named, Cause cause) {
    CoOwner voucher =
        called(context, ticket, named)
            .filter(one -> CoOwners.mayVouch(context, ticket, policy, one))
            .findFirst()
            .orElseThrow();
    Ticket next =
        context.apply(
            ticket,
            TicketEvent.PROOFS_ASKED,
            new Cause(
                cause.actor(),
                cause.authentication(),
                cause.mailId(),
                EvidenceClass.VOUCHER + " " + voucher.address()));
    write(context, next, voucher);
    return new Asked(next, voucher.address());
  }

  /** Asks in place of a letter that had to wait for so long that its code grew old. */
  void renew(FlowContext context, Ticket ticket, EmailAddress address) {
    mayVouch(context, ticket, address).ifPresent(voucher -> write(context, ticket, voucher));
  }

  private void write(FlowContext context, Ticket ticket, CoOwner voucher) {
    Challenge<VoucherReply> challenge = issuer.vouch(context, ticket, voucher.address());
    letters.toVoucher(
        context,
        ticket,
        challenge.reply(),
        language(context, ticket, voucher.address()),
        new VoucherLetter.Vouch(
            context.nameOnRecord(ticket),
            voucher.project(),
            challenge.code(),
            challenge.expiresAt()),
        "vouch");
  }

  /** The co-owner with that address who may vouch now; what is on record may have changed. */
  public Optional<CoOwner> mayVouch(FlowContext context, Ticket ticket, EmailAddress address) {
    return CoOwners.of(context, ticket)
        .filter(one -> one.address().equals(address))
        .filter(one -> CoOwners.mayVouch(context, ticket, policy, one))
        .findFirst();
  }

  /** Records that a co-owner vouches, and goes on with the ticket. */
  public Ticket vouched(FlowContext context, Ticket ticket, CoOwner voucher, Incoming mail) {
    for (AskedProof asked : context.work().askedProofs().of(ticket.id())) {
      if (asked.open() && asked.kind() == EvidenceClass.VOUCHER) {
        boolean shown = asked.place().equals(voucher.project());
        context.work().askedProofs().put(asked.ended(shown ? Standing.SHOWN : Standing.PASSED));
      }
    }
    Ticket next =
        recorder.record(
            context,
            ticket,
            new Evidence(
                EvidenceClass.VOUCHER,
                voucher.address().toString(),
                context.now(),
                OptionalLong.of(mail.id())),
            Causes.of(
                mail,
                Causes.voucher(voucher.address()),
                "code+" + mail.authentication(),
                EvidenceClass.VOUCHER + " " + voucher.project()));
    if (next.state() == TicketState.IN_REVIEW) {
      review.sendCase(context, next, "version " + next.version());
    }
    return proving.completeIfPossible(context, next);
  }

  /** Tells who was asked what became of their answer. */
  public void answer(
      FlowContext context, Ticket ticket, EmailAddress voucher, Vouched heard, Incoming mail) {
    boolean theirs = mail.sender().filter(voucher::equals).isPresent();
    if (!theirs || !mail.triaged().kind().mayAnswer()) {
      return;
    }
    letters.toVoucher(
        context,
        ticket,
        issuer.vouchAgain(context, ticket, voucher),
        language(context, ticket, voucher),
        new VoucherLetter.VouchHeard(
            context.nameOnRecord(ticket),
            heard,
            heard != Vouched.STOPPED && ticket.accepts(TicketEvent.VOUCHER_OBJECTED)),
        "mail " + mail.id());
  }

  /** The one of the account that the co-owner is known by. */
  private static Optional<String> language(
      FlowContext context, Ticket ticket, EmailAddress voucher) {
    return CoOwners.of(context, ticket)
        .filter(one -> one.address().equals(voucher))
        .flatMap(one -> CoOwners.account(context, one).stream())
        .flatMap(account -> account.language().stream())
        .findFirst();
  }

  private static Stream<CoOwner> called(FlowContext context, Ticket ticket, String named) {
    String bare = named.startsWith("@") ? named.substring(1) : named;
    Optional<EmailAddress> address = EmailAddress.find(bare);
    String key = context.accountKey(bare);
    return CoOwners.of(context, ticket)
        .filter(
            one ->
                address.isPresent()
                    ? one.address().equals(address.get())
                    : CoOwners.key(context, one).equals(key));
  }
}
