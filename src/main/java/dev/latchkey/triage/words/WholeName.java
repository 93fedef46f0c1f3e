package dev.latchkey.triage.words;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An account name where it stands in a text by itself, in whichever case, and is no part of a
 * longer name or of an address.
 */
public final class WholeName {
  private final Pattern pattern;

  /**
   * @param name as the directory or its writer has it
   */
  public WholeName(String name) {
    pattern =
        Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{N}_.@-])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_@-])");
  }

  /** Whether it stands in {@code text}. */
  public boolean isIn(String text) {
    return pattern.matcher(text).find();
  }

  /** {@code text} with {@code other} wherever it stands. */
  public String replacedIn(String text, String other) {
    return pattern.matcher(text).replaceAll(Matcher.quoteReplacement(other));
  }
}
