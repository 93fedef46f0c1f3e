package dev.latchkey.triage.request;

import dev.latchkey.triage.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The numbers of our questions as people speak them, to a program that writes for them or in a
 * letter: "number one no, number two yes", "Frage zwei: ja", "第一个没有". Each stands beside a word for
 * a number or a question, since "one" alone counts anything.
 */
final class SpokenNumbers {
  private static final List<Pattern> NUMBERS = patterns();

  /** A number and where it and its answer begin. */
  record Spoken(int number, int from, int behind) {}

  private SpokenNumbers() {}

  private static List<Pattern> patterns() {
    Map<String, String> words =
        WordList.alternatives(SpokenNumbers.class, "spoken-number-words.txt");
    return Stream.of("1", "2", "3").map(number -> spoken(words, number)).toList();
  }

  private static Pattern spoken(Map<String, String> words, String number) {
    return Pattern.compile(
        "(?<!\\p{L})(?:(?:%s)\\s+(?:%s)|(?:%s) (?:%s))(?!\\p{L})[\\s:.,–-]*"
                .formatted(
                    words.get("question"),
                    words.get(number),
                    words.get(number + " before answer"),
                    words.get("answer"))
            + "|(?:%s)(?:%s|：|，|:|,)+"
                .formatted(words.get(number + " in Chinese"), words.get("behind Chinese"))
            + "|(?:%s)(?:%s)?(?:%s|：|:|、)*"
                .formatted(
                    words.get(number + " in Japanese"),
                    words.get("behind Japanese"),
                    words.get("topic in Japanese")));
  }

  /** Those of {@code questions} in a line, where at least two of them rise one by one from 1. */
  static List<Spoken> in(String line, int questions) {
    String text = line.toLowerCase(Locale.ROOT);
    List<Spoken> found = new ArrayList<>();
    int from = 0;
    for (int number = 1; number <= Math.min(questions, NUMBERS.size()); number++) {
      Matcher next = NUMBERS.get(number - 1).matcher(text);
      if (text.length() != line.length() || !next.find(from)) {
        break;
      }
      found.add(new Spoken(number, next.start(), next.end()));
      from = next.end();
    }
    return found.size() < 2 ? List.of() : List.copyOf(found);
  }
}
