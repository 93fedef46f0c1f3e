package dev.latchkey.flow.recovery;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Challenge;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Sha256;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.Optional;

/**
 * Issues reply addresses to the staff, each to one member and for one ticket or digest, and the
 * codes without which nobody approves.
 */
public final class StaffTokens {
  /** 40 bits: it only counts together with the reply address, which has 130, and once. */
  private static final int DECISION_LETTERS = 8;

  private final TokenBook book;
  private final DeskSettings settings;

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

  /**
   * @param book where what is issued is kept
   */
  public StaffTokens(TokenBook book, DeskSettings settings) {
    this.book = book;
    this.settings = settings;
  }

  /** A code to approve exactly the evidence that {@code digest} stands for. */
  Challenge<StaffReply> decide(
      FlowContext context, Ticket ticket, EmailAddress staff, String digest) {
    TokenBook.Issued issued =
        book.issue(
            context,
            ticket,
            TokenPurpose.DECIDE,
            staff,
            Optional.of(digest),
            DECISION_LETTERS,
            settings.caseAgain());
    return issued.to(new StaffReply(staff, issued.address()));
  }

  /** An address for a digest. */
  public DigestReply digest(EmailAddress member) {
    String secret = book.secret();
    return new DigestReply(member, book.address(secret), HashValue.of(secret));
  }

  /** The same, to an answer about a ticket: what names no other one is about that. */
  public DigestReply digest(FlowContext context, Ticket ticket, EmailAddress member) {
    DigestReply digest = digest(member);
    book.add(
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
    String code = shown.isPresent() ? book.code(DECISION_LETTERS) : "";
    book.add(
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
    return new StaffReply(staff, withoutCode(context, ticket, staff, Optional.empty()));
  }

  /**
   * What makes a reply about {@code shown} count for another ticket that the same letter shows: the
   * same person's token, never sent on its own. Every gate looks at it as at any other.
   */
  void beside(FlowContext context, Ticket other, Ticket shown, EmailAddress staff) {
    withoutCode(context, other, staff, Optional.of(besideDigest(shown)));
  }

  /**
   * A reply address under the words of an owner: every command but APPROVE, and REPLY goes to that
   * owner.
   */
  StaffReply aboutOwner(
      FlowContext context, Ticket ticket, EmailAddress staff, EmailAddress owner) {
    return new StaffReply(
        staff, withoutCode(context, ticket, staff, Optional.of(ownerDigest(ticket, owner))));
  }

  /** Marks such a token; no case has it, so that it approves nothing. */
  public static String ownerDigest(Ticket ticket, EmailAddress owner) {
    return Sha256.hex("owner of " + ticket.reference() + " " + owner);
  }

  /** Marks such a token; no case has it, so that it approves nothing. */
  public static String besideDigest(Ticket shown) {
    return Sha256.hex("beside " + shown.reference());
  }

  /** A reply address for DONE. */
  public StaffReply task(FlowContext context, Ticket ticket, EmailAddress staff) {
    return new StaffReply(
        staff,
        book.issue(
                context,
                ticket,
                TokenPurpose.TASK,
                staff,
                Optional.empty(),
                0,
                TokenBook.THREAD_VALID)
            .address());
  }

  private EmailAddress withoutCode(
      FlowContext context, Ticket ticket, EmailAddress staff, Optional<String> digest) {
    return book.issue(context, ticket, TokenPurpose.DECIDE, staff, digest, 0, settings.caseValid())
        .address();
  }
}
