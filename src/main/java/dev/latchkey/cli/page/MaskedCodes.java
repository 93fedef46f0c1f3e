package dev.latchkey.cli.page;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Hides what may be a code that another house mailed into the box, or was made to mail: a list is
 * no place to read it (THREATS T10). Years, references of ours and numbers behind a {@code #} stay.
 */
public final class MaskedCodes {
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![#\\p{L}\\p{N}])(?<!LK-)(?:\\d(?:[ -]?\\d){3,9}"
              + "|(?=[A-Z]{0,15}\\d)(?=\\d{0,15}[A-Z])[A-Z0-9]{6,16})(?![\\p{L}\\p{N}])");

  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final String MASK = "******";

  private MaskedCodes() {}

  /** A line for a list. */
  public static String in(String text) {
    return CODE.matcher(text).replaceAll(MaskedCodes::masked);
  }

  private static String masked(MatchResult found) {
    return YEAR.matcher(found.group()).matches() ? found.group() : MASK;
  }
}
