package dev.latchkey.triage.command;

import dev.latchkey.triage.words.LineWords;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the day behind HOLD as people write it: {@code until Monday}, {@code bis 3.12.}, {@code 2
 * weeks please}, {@code until 5 December, her sister rings then}. It stands first, but for a word
 * of courtesy and one that leads to it; and what stands behind it is courtesy, or a remark behind a
 * mark or a "because" that says nothing of a day or a number and puts nothing off. Whatever else is
 * written there is half understood, and no day. The words stand in {@code hold-words.txt}.
 */
final class HoldDayReader {
  /** "Bis zum", "until the": more words before a day are a sentence. */
  private static final int MOST_BEFORE = 5;

  /** In more signs more is said than a day. */
  private static final int LONGEST = 1000;

  /** "5 de diciembre de 2026". */
  private static final int LONGEST_DAY = 5;

  private static final String MARKS = ".,:;!-–—()";

  private static final Pattern POINTED =
      Pattern.compile("([0-3]?[0-9])[.](0?[1-9]|1[0-2])(?:[.]([0-9]{4}|[0-9]{2})?)?");

  private static final Pattern EASTERN =
      Pattern.compile(
          "(?:至|到|直到)?(?:([0-9]{4})年)?([0-9]{1,2})月([0-9]{1,2})[日号](?:まで|为止)?(?:[、，。,](.*+))?",
          Pattern.DOTALL);

