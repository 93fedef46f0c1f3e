package dev.latchkey.triage.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of our questions as people speak them, to a program that writes for them or in a
 * letter: "number one no, number two yes", "Frage zwei: ja", "第一个没有". Each stands beside a word for
 * a number or a question, since "one" alone counts anything.
 */
final class SpokenNumbers {
  private static final List<Pattern> NUMBERS =
      List.of(
          spoken("one|uno|una|um|uma|eins|un|1", "first", "第一", "一つ目"),
          spoken("two|dos|dois|duas|zwei|deux|2", "second", "第二", "二つ目"),
          spoken("three|tres|três|drei|trois|3", "third", "第三", "三つ目"));

  /** A number and where it and its answer begin. */
  record Spoken(int number, int from, int behind) {}

  private SpokenNumbers() {}

  private static Pattern spoken(String words, String ordinal, String chinese, String japanese) {
    return Pattern.compile(
        "(?<!\\p{L})(?:(?:number|question|nummer|frage|num[eé]ro|question|n[uú]mero|pregunta|pergunta)"
            + "\\s+(?:"
            + words
            + ")|"
            + ordinal
            + " (?:one|question|answer))(?!\\p{L})[\\s:.,–-]*|"
            + chinese
            + "(?:个|个问题|题|：|，|:|,)+|"
            + japanese
            + "(?:の質問)?(?:は|：|:|、)*");
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
