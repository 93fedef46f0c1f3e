package dev.latchkey.triage.words;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the language of a text: by its script where that decides, else by the vote of frequent
 * words ({@code languages.txt}).
 *
 * <p>A script outvotes a good deal of English around it, since the form and the programs that
 * people quote are English. Every other doubt is English too.
 */
public final class LanguageReader {
  private static final String FALLBACK = "en";

  /** More text than this does not make the answer surer. */
  private static final char LAST_LATIN = 0x24F;

  private static final int MAX_LENGTH = 1500;

  private static final int LEAST_LETTERS = 5;
  private static final int LEAST_PERCENT = 4;

  /** Votes of two rare words, or of three to four that a few languages share. */
  private static final double LEAST_VOTES = 1.2;

  /**
   * So many, and so many more than for any other, tell it of somebody who wrote otherwise before.
   */
  private static final double PLAIN_VOTES = 2.5;

  private static final double PLAIN_LEAD = 1.5;

  private static final Map<UnicodeScript, String> SCRIPTS =
      Map.ofEntries(
          Map.entry(UnicodeScript.HIRAGANA, "ja"),
          Map.entry(UnicodeScript.KATAKANA, "ja"),
          Map.entry(UnicodeScript.HANGUL, "ko"),
          Map.entry(UnicodeScript.HAN, "zh"),
          Map.entry(UnicodeScript.CYRILLIC, "ru"),
          Map.entry(UnicodeScript.GREEK, "el"),
          Map.entry(UnicodeScript.HEBREW, "he"),
          Map.entry(UnicodeScript.ARABIC, "ar"),
          Map.entry(UnicodeScript.THAI, "th"),
          Map.entry(UnicodeScript.DEVANAGARI, "hi"));

  /** Languages that share a word; there is one of each, so that it is told by what it is. */
  private static final class Speakers {
    private final List<String> languages;

    private Speakers(List<String> languages) {
      this.languages = languages;
    }
  }

  private final Map<String, Speakers> speakers = new HashMap<>();

  public LanguageReader() {
    Map<String, List<String>> languages = new HashMap<>();
    WordList.sections(LanguageReader.class, "languages.txt")
        .forEach(
            (language, lines) ->
                new LinkedHashSet<>(List.of(String.join(" ", lines).split(" ")))
                    .forEach(
                        word ->
                            languages
                                .computeIfAbsent(word, absent -> new ArrayList<>())
                                .add(language)));
    Map<List<String>, Speakers> all = new HashMap<>();
    languages.forEach((word, some) -> speakers.put(word, all.computeIfAbsent(some, Speakers::new)));
  }

  /** ISO 639-1 of {@code text}; {@code en} when it cannot be told. */
  public String read(String text) {
    String head = text.substring(0, Math.min(text.length(), MAX_LENGTH));
    String byScript = byScript(head);
    return byScript.isEmpty() ? byWords(head) : byScript;
  }

  /** The same where it is plain, English too; empty where it is not. */
  public Optional<String> plainly(String text) {
    String head = text.substring(0, Math.min(text.length(), MAX_LENGTH));
    String byScript = byScript(head);
    if (!byScript.isEmpty()) {
      return Optional.of(byScript);
    }
    List<Map.Entry<String, Double>> most =
        votes(head).entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .limit(2)
            .toList();
    double second = most.size() < 2 ? 0 : most.get(1).getValue();
    return most.stream()
        .findFirst()
        .filter(it -> it.getValue() >= PLAIN_VOTES && it.getValue() >= PLAIN_LEAD * second)
        .map(Map.Entry::getKey);
  }

  /** The language of the script that is not Latin; empty when there is hardly any of it. */
  private static String byScript(String text) {
    Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    int first = 0;
    while (first < text.length() && text.charAt(first) <= LAST_LATIN) {
      first++;
    }
    text.substring(first)
        .codePoints()
        .filter(c -> c > LAST_LATIN && Character.isLetter(c))
        .forEach(c -> letters.merge(UnicodeScript.of(c), 1, Integer::sum));
    if (letters.isEmpty()) {
      return "";
    }
    long all = text.codePoints().filter(Character::isLetter).count();
    int kana =
        letters.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + letters.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana > 1) {
      letters.merge(
          UnicodeScript.HIRAGANA, letters.getOrDefault(UnicodeScript.HAN, 0), Integer::sum);
      letters.remove(UnicodeScript.HAN);
    }
    for (Map.Entry<UnicodeScript, String> script : SCRIPTS.entrySet()) {
      int count = letters.getOrDefault(script.getKey(), 0);
      if (count >= LEAST_LETTERS
          && 100L * count >= LEAST_PERCENT * all
          && letters.values().stream().allMatch(other -> other <= count)) {
        return script.getKey() == UnicodeScript.CYRILLIC ? cyrillic(text) : script.getValue();
      }
    }
    return "";
  }

  private static String cyrillic(String text) {
    long ukrainian = text.chars().filter(c -> "іїєґІЇЄҐ".indexOf(c) >= 0).count();
    long russian = text.chars().filter(c -> "ыэёЫЭЁ".indexOf(c) >= 0).count();
    return ukrainian > russian ? "uk" : "ru";
  }

  private String byWords(String text) {
    Map<String, Double> votes = votes(text);
    double english = votes.getOrDefault(FALLBACK, 0.0);
    return votes.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(most -> most.getValue() >= LEAST_VOTES && most.getValue() > english)
        .map(Map.Entry::getKey)
        .orElse(FALLBACK);
  }

  private Map<String, Double> votes(String text) {
    Map<Speakers, Integer> met = new LinkedHashMap<>();
    for (TextWords.Word word : TextWords.of(text)) {
      Speakers some = speakers.get(word.lower());
      if (some != null) {
        met.merge(some, 1, Integer::sum);
      }
    }
    Map<String, Double> votes = new HashMap<>();
    met.forEach(
        (some, words) -> {
          double share = (double) words / some.languages.size();
          some.languages.forEach(language -> votes.merge(language, share, Double::sum));
        });
    return votes;
  }
}
