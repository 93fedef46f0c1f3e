package dev.latchkey.accounts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Times as text, as a file or an answer of the account system has them. */
final class DirectoryTime {
  private DirectoryTime() {}

  /**
   * A date, whose midnight in UTC is meant, or an instant of ISO 8601; empty for everything else.
   */
  static Optional<Instant> find(String text) {
    try {
      return Optional.of(
          text.contains("T")
              ? Instant.parse(text)
              : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
