package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * Another owner of something that the account owns too.
 *
 * @param project what both own, as the account system writes it
 * @param account the other owner's account, as the account system writes it
 * @param address a verified, current address of that account
 * @param since when they became one; empty when that is not known
 */
public record CoOwner(
    String project, String account, EmailAddress address, Optional<Instant> since) {

  /** One of whom nobody knows since when. */
  public CoOwner(String project, String account, EmailAddress address) {
    this(project, account, address, Optional.empty());
  }
}
