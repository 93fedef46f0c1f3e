package dev.latchkey.triage.learned;

import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Whether a text says by the way that its writer takes care of a name: "I look after vellum", "dass
 * ich pergament betreue". What stands before it must be all of a part of a sentence from there on,
 * for of people, children and accounts that is said as well. The words stand in {@code
 * care-words.txt}.
 */
final class CaredFor {
  private static final Map<String, List<String>> WORDS =
      WordList.phrases(CaredFor.class, "care-words.txt");

  /** The longest phrase, with what may stand around a name. */
  private static final int NEAR = 40;

  private static final String ENDS = ".,;:!?()\n。，；：！？、（）";

  private static final String MARKS = "\"'`«»„“”‘’「」『』";

  private CaredFor() {}

  /** Whether it says so of the name from sign {@code start} to {@code end}. */
  static boolean is(String text, int start, int end) {
    String before = text.substring(Math.max(0, start - NEAR), start).toLowerCase(Locale.ROOT);
    String behind =
        text.substring(end, Math.min(text.length(), end + NEAR)).toLowerCase(Locale.ROOT);
    return words("behind").stream().anyMatch(withoutMarks(behind)::startsWith)
        || (isEnd(behind) && words("before").stream().anyMatch(withoutMarks(before)::endsWith));
  }

  private static List<String> words(String group) {
    return Objects.requireNonNull(WORDS.get(group), group);
  }

  /** Without quotation marks and blanks at either end. */
  private static String withoutMarks(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isMark(text.charAt(from))) {
      from++;
    }
    while (to > from && isMark(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isEnd(String behind) {
    int at = 0;
    while (at < behind.length() && MARKS.indexOf(behind.charAt(at)) >= 0) {
      at++;
    }
    return at == behind.length() || ENDS.indexOf(behind.charAt(at)) >= 0;
  }

  private static boolean isMark(char sign) {
    return Character.isWhitespace(sign) || MARKS.indexOf(sign) >= 0;
  }
}
