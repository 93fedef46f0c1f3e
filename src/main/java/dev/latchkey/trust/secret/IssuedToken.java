package dev.latchkey.trust.secret;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

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
  /** After this many wrong codes a token is dead (THREATS T17). */
  private static final int MOST_TRIES = 5;

  /** Whether it went to a registered address of the account. */
  public boolean toOwner() {
    return purpose == TokenPurpose.PROVE || purpose == TokenPurpose.CANCEL;
  }

  /** Whether it went to a member of the staff. */
  public boolean toStaff() {
    return purpose == TokenPurpose.DECIDE || purpose == TokenPurpose.TASK;
  }

  /** Whether its time is over. */
  public boolean expired(Instant now) {
    return !now.isBefore(expiresAt);
  }

  /** Too many wrong codes came, so that none is taken any more. */
  public boolean exhausted() {
    return tries >= MOST_TRIES;
  }

  /** Whether {@code code} is the one shown with it; after five wrong ones none is any more. */
  public boolean accepts(String code) {
    return !exhausted() && codeHash.filter(hash -> hash.matches(code)).isPresent();
  }

  /** What a code that came is worth. */
  public enum Verdict {
    RIGHT,
    WRONG,
    /** The token was used up before. */
    USED,
    EXPIRED,
    /** Too many wrong codes came before. */
    EXHAUSTED
  }

  /**
   * A verdict on a code.
   *
   * @param next the token after it: one more wrong code is counted, the right one uses it up
   */
  public record Tried(Verdict verdict, IssuedToken next) {}

  /** Tries a code; {@code isShown} says whether a hash is that of the code. */
  public Tried tried(Predicate<HashValue> isShown, Instant now) {
    if (usedAt.isPresent()) {
      return new Tried(Verdict.USED, this);
    }
    if (expired(now)) {
      return new Tried(Verdict.EXPIRED, this);
    }
    if (tries >= MOST_TRIES) {
      return new Tried(Verdict.EXHAUSTED, this);
    }
    return codeHash.filter(isShown).isPresent()
        ? new Tried(Verdict.RIGHT, used(now))
        : new Tried(Verdict.WRONG, inVain());
  }

  /** The token, with one more code that did not count. */
  public IssuedToken inVain() {
    return with(tries + 1, expiresAt, usedAt);
  }

  /** The token, used up. */
  public IssuedToken used(Instant now) {
    return with(tries, expiresAt, Optional.of(now));
  }

  /** The token, over before its time. */
  public IssuedToken ended(Instant now) {
    return with(tries, now, usedAt);
  }

  private IssuedToken with(int tried, Instant until, Optional<Instant> used) {
    return new IssuedToken(
        id, purpose, ticketId, recipient, round, digest, codeHash, tried, issuedAt, until, used);
  }
}
