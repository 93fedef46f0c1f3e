package dev.latchkey.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Finds what an English letter says of a time to come, and that has passed when it is written. */
@NullMarked
final class PastDays {
  private static final Pattern TO_COME =
      Pattern.compile(
          "\\b(?:until|by) ([A-Z][a-z]+day, \\d+ [A-Z][a-z]+ \\d{4}, \\d\\d:\\d\\d) UTC");
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

  /** A letter shows no seconds, and some pass before it goes out. */
  private static final Duration JUST_NOW = Duration.ofMinutes(5);

  private PastDays() {}

  /** The moments that a letter of now names as coming, and that are past; quoted lines are none. */
  static List<String> in(String body, Instant now) {
    String own = body.replaceAll("(?m)^[|>].*$", "").replaceAll("\\s+", " ");
    return TO_COME
        .matcher(own)
        .results()
        .filter(found -> moment(found).isBefore(now.minus(JUST_NOW)))
        .map(MatchResult::group)
        .toList();
  }

  private static Instant moment(MatchResult found) {
    return LocalDateTime.parse(found.group(1), MOMENT).toInstant(ZoneOffset.UTC);
  }
}