  private static final Pattern ORDINAL = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th|er|º|[.])");

  private static final Map<String, List<String>> WORDS =
      WordList.phrases(HoldDayReader.class, "hold-words.txt");
  private static final Set<String> BEFORE = Set.copyOf(section("before"));
  private static final Set<String> PLEASE = Set.copyOf(section("please"));
  private static final Set<String> OF = Set.copyOf(section("of"));
  private static final Set<String> REASON = Set.copyOf(section("reason"));

  /** The English word, in capitals, or the number of each word of a day. */
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    WORDS.forEach(
        (section, words) -> {
          if (!section.equals(section.toLowerCase(Locale.ROOT)) || isNumber(section)) {
            words.forEach(word -> NAMES.putIfAbsent(word, section));
          }
        });
  }

  /**
   * A day that was written.
   *
   * @param remark what stands behind it, perhaps nothing
   */
  record Found(HoldDay day, String remark) {}

  private HoldDayReader() {}

  /** The day in what stands behind a HOLD, without a point at its end; empty when none is sure. */
  static Optional<Found> read(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher eastern = EASTERN.matcher(LineWords.strip(written));
    if (eastern.matches()) {
      return HoldDay.of(pointed(eastern.group(3), eastern.group(2), eastern.group(1)))
          .map(day -> new Found(day, eastern.group(4) == null ? "" : eastern.group(4)))
          .filter(found -> isRemark(found.remark()));
    }
    List<String> words = words(written);
    int start = 0;
    while (start < words.size() && start < MOST_BEFORE && leads(words, start)) {
      start++;
    }
    for (int end = Math.min(words.size(), start + LONGEST_DAY); end > start; end--) {
      Optional<HoldDay> day = day(words.subList(start, end));
      if (day.isPresent()) {
        boolean marked = isMark(words.get(end - 1).charAt(words.get(end - 1).length() - 1));
        return remark(words.subList(end, words.size()), marked)
            .map(remark -> new Found(day.get(), remark));
      }
    }
    return Optional.empty();
  }

  private static List<String> words(String written) {
    List<String> words = new ArrayList<>();
    for (String rest = written; !LineWords.strip(rest).isEmpty(); ) {
      String word = LineWords.first(rest);
      words.add(word);
      rest = LineWords.after(rest, word);
    }
    return words;
  }

  /** A mark, a courtesy, or what stands before a day; "a" of "a week" is none. */
  private static boolean leads(List<String> words, int at) {
    String bare = bare(words.get(at));
    return bare.isEmpty() || BEFORE.contains(bare) || PLEASE.contains(bare);
  }

  private static Optional<HoldDay> day(List<String> words) {
    List<String> named = new ArrayList<>();
    for (int at = 0; at < words.size(); at++) {
      boolean last = at == words.size() - 1;
      String word = words.get(at).toLowerCase(Locale.ROOT);
      Matcher pointed = POINTED.matcher(last ? withoutMark(word) : word);
      if (words.size() == 1 && pointed.matches()) {
        return HoldDay.of(pointed(pointed.group(1), pointed.group(2), pointed.group(3)));
      }
      if (at > 0 && !last && OF.contains(word)) {
        continue;
      }
      named.add(name(last || word.endsWith(",") ? bare(word) : word));
    }
    return HoldDay.of(named);
  }

  /** In English and in capitals, as {@link HoldDay} knows it. */
  private static String name(String word) {
    Matcher ordinal = ORDINAL.matcher(word);
    return ordinal.matches()
        ? ordinal.group(1)
        : NAMES.getOrDefault(word, word.toUpperCase(Locale.ROOT));
  }

  private static List<String> pointed(String day, String month, @Nullable String year) {
    List<String> words = new ArrayList<>(List.of(day, HoldDay.month(Integer.parseInt(month))));
    if (year != null) {
      words.add(year.length() == 2 ? "20" + year : year);
    }
    return words;
  }

  /** What stands behind a day, where it leaves the day as it is. */
  private static Optional<String> remark(List<String> words, boolean marked) {
    String text = String.join(" ", words);
    boolean polite = words.stream().map(HoldDayReader::bare).allMatch(HoldDayReader::isPolite);
    if (polite) {
      return Optional.of("");
    }
    boolean apart = marked || isMark(text.charAt(0)) || REASON.contains(bare(words.get(0)));
    return apart && isRemark(text) ? Optional.of(text) : Optional.empty();
  }

  private static boolean isPolite(String bare) {
    return bare.isEmpty() || PLEASE.contains(bare);
  }

  /** Whether it says nothing of another day, and puts nothing off. */
  private static boolean isRemark(String text) {
    List<String> all = words(text).stream().map(HoldDayReader::bare).toList();
    Set<String> bare = new HashSet<>(all);
    bare.removeIf(word -> section("1").contains(word));
    if (isSentence(all)) {
      bare.removeIf(section("inside")::contains);
    }
    return text.codePoints().noneMatch(Character::isDigit)
        && !text.endsWith("?")
        && bare.stream().noneMatch(NAMES::containsKey)
        && bare.stream().noneMatch(SecondThoughts::puts)
        && !SecondThoughts.mistaken(MailText.of(text));
  }

  /**
   * Whether it has words of its own before and behind the first of those that stand inside a
   * sentence: "Ada does not know Cat", "she is at sea". What speaks of "that" may mean the day.
   */
  private static boolean isSentence(List<String> words) {
    int at = 0;
    while (at < words.size() && !section("inside").contains(words.get(at))) {
      at++;
    }
    return at > 0 && at + 2 < words.size() && !section("the day").contains(words.get(0));
  }

  private static Collection<String> section(String name) {
    return WORDS.getOrDefault(name, List.of());
  }

  private static boolean isNumber(String section) {
    return section.chars().allMatch(Character::isDigit);
  }

  private static String bare(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && isMark(word.charAt(start))) {
      start++;
    }
    while (end > start && isMark(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end).toLowerCase(Locale.ROOT);
  }

  /** Without one mark at its end that is no point. */
  private static String withoutMark(String word) {
    char last = word.charAt(word.length() - 1);
    return last != '.' && isMark(last) && word.length() > 1
        ? word.substring(0, word.length() - 1)
        : word;
  }

  private static boolean isMark(char sign) {
    return MARKS.indexOf(sign) >= 0;
  }
}
