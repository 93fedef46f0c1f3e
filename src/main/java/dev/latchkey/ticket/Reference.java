package dev.latchkey.ticket;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The public name of a ticket, {@code LK-1042}. It is no secret and proves nothing.
 *
 * @param number the ticket's row id, from 1
 */
public record Reference(long number) {
  /** A reference within a text, in large letters or small ones. */
  public static final Pattern IN_TEXT = Pattern.compile("(?i)\\bLK-[1-9][0-9]{0,11}\\b");

  private static final String PREFIX = "LK-";

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

  @Override
  public String toString() {
    return PREFIX + number;
  }
}
