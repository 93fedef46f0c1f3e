package dev.latchkey.trust.secret;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A reply token as the desk remembers it; the token itself is stored only as a hash.
 *
 * @param recipient the one address that it was sent to
 * @param round the ticket's round when it was issued
 * @param digest hash of the evidence that was shown with it
 * @param codeHash hash of the code that was shown with it
 * @param tries wrong codes so far
 * @param expiresAt the first moment at which it is worth nothing
 * @param usedAt when it was used up
 */
public record IssuedToken(
    long id,
    TokenPurpose purpose,
    long ticketId,
    EmailAddress recipient,
    int round,
    Optional<String> digest,
    Optional<HashValue> codeHash,
    int tries,
    Instant issuedAt,
    Instant expiresAt,
    Optional<Instant> usedAt) {
  private static final int MOST_TRIES = 5;

  /** Whether its time is over. */
  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /**
   * Whether {@code code} is the one shown with it; after five wrong ones none is any more. Whoever
   * asks counts the wrong ones.
   */
  public boolean accepts(String code) {
    return tries < MOST_TRIES && codeHash.map(hash -> hash.matches(code)).orElse(false);
  }
}
