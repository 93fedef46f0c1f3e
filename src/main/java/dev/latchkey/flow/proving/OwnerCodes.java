package dev.latchkey.flow.proving;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Challenge;
import dev.latchkey.flow.casefile.KeptStops;
import dev.latchkey.flow.casefile.LeadingClaim;
import dev.latchkey.flow.casefile.Objectors;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.flow.casefile.TakenIn;
import dev.latchkey.flow.recovery.Letters;
import dev.latchkey.flow.recovery.TokenIssuer;
import dev.latchkey.flow.recovery.TokenIssuer.OwnerReply;
import dev.latchkey.flow.recovery.UnreadMailbox;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState.Waiting;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The codes that go to the verified addresses of an account, to prove that they can be read. */
public final class OwnerCodes {
  private final Policy policy;
  private final Letters letters;
  private final TokenIssuer issuer;
  private final MoreProofs more;

  public OwnerCodes(Policy policy, Letters letters, TokenIssuer issuer, MoreProofs more) {
    this.policy = policy;
    this.letters = letters;
    this.issuer = issuer;
    this.more = more;
  }

  /**
   * Sends a fresh code to every verified address of the account that sent none back yet; codes sent
   * before expire. An account that the directory does not know gets none, and neither does a claim
   * that has to wait beside another one; the requester hears the same words.
   */
  public void send(FlowContext context, Ticket ticket) {
    sendToUnproved(context, ticket, address -> keepsCode(context, ticket, address));
  }

  /** The same, but a code that is still good stays so: its letter says until when. */
  public void sendAgain(FlowContext context, Ticket ticket) {
    sendToUnproved(
        context,
        ticket,
        address -> waitsForTurn(context, ticket, address) || hasGood(context, ticket, address));
  }

  private void sendToUnproved(FlowContext context, Ticket ticket, Predicate<EmailAddress> keeps) {
    send(context, ticket, address -> !proved(context, ticket, address), keeps);
  }

  /**
   * The same where only now it is known that a registered address asks: what was sent stays good,
   * and what waits behind those whom nobody knows goes at once.
   */
  public void sendWaiting(FlowContext context, Ticket ticket) {
    boolean now = context.wroteOnlyNow(ticket, LetterKind.of(OwnerLetter.Code.class));
    sendToUnproved(
        context,
        ticket,
        address ->
            (!now || hasFresh(context, ticket, address))
                && !context.work().held().codeWaits(address.toString(), ticket.id()));
  }

  /** The same to every verified address, where the request begins again. */
  public void sendAll(FlowContext context, Ticket ticket) {
    send(context, ticket, address -> true, address -> keepsCode(context, ticket, address));
  }

  /**
   * Sends codes for a claim for which none was ever due, as where its requester did it alone, or
   * gave no answers: whether they would go out if the account exists, which is all that the
   * requester may hear. Who lost the mailbox is asked for something else.
   */
  boolean sendFirst(FlowContext context, Ticket ticket) {
    boolean due = firstDue(context, ticket);
    if (due) {
      send(context, ticket);
    }
    return due;
  }

  /** Whether none was ever due for an account that is named by now. */
  public boolean firstDue(FlowContext context, Ticket ticket) {
    return ticket.account().isPresent()
        && !UnreadMailbox.readsNone(context, ticket)
        && !CodesDue.before(context, ticket);
  }

  private void send(
      FlowContext context,
      Ticket ticket,
      Predicate<EmailAddress> which,
      Predicate<EmailAddress> keeps) {
    context.noteRecord(ticket);
    if (UnreadMailbox.readsNone(context, ticket)) {
      more.askWithoutMailbox(context, ticket);
    }
    if (KeptStops.wait(context, ticket) && !Objectors.standing(context, ticket).isEmpty()) {
      // Whoever says that it was not them is not asked for codes of it again.
      return;
    }
    boolean none = LeadingClaim.waits(context, ticket);
    Optional<Account> account = context.account(ticket).filter(known -> !none);
    List<EmailAddress> addresses =
        account.map(Account::provable).orElse(List.of()).stream().filter(which).toList();
    if (!none && ticket.state().waitingFor() == Waiting.REQUESTER) {
      tellIfNobodyCanBeAsked(context, ticket, account);
    }
    List<EmailAddress> kept = addresses.stream().filter(keeps).toList();
    endCodes(context, ticket, token -> !kept.contains(token.recipient()));
    for (EmailAddress address : addresses) {
      if (!kept.contains(address)) {
        writeCode(context, ticket, account.orElseThrow(), address);
      }
    }
  }

  /**
   * The requester hears nothing of it: they may be anybody. So that it ends not unseen, staff do.
   */
  private void tellIfNobodyCanBeAsked(
      FlowContext context, Ticket ticket, Optional<Account> account) {
    Optional<String> unreadable = context.unreadable(ticket);
    if (unreadable.isPresent() || account.filter(it -> it.provable().isEmpty()).isPresent()) {
      letters.toAllStaff(
          context,
          ticket,
          new AlertLetter.NobodyToAsk(context.nameOnRecord(ticket), unreadable),
          "nobody");
    }
  }

  /** Sends a fresh code to one verified address of the account, in place of the one it had. */
  public CodeWish send(FlowContext context, Ticket ticket, EmailAddress address) {
    Optional<Account> account =
        context.account(ticket).filter(known -> known.provable().contains(address));
    if (account.isEmpty()) {
      return CodeWish.NONE;
    }
    if (keepsCode(context, ticket, address)) {
      return CodeWish.KEPT;
    }
    endCodes(context, ticket, token -> token.recipient().equals(address));
    writeCode(context, ticket, account.get(), address);
    return CodeWish.SENT;
  }

