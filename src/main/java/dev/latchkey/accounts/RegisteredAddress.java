package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail address of an account.
 *
 * @param verified the account system saw mail to it being answered once
 * @param addedAt since when; empty when the account system does not say
 * @param removedAt until when; empty while it is registered
 */
public record RegisteredAddress(
    EmailAddress address,
    boolean verified,
    Optional<Instant> addedAt,
    Optional<Instant> removedAt) {

  /** Still registered. */
  public boolean current() {
    return removedAt.isEmpty();
  }
}
