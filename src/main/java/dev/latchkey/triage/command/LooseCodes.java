package dev.latchkey.triage.command;

import dev.latchkey.triage.words.SpelledSigns;
import dev.latchkey.triage.words.TextWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Codes of ours as people pass them on who do not copy them: sign by sign, in words, with dots, or
 * with a digit that none of ours has in the place of the letter that looks like it. What is read in
 * more ways than one is each of them; the hash tells which it was.
 */
public final class LooseCodes {
  /** How many letters our codes have. */
  private static final List<Integer> LENGTHS = List.of(16, 26);

  /** A code has so many signs, with what parts them. */
  private static final int SHORTEST = 16;

  /** A longer run is a list of things, whatever it lists. */
  private static final int LONGEST = 60;

  /** Fewer letters stand in a telephone number. */
  private static final int FEWEST_LETTERS = 2;

  private static final Pattern WHOLE =
      Pattern.compile(
          "(?<![A-Za-z0-9.-])(?:(?:[A-Za-z0-9]{4}-){3,6}+[A-Za-z0-9]{2,4}"
              + "|(?:[A-Za-z0-9]{4}\\.){3,6}+[A-Za-z0-9]{2,4}|[A-Z0-9]{16}|[A-Z0-9]{26})"
              + "(?![A-Za-z0-9])");

  /** What has the look of a code, or of the beginning of one; "PROJ-1234" is a ticket. */
  private static final Pattern BEGUN =
      Pattern.compile(
          "(?<![A-Za-z0-9.-])[A-Z0-9]{4}[-.][A-Z0-9]{4}(?:[-.][A-Z0-9]{1,4}){1,5}+(?![A-Za-z0-9-])");

  /** Two groups of one: what a phone shows of it, or somebody sends by halves. */
  private static final Pattern HALF =
      Pattern.compile("(?<![A-Za-z0-9.-])[A-Z2-7]{4}-[A-Z2-7]{4}(?![A-Za-z0-9-]|[.][A-Za-z0-9])");

  /** "PROJ-1234" is a ticket, "HTTP-POST" are words. */
  private static final Pattern MIXED_GROUP = Pattern.compile("[A-Z][2-7]|[2-7][A-Z]");

  private LooseCodes() {}

  /** What may be a code, in capitals and without what parts its groups. */
  static Set<String> read(String typed) {
    Set<String> found = new LinkedHashSet<>();
    Matcher whole = WHOLE.matcher(typed).useTransparentBounds(true);
    int start = 0;
    while (start < typed.length()) {
      int end = start;
      while (end < typed.length() && isPart(typed.charAt(end))) {
        end++;
      }
      if (end - start >= SHORTEST && whole.region(start, typed.length()).lookingAt()) {
        addReadings(whole.group().replaceAll("[-.]", ""), found);
      }
      start = end + 1;
    }
    SpelledSigns.in(typed).forEach(run -> addWindows(run.signs(), found));
    return found;
  }

  private static boolean isPart(char c) {
    return TextWords.isAlphanumeric(c) || c == '-' || c == '.';
  }

  /** Whether something is spelled, or has the look of a code or of a part of one. */
  public static boolean shown(String typed) {
    return Stream.concat(
                SpelledSigns.in(typed).stream().map(SpelledSigns.Run::signs),
                BEGUN.matcher(typed).results().map(found -> found.group()))
            .anyMatch(LooseCodes::isMixed)
        || HALF.matcher(typed).results().anyMatch(half -> MIXED_GROUP.matcher(half.group()).find());
  }

  private static boolean isMixed(String signs) {
    return letters(signs) >= FEWEST_LETTERS
        && (signs.length() >= LENGTHS.get(0) || signs.chars().anyMatch(Character::isDigit));
  }

  /** What stands beside a code may look like one more of its letters. */
  private static void addWindows(String signs, Set<String> found) {
    for (int length : LENGTHS) {
      for (int from = 0; from + length <= Math.min(signs.length(), LONGEST); from++) {
        addReadings(signs.substring(from, from + length), found);
      }
    }
  }

  private static void addReadings(String signs, Set<String> found) {
    if (!LENGTHS.contains(signs.length())
        || letters(signs) < FEWEST_LETTERS
        || signs.indexOf('9') >= 0) {
      return;
    }
    String read = signs.toUpperCase(Locale.ROOT).replace('0', 'O').replace('8', 'B');
    found.add(read.replace('1', 'I'));
    found.add(read.replace('1', 'L'));
  }

  private static long letters(String signs) {
    return signs.chars().filter(Character::isLetter).count();
  }
}
