package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.Challenge;
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

/** Keeps what is issued: what leaves is the secret, what stays is its hash. */
public final class TokenBook {
  /** For answers to a thread, however late they are. */
  static final Duration THREAD_VALID = Duration.ofDays(400);

  private final TokenMaker tokens;
  private final ReplyAddress replies;

  /** What a letter shows of it. */
  record Issued(EmailAddress address, String code, Instant expiresAt) {
    <R> Challenge<R> to(R reply) {
      return new Challenge<>(reply, code, expiresAt);
    }
  }

  public TokenBook(TokenMaker tokens, ReplyAddress replies) {
    this.tokens = tokens;
    this.replies = replies;
  }

  /** A secret of no ticket, to be kept by whoever asks for it. */
  String secret() {
    return tokens.replyToken();
  }

  /** Where a reply to {@code secret} goes. */
  EmailAddress address(String secret) {
    return replies.with(secret);
  }

  /** A code of so many letters, to be kept by whoever asks for it. */
  String code(int letters) {
    return tokens.code(letters);
  }

  /**
   * Keeps a token, and a code where there are {@code letters} of one.
   *
   * @return the address and the code as the letter shows them
   */
  Issued issue(
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

  /** Keeps the hash of one. */
  void add(
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
