package dev.latchkey.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The public name of a ticket, {@code LK-1042}. It is no secret and proves nothing.
 *
 * @param number the ticket's row id, from 1
 */
public record Reference(long number) {
  private static final String PREFIX = "LK-";

  /** Beside it stands what it likes but Latin letters and digits: 「LK-1042の件」, {@code _LK-7_}. */
  private static final Pattern IN_TEXT =
      Pattern.compile("(?i)(?<![A-Z0-9])LK-[1-9][0-9]{0,11}(?![A-Z0-9])");

  public Reference {
    if (number < 1) {
      throw new IllegalArgumentException("a reference has a number from 1");
    }
  }

  /** The reference written as {@code LK-1042} or {@code lk-1042}; empty for any other text. */
  public static Optional<Reference> find(String text) {
    if (!text.toUpperCase(Locale.ROOT).startsWith(PREFIX) || text.length() > 15) {
      return Optional.empty();
    }
    String digits = text.substring(PREFIX.length());
    if (digits.isEmpty()
        || digits.startsWith("0")
        || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return Optional.of(new Reference(Long.parseLong(digits)));
  }

  /**
   * Each reference within {@code text}, in large letters or small ones, as often as it stands
   * there. A text without a hyphen behind an L and a K, as most are, costs a look for hyphens.
   */
  public static Stream<Reference> allIn(String text) {
    return mayStandIn(text)
        ? IN_TEXT.matcher(text).results().flatMap(found -> find(found.group()).stream())
        : Stream.empty();
  }

  private static boolean mayStandIn(String text) {
    int hyphen = text.indexOf('-', PREFIX.length() - 1);
    while (hyphen >= 0) {
      if (text.regionMatches(true, hyphen + 1 - PREFIX.length(), PREFIX, 0, PREFIX.length())) {
        return true;
      }
      hyphen = text.indexOf('-', hyphen + 1);
    }
    return false;
  }

  @Override
  public String toString() {
    return PREFIX + number;
  }
}
