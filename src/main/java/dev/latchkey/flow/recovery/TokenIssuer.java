package dev.latchkey.flow.recovery;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Challenge;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.TokenPurpose;
import java.time.Duration;
import java.util.Optional;

/**
 * Issues reply addresses, and the codes that go with them, to requesters, owners and vouchers: each
 * to one person, for one purpose, for one ticket. Those of the staff are {@link StaffTokens}.
 */
public final class TokenIssuer {
  /** 80 bits for what is typed by hand within a day (THREATS T17 asks for 64). */
  private static final int PROOF_LETTERS = 16;

  /** 130 bits for what stops a recovery from anywhere. */
  private static final int CANCEL_LETTERS = 26;

  private static final String STOP = "STOP-";
  private static final Duration VOUCH_VALID = Duration.ofDays(7);
  private final TokenBook book;
  private final DeskSettings settings;

  /** Where the requester of a ticket answers. */
  static final class ThreadReply {
    private final EmailAddress address;

    private ThreadReply(EmailAddress address) {
      this.address = address;
    }

    EmailAddress address() {
      return address;
    }
  }

  /** An owner, and where an answer of theirs can stop the recovery. */
  public static final class OwnerReply {
    private final EmailAddress owner;
    private final EmailAddress address;

    private OwnerReply(EmailAddress owner, EmailAddress address) {
      this.owner = owner;
      this.address = address;
    }

    EmailAddress owner() {
      return owner;
    }

    /** The same in a letter to somebody who wrote from elsewhere with what the owner was sent. */
    public OwnerReply readBy(EmailAddress writer) {
      return new OwnerReply(writer, address);
    }

    EmailAddress address() {
      return address;
    }
  }

  /** Who is asked to vouch, and where they answer. */
  public static final class VoucherReply {
    private final EmailAddress voucher;
    private final EmailAddress address;

    private VoucherReply(EmailAddress voucher, EmailAddress address) {
      this.voucher = voucher;
      this.address = address;
    }

    EmailAddress voucher() {
      return voucher;
    }

    EmailAddress address() {
      return address;
    }
  }

  /**
   * @param book where what is issued is kept
   */
  public TokenIssuer(TokenBook book, DeskSettings settings) {
    this.book = book;
    this.settings = settings;
  }

  /** A reply address for the requester. */
  ThreadReply thread(FlowContext context, Ticket ticket) {
    return new ThreadReply(
        book.issue(
                context,
                ticket,
                TokenPurpose.THREAD,
                ticket.requester(),
                Optional.empty(),
                0,
                TokenBook.THREAD_VALID)
            .address());
  }

  /** A code for a registered address. */
  public Challenge<OwnerReply> prove(FlowContext context, Ticket ticket, EmailAddress owner) {
    TokenBook.Issued issued =
        book.issue(
            context,
            ticket,
            TokenPurpose.PROVE,
            owner,
            Optional.empty(),
            PROOF_LETTERS,
            settings.codeValid());
    return issued.to(new OwnerReply(owner, issued.address()));
  }

  /**
   * A code for the mailbox that the requester writes from, so that an answer in their thread shows
   * that they can read it. Those before it stay good.
   */
  public String confirm(FlowContext context, Ticket ticket) {
    return book.issue(
            context,
            ticket,
            TokenPurpose.CONFIRM,
            ticket.requester(),
            Optional.empty(),
            PROOF_LETTERS,
            TokenBook.THREAD_VALID)
        .code();
  }

  /** A stop word for somebody who gets a notice: nobody takes it for a code. */
  Challenge<OwnerReply> cancel(FlowContext context, Ticket ticket, EmailAddress owner) {
    TokenBook.Issued issued = cancel(context, ticket, owner, CANCEL_LETTERS);
    return new Challenge<>(
        new OwnerReply(owner, issued.address()), STOP + issued.code(), issued.expiresAt());
  }

  /** A reply address for an owner whose letter shows no cancel code. */
  public OwnerReply objection(FlowContext context, Ticket ticket, EmailAddress owner) {
    return new OwnerReply(owner, cancel(context, ticket, owner, 0).address());
  }

  /** A code for somebody who is asked to vouch. */
  public Challenge<VoucherReply> vouch(FlowContext context, Ticket ticket, EmailAddress voucher) {
    TokenBook.Issued issued = vouch(context, ticket, voucher, PROOF_LETTERS, VOUCH_VALID);
    return issued.to(new VoucherReply(voucher, issued.address()));
  }

  /** A reply address for them, in a letter that shows no code. */
  public VoucherReply vouchAgain(FlowContext context, Ticket ticket, EmailAddress voucher) {
    return new VoucherReply(
        voucher, vouch(context, ticket, voucher, 0, TokenBook.THREAD_VALID).address());
  }

  private TokenBook.Issued vouch(
      FlowContext context, Ticket ticket, EmailAddress voucher, int letters, Duration valid) {
    return book.issue(
        context, ticket, TokenPurpose.VOUCH, voucher, Optional.empty(), letters, valid);
  }

  private TokenBook.Issued cancel(
      FlowContext context, Ticket ticket, EmailAddress owner, int letters) {
    return book.issue(
        context,
        ticket,
        TokenPurpose.CANCEL,
        owner,
        Optional.empty(),
        letters,
        TokenBook.THREAD_VALID);
  }
}