  /** Sends a fresh code in place of one whose letter had to wait. */
  void renew(FlowContext context, Ticket ticket, EmailAddress address) {
    endCodes(context, ticket, token -> token.recipient().equals(address));
    context
        .account(ticket)
        .filter(known -> known.provable().contains(address))
        .ifPresent(account -> writeCode(context, ticket, account, address));
  }

  /** Whether its code came back: another one would prove nothing more. */
  private boolean proved(FlowContext context, Ticket ticket, EmailAddress address) {
    return context.work().proofs().of(ticket.id()).stream()
        .filter(piece -> policy.good(piece, context.now()))
        .anyMatch(piece -> piece.kind().code() && piece.through(address));
  }

  /**
   * A code that is still good is not ended for one that would have to wait for its budget, nor is
   * one of this very look: its letter is the one that goes out.
   */
  private boolean keepsCode(FlowContext context, Ticket ticket, EmailAddress address) {
    return waitsForTurn(context, ticket, address)
        || hasFresh(context, ticket, address)
        || (hasGood(context, ticket, address)
            && !context.hasRoom(
                ownerAsks(context, ticket) ? MailClass.OWN_CODE : MailClass.CODE, address));
  }

  /**
   * Whether one waits for its place: it keeps it, and is written anew where it grew old by then.
   */
  private boolean waitsForTurn(FlowContext context, Ticket ticket, EmailAddress address) {
    return !ownerAsks(context, ticket)
        && !context.work().tickets().isNew(ticket.id())
        && context.work().held().codeWaits(address.toString(), ticket.id());
  }

  private static boolean hasGood(FlowContext context, Ticket ticket, EmailAddress address) {
    return good(context, ticket, address).findAny().isPresent();
  }

  private static boolean hasFresh(FlowContext context, Ticket ticket, EmailAddress address) {
    return good(context, ticket, address).anyMatch(token -> token.issuedAt().equals(context.now()));
  }

  private static Stream<IssuedToken> good(
      FlowContext context, Ticket ticket, EmailAddress address) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(
            token ->
                token.purpose() == TokenPurpose.PROVE
                    && token.recipient().equals(address)
                    && !token.exhausted()
                    && open(token, context));
  }

  /** Whether a code was ever sent out for it. */
  public boolean asked(FlowContext context, Ticket ticket) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .anyMatch(token -> token.purpose() == TokenPurpose.PROVE);
  }

  /**
   * A code could not be delivered. Whether another one is still out, or anything was proved.
   *
   * @param address where it was sent to
   */
  boolean undelivered(FlowContext context, Ticket ticket, EmailAddress address) {
    endCodes(context, ticket, token -> token.recipient().equals(address));
    return anyOut(context, ticket)
        || OpenProofs.any(context, ticket)
        || OpenProofs.named(context, ticket);
  }

  /** Whether one is out that may still come back. */
  static boolean anyOut(FlowContext context, Ticket ticket) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .anyMatch(token -> token.purpose() == TokenPurpose.PROVE && open(token, context));
  }

  private static void endCodes(FlowContext context, Ticket ticket, Predicate<IssuedToken> which) {
    for (IssuedToken token : context.work().tokens().ofTicket(ticket.id())) {
      if (token.purpose() == TokenPurpose.PROVE && open(token, context) && which.test(token)) {
        context.work().tokens().save(token.ended(context.now()));
      }
    }
  }

  private void writeCode(
      FlowContext context, Ticket ticket, Account account, EmailAddress address) {
    Challenge<OwnerReply> challenge = issuer.prove(context, ticket, address);
    letters.toOwner(
        context,
        ticket,
        challenge.reply(),
        new OwnerLetter.Code(
            account.name(),
            challenge.code(),
            challenge.expiresAt(),
            ownerAsks(context, ticket),
            hasAnother(context, ticket),
            askedFrom(context, ticket, address),
            WritersPlace.isHelpers(context, ticket)),
        "until " + challenge.expiresAt());
  }

  /** Whether it took the place of another one, or one of the same person is open beside it. */
  private static boolean hasAnother(FlowContext context, Ticket ticket) {
    return !TakenIn.by(context, ticket).isEmpty()
        || context.work().tickets().openOfRequester(ticket.requester()).stream()
            .anyMatch(other -> other.id() != ticket.id());
  }

  /**
   * Whether the request came from this address, its sender proved. What staff opened for somebody
   * came from nowhere, whatever its requester wrote afterwards.
   */
  private boolean askedFrom(FlowContext context, Ticket ticket, EmailAddress address) {
    boolean came =
        context.work().tickets().history(ticket.id()).stream()
            .limit(1)
            .map(HistoryEntry::cause)
            .anyMatch(cause -> cause.actor().kind() == Actor.Kind.REQUESTER && cause.proved());
    return came && ticket.requester().equals(address) && ownerAsks(context, ticket);
  }

  /** Whether a registered address asked for it, and nobody in its name. */
  private boolean ownerAsks(FlowContext context, Ticket ticket) {
    return context.work().proofs().of(ticket.id()).stream()
        .filter(piece -> policy.good(piece, context.now()))
        .anyMatch(piece -> piece.kind() == EvidenceClass.REGISTERED_SENDER);
  }

  private static boolean open(IssuedToken token, FlowContext context) {
    return token.usedAt().isEmpty() && !token.expired(context.now());
  }
}
