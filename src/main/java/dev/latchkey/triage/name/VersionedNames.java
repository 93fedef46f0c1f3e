package dev.latchkey.triage.name;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.form.SmallWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Names with a version behind them: "somebody published kisetsu 1.4.9". Nothing but a project has
 * one of three numbers, unless it runs on every computer, or the numbers are a date.
 */
public final class VersionedNames {
  private static final Pattern VERSIONED =
      Pattern.compile(
          "([A-Za-z0-9._-]{3,60})\\s{1,2}v?([0-9]{1,3})\\.([0-9]{1,3})\\.([0-9]{1,3})(?:[^0-9.]|\\.?$|\\.\\s)");

  private static final List<String> NONE = SmallWords.list("has versions");

  private static final int DAYS = 31;
  private static final int MONTHS = 12;

  /** No year is written with less, and few versions have more. */
  private static final int YEARS = 20;

  private VersionedNames() {}

  /** Those of a text, in order; in small letters, as projects are. */
  public static Set<String> in(String text) {
    Set<String> found = new LinkedHashSet<>();
    Matcher matcher = VERSIONED.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (isWhole(text, matcher.start())
          && isName(name)
          && !isDate(number(matcher, 2), number(matcher, 3), number(matcher, 4))) {
        found.add(name);
      }
    }
    return found;
  }

  private static boolean isWhole(String text, int start) {
    return start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)) || isEast(text, start);
  }

  private static boolean isEast(String text, int start) {
    return text.charAt(start - 1) > 0x2E80;
  }

  private static boolean isName(String name) {
    return Character.isLetter(name.charAt(0))
        && Character.isLetterOrDigit(name.charAt(name.length() - 1))
        && name.equals(name.toLowerCase(Locale.ROOT))
        && !NONE.contains(name);
  }

  private static boolean isDate(int day, int month, int year) {
    return day <= DAYS && month <= MONTHS && year >= YEARS;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }
}
