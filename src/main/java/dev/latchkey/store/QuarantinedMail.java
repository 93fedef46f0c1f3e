package dev.latchkey.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail that was put aside.
 *
 * @param outcome why, in one word
 * @param reasons why, in words
 */
public record QuarantinedMail(
    long id,
    Instant receivedAt,
    long size,
    int attempts,
    Optional<String> sender,
    String outcome,
    String reasons) {

  static QuarantinedMail of(MailMapper.Aside row) {
    return new QuarantinedMail(
        row.id(),
        row.receivedAt(),
        row.size(),
        row.attempts(),
        Optional.ofNullable(row.sender()),
        row.outcome(),
        row.reasons());
  }
}
