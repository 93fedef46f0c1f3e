package dev.latchkey.triage.name;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.form.SmallWords;

/**
 * Finds the account name that its writer gave in the place of another in the same breath: "I'm
 * tobais there, no, sorry, tobias". Only one that looks much like the one before is such; "not" and
 * a "no" without a comma behind it deny what follows.
 */
public final class RetypedName {
  private static final String APART = "(?:[.]{2,}|[\\s,;:…—–、，(（-])";
  private static final String COMMA = "\\s*(?:[.]{2,}|[,;:…—–、，！!-])";

  /** The other name, behind words that take the one before back. */
  private static final Pattern BEHIND =
      Pattern.compile(
          "(?i)^[^.!?。！？\\n]{0,30}?%s+(?:(?:(?:%s)%s|%s)%s*)+(?:(?:%s)\\s*)?[`'\"‘“„«「]?([A-Za-z0-9_][A-Za-z0-9._-]{0,62})"
              .formatted(
                  APART,
                  SmallWords.of("no"),
                  COMMA,
                  SmallWords.of("sorry"),
                  APART,
                  SmallWords.of("it is")));

  /** More is not looked at behind a name. */
  private static final int NEAR = 160;

  /** A name that is said more often is meant as it is. */
  private static final int MENTIONS = 4;

  private RetypedName() {}

  /** What {@code text} gives in the place of {@code name}, or that name. */
  public static String of(String name, String text) {
    int at = text.indexOf(name);
    for (int mention = 0; mention < MENTIONS && at >= 0; mention++) {
      int end = at + name.length();
      Matcher behind = BEHIND.matcher(text.substring(end, Math.min(text.length(), end + NEAR)));
      if (behind.find()) {
        String other = withoutEnd(behind.group(1));
        if (NameSlip.alike(name, other)) {
          return other;
        }
      }
      at = text.indexOf(name, end);
    }
    return name;
  }

  /** What closes the sentence is none of the name. */
  private static String withoutEnd(String word) {
    int to = word.length();
    while (to > 1 && ".-".indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    return word.substring(0, to);
  }
}
