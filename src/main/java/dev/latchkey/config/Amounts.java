package dev.latchkey.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time and sizes as people write them. */
final class Amounts {
  private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}) ?([A-Za-z]*)");

  private static final Map<String, Duration> TIMES =
      Map.of(
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));

  private static final Map<String, Long> SIZES =
      Map.of("", 1L, "B", 1L, "kB", 1_000L, "KB", 1_000L, "MB", 1_000_000L);

  private Amounts() {}

  /** {@code 30s}, {@code 15m}, {@code 24h} or {@code 3d}; a bare {@code 0} is none at all. */
  static Optional<Duration> duration(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(amount.group(1));
    return number == 0 && amount.group(2).isEmpty()
        ? Optional.of(Duration.ZERO)
        : Optional.ofNullable(TIMES.get(amount.group(2))).map(unit -> unit.multipliedBy(number));
  }

  /** {@code 500kB}, {@code 10MB}, or a number of octets. */
  static Optional<Long> size(String text) {
    Matcher amount = AMOUNT.matcher(text);
    return amount.matches()
        ? Optional.ofNullable(SIZES.get(amount.group(2)))
            .map(unit -> unit * Long.parseLong(amount.group(1)))
        : Optional.empty();
  }

  /** {@code 2026-03-01T08:00:00Z}, or {@code 2026-03-01}, when it begins in that zone. */
  static Optional<Instant> moment(String text, ZoneId zone) {
    try {
      return Optional.of(
          text.contains("T")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
