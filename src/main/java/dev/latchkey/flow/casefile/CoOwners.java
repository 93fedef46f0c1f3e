package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.CoOwner;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Mailboxes;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The co-owners on record for the account of a ticket, and what of them counts for it. */
public final class CoOwners {
  /** So many are asked about a ticket, at most. */
  public static final int MOST = 3;

  private CoOwners() {}

  /** Who is on record as a co-owner, by address. */
  public static List<EmailAddress> onRecord(FlowContext context, Ticket ticket) {
    return of(context, ticket).map(CoOwner::address).distinct().toList();
  }

  /** Who of them may be asked now. */
  static List<EmailAddress> askable(FlowContext context, Ticket ticket, Policy policy) {
    Set<EmailAddress> asked = asked(context, ticket);
    return asked.size() >= MOST || LeadingClaim.waits(context, ticket)
        ? List.of()
        : of(context, ticket)
            .filter(one -> mayVouch(context, ticket, policy, one))
            .map(CoOwner::address)
            .filter(address -> !asked.contains(address))
            .distinct()
            .limit(MOST)
            .toList();
  }

  /** Whether a code of theirs counts in this ticket. */
  public static boolean hasVouched(FlowContext context, Ticket ticket, EmailAddress voucher) {
    return context.work().proofs().of(ticket.id()).stream()
        .filter(piece -> piece.kind() == EvidenceClass.VOUCHER)
        .anyMatch(piece -> piece.through(voucher));
  }

  /** Whether what is on record lets this one speak for the claimant. */
  public static boolean mayVouch(
      FlowContext context, Ticket ticket, Policy policy, CoOwner voucher) {
    return oldEnough(policy, ticket, voucher) && other(context, ticket, voucher);
  }

  /**
   * Who was made a co-owner lately may have been made one by whoever is in the account, and so may
   * one of whom nobody knows since when.
   */
  public static boolean oldEnough(Policy policy, Ticket ticket, CoOwner voucher) {
    Instant latest = ticket.openedAt().minus(policy.times().recentChange());
    return voucher.since().filter(at -> !at.isAfter(latest)).isPresent();
  }

  /** Whether it is another person than who claims the account, as far as mailboxes tell. */
  private static boolean other(FlowContext context, Ticket ticket, CoOwner voucher) {
    boolean ofAccount =
        context.account(ticket).stream()
            .flatMap(account -> account.addresses().stream())
            .anyMatch(known -> Mailboxes.same(known.address(), voucher.address()));
    boolean ofClaimant =
        Mailboxes.same(voucher.address(), ticket.requester())
            || account(context, voucher)
                .filter(account -> hasMailboxOf(account, ticket.requester()))
                .isPresent();
    boolean same = ticket.account().filter(key(context, voucher)::equals).isPresent();
    return !ofAccount && !ofClaimant && !same;
  }

  private static boolean hasMailboxOf(Account account, EmailAddress requester) {
    return account.addresses().stream()
        .anyMatch(known -> Mailboxes.same(known.address(), requester));
  }

  /** The account that the co-owner is known by. */
  public static Optional<Account> account(FlowContext context, CoOwner voucher) {
    return context.account(Optional.of(key(context, voucher)));
  }

  /** Its name, as the account system compares names. */
  public static String key(FlowContext context, CoOwner voucher) {
    return context.accountKey(voucher.account());
  }

  /** Who stands beside the account of this ticket, as the directory has it now. */
  public static Stream<CoOwner> of(FlowContext context, Ticket ticket) {
    return context.account(ticket).stream().flatMap(account -> account.coOwners().stream());
  }

  /** Who was asked about the ticket, whatever became of it. */
  public static Set<EmailAddress> asked(FlowContext context, Ticket ticket) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(token -> token.purpose() == TokenPurpose.VOUCH)
        .map(IssuedToken::recipient)
        .collect(Collectors.toUnmodifiableSet());
  }
}
