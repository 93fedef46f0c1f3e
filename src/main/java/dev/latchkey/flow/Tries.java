package dev.latchkey.flow;

import dev.latchkey.trust.IssuedToken;
import java.time.Instant;
import java.util.Optional;

/** What use makes of a token. */
public final class Tries {
  /** After this many wrong codes a token is dead (THREATS T17). */
  public static final int MOST = 5;

  private Tries() {}

  public static IssuedToken used(IssuedToken token, Instant now) {
    return copy(token, token.tries(), token.expiresAt(), Optional.of(now));
  }

  public static IssuedToken wrong(IssuedToken token) {
    return copy(token, token.tries() + 1, token.expiresAt(), token.usedAt());
  }

  public static IssuedToken expired(IssuedToken token, Instant now) {
    return copy(token, token.tries(), now, token.usedAt());
  }

  private static IssuedToken copy(
      IssuedToken token, int tries, Instant expiresAt, Optional<Instant> usedAt) {
    return new IssuedToken(
        token.id(),
        token.purpose(),
        token.ticketId(),
        token.recipient(),
        token.round(),
        token.digest(),
        token.codeHash(),
        tries,
        token.issuedAt(),
        expiresAt,
        usedAt);
  }
}
