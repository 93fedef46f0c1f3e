package dev.latchkey.triage.name;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.words.ChineseSigns;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The account name in brackets, or between commas, behind who writes: "this is Lucy Grant
 * (lgrant)", "黒田梨花(lkuroda)です", "I am Lucy Grant, lgrant." In scripts that know capitals it has to
 * hold a part of the person's name, for a town, an age or a trade stands there as well. The words
 * stand in {@code bracketed-name-words.txt}.
 */
final class BracketedName {
  private static final Map<String, String> WORDS =
      WordList.alternatives(BracketedName.class, "bracketed-name-words.txt");

  private static final String BRACKETED =
      "\\s{0,2}[(（]\\s?@?([A-Za-z0-9_][A-Za-z0-9._-]{2,62})\\s?[)）]";

  /** "Lucy Grant, lgrant." */
  private static final String BEHIND_COMMA =
      ",\\s?@?([a-z0-9_][a-z0-9._-]{1,61}[a-z0-9_])(?:[.!?,;:](?:\\s|$)|\\s*$|\\s*\\n)";

  /** Up to five words. */
  private static final String WORDS_OF_NAME = "[\\p{L}.'’-]*(?:\\s[\\p{L}.'’-]+){0,4}";

  /** At the beginning of a part of a sentence with a capital, or introduced; or before "here". */
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:(?:^|[\\n.!?,;:])\\s*(\\p{Lu}%1$s)|\\b(?i:%2$s)\\s+(\\p{L}%1$s))(?:%3$s|%4$s)|(?:^|[\\n.!?,;:])\\s*(\\p{L}%1$s)\\s(?i:%5$s)%3$s"
              .formatted(WORDS_OF_NAME, words("self"), BRACKETED, BEHIND_COMMA, words("here")));

  private static final Pattern IN_SIGNS =
      Pattern.compile(
          "(?:(?:%s)[\\p{Han}\\p{Hiragana}\\p{Katakana}ー・]{1,16}%s|[\\p{Han}\\p{Hiragana}\\p{Katakana}ー・]{2,20}%s\\s?(?:%s))"
              .formatted(words("self in signs"), BRACKETED, BRACKETED, words("ends in signs")));

  /** So many letters of a name are no chance. */
  private static final int PART = 3;

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  private BracketedName() {}

  private static String words(String section) {
    return ChineseSigns.simplified(Objects.requireNonNull(WORDS.get(section), section));
  }

  /**
   * The first in {@code written}.
   *
   * @param name whether a word may be a name
   */
  static Optional<String> in(Words written, Predicate<String> name) {
    String text = written.text().substring(0, Math.min(LOOKED_AT, written.text().length()));
    if (text.indexOf('(') < 0 && text.indexOf('（') < 0 && text.indexOf(',') < 0) {
      return Optional.empty();
    }
    Matcher persons = PERSON.matcher(text);
    while (persons.find()) {
      String person = first(persons, 1, 2, 5);
      String found = first(persons, 3, 4, 6);
      if (name.test(found) && isOf(person, found)) {
        return Optional.of(found);
      }
    }
    Matcher signs = IN_SIGNS.matcher(ChineseSigns.simplified(text));
    return signs.find()
        ? Stream.of(signs.group(1), signs.group(2))
            .filter(Objects::nonNull)
            .filter(name)
            .findFirst()
        : Optional.empty();
  }

  /** What was found by one of its groups. */
  private static String first(Matcher found, int... groups) {
    return IntStream.of(groups)
        .mapToObj(found::group)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  /** Whether a part of a person's name stands in it, however its marks are typed. */
  private static boolean isOf(String person, String name) {
    String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    return Stream.of(person.replace('ø', 'o'), NameSlip.folded(person))
        .flatMap(typed -> Stream.of(Words.key(typed).split("[^\\p{L}]+")))
        .anyMatch(part -> part.length() >= PART && letters.contains(part));
  }
}
