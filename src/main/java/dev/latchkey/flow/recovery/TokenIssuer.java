package dev.latchkey.flow.recovery;

import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.ReplyAddress;
import dev.latchkey.trust.secret.TokenPurpose;
import dev.latchkey.trust.secret.Tokens;
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

  private static final Duration THREAD_VALID = Duration.ofDays(400);
  private final Tokens tokens;
  private final ReplyAddress replies;
  private final DeskSettings settings;

  /** A reply address and a code in groups of four, as a mail shows it. */
  record Challenge(EmailAddress replyTo, String code, Instant expiresAt) {}

  public TokenIssuer(Tokens tokens, ReplyAddress replies, DeskSettings settings) {
    this.tokens = tokens;
    this.replies = replies;
    this.settings = settings;
  }

  /** A reply address for the requester. */
  EmailAddress thread(FlowContext turn, Ticket ticket) {
    return issue(
            turn,
            ticket,
            TokenPurpose.THREAD,
            ticket.requester(),
            Optional.empty(),
            0,
            THREAD_VALID)
        .replyTo();
  }

  /** A code for a registered address. */
  Challenge prove(FlowContext turn, Ticket ticket, EmailAddress owner) {
    return issue(
        turn,
        ticket,
        TokenPurpose.PROVE,
        owner,
        Optional.empty(),
        PROOF_LETTERS,
        settings.codeValid());
  }

  /** A cancel code for somebody who gets a notice. */
  Challenge cancel(FlowContext turn, Ticket ticket, EmailAddress owner) {
    return issue(
        turn, ticket, TokenPurpose.CANCEL, owner, Optional.empty(), CANCEL_LETTERS, THREAD_VALID);
  }

  /** A code to approve exactly the evidence that {@code digest} stands for. */
  Challenge decide(FlowContext turn, Ticket ticket, EmailAddress staff, String digest) {
    return issue(
        turn,
        ticket,
        TokenPurpose.DECIDE,
        staff,
        Optional.of(digest),
        DECISION_LETTERS,
        settings.caseValid());
  }

  /** A reply address for every command but APPROVE. */
  public EmailAddress command(FlowContext turn, Ticket ticket, EmailAddress staff) {
    return issue(
            turn, ticket, TokenPurpose.DECIDE, staff, Optional.empty(), 0, settings.caseValid())
        .replyTo();
  }

  /** A reply address for DONE. */
  public EmailAddress task(FlowContext turn, Ticket ticket, EmailAddress staff) {
    return issue(turn, ticket, TokenPurpose.TASK, staff, Optional.empty(), 0, THREAD_VALID)
        .replyTo();
  }

  private Challenge issue(
      FlowContext turn,
      Ticket ticket,
      TokenPurpose purpose,
      EmailAddress recipient,
      Optional<String> digest,
      int letters,
      Duration valid) {
    String token = tokens.replyToken();
    String code = letters == 0 ? "" : tokens.code(letters);
    Instant expiresAt = turn.now().plus(valid);
    turn.work()
        .tokens()
        .add(
            new IssuedToken(
                turn.work().tokens().nextId(),
                purpose,
                ticket.id(),
                recipient,
                ticket.round(),
                digest,
                code.isEmpty() ? Optional.empty() : Optional.of(HashValue.of(code)),
                0,
                turn.now(),
                expiresAt,
                Optional.empty()),
            HashValue.of(token));
    boolean one = purpose == TokenPurpose.DECIDE;
    return new Challenge(replies.with(token), one ? code : grouped(code), expiresAt);
  }

  private static String grouped(String code) {
    StringBuilder groups = new StringBuilder();
    for (int i = 0; i < code.length(); i++) {
      groups.append(i > 0 && i % 4 == 0 ? "-" : "").append(code.charAt(i));
    }
    return groups.toString();
  }
}
