package dev.latchkey.triage.request;

import dev.latchkey.triage.form.SmallWords;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What our own letters say so, where a client quoted them without a mark: words between quotation
 * marks, and what the reader is asked to say ("that you agree to …").
 */
final class SaidToReader {
  private static final Pattern SAID =
      Pattern.compile(
          "\"[^\"]{8,200}\"|“[^“”]{8,200}”|„[^“”„]{8,200}[“”]|«[^«»]{8,200}»|(?i:\\b(?:%s)|%s)[^.!?\\n]*"
              .formatted(SmallWords.of("that you"), SmallWords.of("that you in signs")));

  /** One of them stands before, and one of {@link #READER} behind. */
  private static final List<String> ASKED = words("that you", 0);

  private static final List<String> READER = words("that you", 1);

  /** Signs that are the first of a clause. */
  private static final List<String> FIRST = words("that you in signs", 0);

  private static final String MARKS = "\"“„«";

  private SaidToReader() {}

  /** As they are folded. */
  private static List<String> words(String group, int at) {
    return SmallWords.list(group).stream()
        .map(phrase -> Words.of(phrase).list().get(at).text())
        .distinct()
        .toList();
  }

  /** A text without it. */
  static String without(Words words) {
    String text = words.text();
    return may(words) ? SAID.matcher(text).replaceAll(" ") : text;
  }

  /** Most texts hold nothing of the kind, and this is quicker to see. */
  private static boolean may(Words words) {
    String before = "";
    for (Words.Word word : words.list()) {
      String one = word.text();
      if (FIRST.contains(one)
          || (isOneOf(READER, one) && ASKED.stream().anyMatch(before::endsWith))) {
        return true;
      }
      before = one;
    }
    return MARKS.chars().anyMatch(mark -> words.text().indexOf(mark) >= 0);
  }

  private static boolean isOneOf(List<String> beginnings, String word) {
    for (String beginning : beginnings) {
      if (word.startsWith(beginning)) {
        return true;
      }
    }
    return false;
  }
}
