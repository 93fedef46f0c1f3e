package dev.latchkey.flow.recovery;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.TokenMaker;
import dev.latchkey.trust.secret.TokenPurpose;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Issues reply addresses, and the codes that go with them: each to one person, for one purpose, for
 * one ticket. What leaves is the secret, what stays is its hash.
 */
public final class TokenIssuer {
  /** 80 bits for what is typed by hand within a day (THREATS T17 asks for 64). */
  private static final int PROOF_LETTERS = 16;

  /** 130 bits for what stops a recovery from anywhere. */
  private static final int CANCEL_LETTERS = 26;

  /** 40 bits: it only counts together with the reply address, which has 130, and once. */
  private static final int DECISION_LETTERS = 8;

  private static final String STOP = "STOP-";
  private static final Duration THREAD_VALID = Duration.ofDays(400);
  private static final Duration VOUCH_VALID = Duration.ofDays(7);
  private final TokenMaker tokens;
  private final ReplyAddress replies;
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
  static final class OwnerReply {
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
    OwnerReply readBy(EmailAddress writer) {
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

  /** A member of staff, and where a command of theirs goes. */
  public static final class StaffReply {
    private final EmailAddress member;
    private final EmailAddress address;

    private StaffReply(EmailAddress member, EmailAddress address) {
      this.member = member;
      this.address = address;
    }

    EmailAddress member() {
      return member;
    }

    EmailAddress address() {
      return address;
    }
  }

  /** A reply address and a code, as a mail shows it. */
  record Challenge<R>(R reply, String code, Instant expiresAt) {}

  private record Issued(EmailAddress address, String code, Instant expiresAt) {
    <R> Challenge<R> to(R reply) {
      return new Challenge<>(reply, code, expiresAt);
    }
  }

  public TokenIssuer(TokenMaker tokens, ReplyAddress replies, DeskSettings settings) {
    this.tokens = tokens;
    this.replies = replies;
    this.settings = settings;
  }

  /** A reply address for the requester. */
  ThreadReply thread(FlowContext context, Ticket ticket) {
    return new ThreadReply(
        issue(
                context,
                ticket,
                TokenPurpose.THREAD,
                ticket.requester(),
                Optional.empty(),
                0,
                THREAD_VALID)
            .address());
  }

  /** A code for a registered address. */
  Challenge<OwnerReply> prove(FlowContext context, Ticket ticket, EmailAddress owner) {
    Issued issued =
        issue(
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
  String confirm(FlowContext context, Ticket ticket) {
    return issue(
            context,
            ticket,
            TokenPurpose.CONFIRM,
            ticket.requester(),
            Optional.empty(),
            PROOF_LETTERS,
            THREAD_VALID)
        .code();
  }

  /** A stop word for somebody who gets a notice: nobody takes it for a code. */
  Challenge<OwnerReply> cancel(FlowContext context, Ticket ticket, EmailAddress owner) {
    Issued issued = cancel(context, ticket, owner, CANCEL_LETTERS);
    return new Challenge<>(
        new OwnerReply(owner, issued.address()), STOP + issued.code(), issued.expiresAt());
  }

  /** A reply address for an owner whose letter shows no cancel code. */
  public OwnerReply objection(FlowContext context, Ticket ticket, EmailAddress owner) {
    return new OwnerReply(owner, cancel(context, ticket, owner, 0).address());
  }

  /** A code for somebody who is asked to vouch. */
  Challenge<VoucherReply> vouch(FlowContext context, Ticket ticket, EmailAddress voucher) {
    Issued issued = vouch(context, ticket, voucher, PROOF_LETTERS, VOUCH_VALID);
    return issued.to(new VoucherReply(voucher, issued.address()));
  }

  /** A reply address for them, in a letter that shows no code. */
  VoucherReply vouchAgain(FlowContext context, Ticket ticket, EmailAddress voucher) {
    return new VoucherReply(voucher, vouch(context, ticket, voucher, 0, THREAD_VALID).address());
  }

  private Issued vouch(
      FlowContext context, Ticket ticket, EmailAddress voucher, int letters, Duration valid) {
    return issue(context, ticket, TokenPurpose.VOUCH, voucher, Optional.empty(), letters, valid);
  }

  private Issued cancel(FlowContext context, Ticket ticket, EmailAddress owner, int letters) {
    return issue(
        context, ticket, TokenPurpose.CANCEL, owner, Optional.empty(), letters, THREAD_VALID);
  }

  /** A code to approve exactly the evidence that {@code digest} stands for. */
  Challenge<StaffReply> decide(
      FlowContext context, Ticket ticket, EmailAddress staff, String digest) {
    Issued issued =
        issue(
            context,
            ticket,
            TokenPurpose.DECIDE,
            staff,
            Optional.of(digest),
            DECISION_LETTERS,
            settings.caseAgain());
    return issued.to(new StaffReply(staff, issued.address()));
  }

  /**
   * Where a digest is answered. Its address is worth nothing by itself: each of its lines has a
   * token of its own, kept under the address's hash and the ticket's reference, so that a command
   * in an answer passes the gates of its own ticket, by its own code, and is used up alone.
   */
  public static final class DigestReply {
    private final EmailAddress member;
    private final EmailAddress address;
    private final HashValue hash;

    private DigestReply(EmailAddress member, EmailAddress address, HashValue hash) {
      this.member = member;
      this.address = address;
      this.hash = hash;
    }

    /** Who gets the digest, and nobody else may answer it. */
    public EmailAddress member() {
      return member;
    }

    /** Its reply address. */
    public EmailAddress address() {
      return address;
    }
  }

  /** An address for a digest. */
  public DigestReply digest(EmailAddress member) {
    String secret = tokens.replyToken();
    return new DigestReply(member, replies.with(secret), HashValue.of(secret));
  }

  /** The same, to an answer about a ticket: what names no other one is about that. */
  public DigestReply digest(FlowContext context, Ticket ticket, EmailAddress member) {
    DigestReply digest = digest(member);
    add(
        context,
        ticket,
        TokenPurpose.DECIDE,
        member,
        Optional.empty(),
        "",
        context.now().plus(settings.caseValid()),
        digest.hash);
    return digest;
  }

  /**
   * A line of a digest.
   *
   * @param shown what the code approves; empty where nothing is to be approved
   * @return the code, or the empty string
   */
  public String line(
      FlowContext context, Ticket ticket, DigestReply digest, Optional<String> shown) {
    String code = shown.isPresent() ? tokens.code(DECISION_LETTERS) : "";
    add(
        context,
        ticket,
        TokenPurpose.DECIDE,
        digest.member(),
        shown,
        code,
        context.now().plus(shown.isPresent() ? settings.caseAgain() : settings.caseValid()),
        digest.hash.part(ticket.reference().toString()));
    return code;
  }

  /** A reply address for every command but APPROVE. */
  public StaffReply command(FlowContext context, Ticket ticket, EmailAddress staff) {
    return new StaffReply(
        staff,
        issue(
                context,
                ticket,
                TokenPurpose.DECIDE,
                staff,
                Optional.empty(),
                0,
                settings.caseValid())
            .address());
  }

  /**
   * What makes a reply about {@code shown} count for another ticket that the same letter shows: the
   * same person's token, never sent on its own. Every gate looks at it as at any other.
   */
  void beside(FlowContext context, Ticket other, Ticket shown, EmailAddress staff) {
    issue(
        context,
        other,
        TokenPurpose.DECIDE,
        staff,
        Optional.of(besideDigest(shown)),
        0,
        settings.caseValid());
  }

  /**
   * A reply address under the words of an owner: every command but APPROVE, and REPLY goes to that
   * owner.
   */
  StaffReply aboutOwner(
      FlowContext context, Ticket ticket, EmailAddress staff, EmailAddress owner) {
    return new StaffReply(
        staff,
        issue(
                context,
                ticket,
                TokenPurpose.DECIDE,
                staff,
                Optional.of(ownerDigest(ticket, owner)),
                0,
                settings.caseValid())
            .address());
  }

  /** Marks such a token; no case has it, so that it approves nothing. */
  public static String ownerDigest(Ticket ticket, EmailAddress owner) {
    return CaseDigest.of("owner of " + ticket.reference() + " " + owner);
  }

  /** Marks such a token; no case has it, so that it approves nothing. */
  public static String besideDigest(Ticket shown) {
    return CaseDigest.of("beside " + shown.reference());
  }

  /** A reply address for DONE. */
  public StaffReply task(FlowContext context, Ticket ticket, EmailAddress staff) {
    return new StaffReply(
        staff,
        issue(context, ticket, TokenPurpose.TASK, staff, Optional.empty(), 0, THREAD_VALID)
            .address());
  }

  private Issued issue(
      FlowContext context,
      Ticket ticket,
      TokenPurpose purpose,
      EmailAddress recipient,
      Optional<String> digest,
      int letters,
      Duration valid) {
    String token = tokens.replyToken();
    String code = letters == 0 ? "" : tokens.code(letters);
    Instant expiresAt = context.now().plus(valid);
    add(context, ticket, purpose, recipient, digest, code, expiresAt, HashValue.of(token));
    boolean one = purpose == TokenPurpose.DECIDE;
    return new Issued(replies.with(token), one ? code : grouped(code), expiresAt);
  }

  private static void add(
      FlowContext context,
      Ticket ticket,
      TokenPurpose purpose,
      EmailAddress recipient,
      Optional<String> digest,
      String code,
      Instant expiresAt,
      HashValue hash) {
    context
        .work()
        .tokens()
        .add(
            new IssuedToken(
                context.work().tokens().nextId(),
                purpose,
                ticket.id(),
                recipient,
                ticket.round(),
                digest,
                code.isEmpty() ? Optional.empty() : Optional.of(HashValue.of(code)),
                0,
                context.now(),
                expiresAt,
                Optional.empty()),
            hash);
  }

  private static String grouped(String code) {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      groups.append(i > 0 && i % 4 == 0 ? "-" : "").append(code.charAt(i));
    }
    return groups.toString();
  }
}
