package dev.latchkey.triage.reply;

import com.google.re2j.Pattern;
import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * "Sent from my iPhone" and its like: whole lines that a phone or a mail program adds, in many
 * languages. They say nothing, but they are no end either: people type below them.
 *
 * <p>A line that says more than that ("Sent from my phone: my account is …") is typed, so every
 * word of the line but a few has to be one that such lines are made of.
 */
final class DeviceLine {
  private static final QuoteWords WORDS = QuoteWords.ALL;
  private static final int LONGEST = 100;
  private static final Pattern LINK =
      Pattern.compile("<?\\(?(https?://|mailto:)[^\\s<>()]*\\)?>?|\\[image:[^\\]]*\\]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern EXCUSE =
      Pattern.compile("(?i)^(please|excuse|pardon|sorry|apolog|forgive|brevity|typo)");

  private DeviceLine() {}

  /** Whether {@code line} is one. */
  static boolean is(String line) {
    if (line.length() > 3 * LONGEST) {
      return false;
    }
    String rough = SignatureLines.stripMarks(line.replace("[", ""));
    int begin = WORDS.beginning(Use.DEVICE, rough);
    boolean possessive = begin == 0 && WORDS.startsWith(Use.DEVICE_POSSESSIVE, rough);
    if (begin == 0 && !possessive) {
      return false;
    }
    String bare =
        SignatureLines.stripMarks(
            LINK.matcher(line).replaceAll("").replace("[", "").replace("]", ""));
    int stop = sentenceEnd(bare);
    if (bare.length() > LONGEST || stop < begin || !isExcuse(bare.substring(stop))) {
      return false;
    }
    String named = bare.substring(0, stop) + ' ' + bare.substring(begin, stop);
    if (words(named).noneMatch(DeviceLine::isName)) {
      return false;
    }
    return possessive
        ? WORDS.endsWith(Use.DEVICE_END, bare) && strangers(bare.substring(0, stop)) <= 3
        : strangers(bare.substring(begin, stop)) <= 2;
  }

  /** How many words of {@code text} do not belong to such a line. */
  private static long strangers(String text) {
    return words(text)
        .filter(word -> word.length() > 1 && word.chars().noneMatch(Character::isDigit))
        .filter(word -> !isName(word) && !WORDS.has(Use.DEVICE_FILLER, word))
        .count();
  }

  private static Stream<String> words(String text) {
    return Stream.of(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT)));
  }

  /** Many languages add an ending to the name: "iPhone'umdan", "iPhonesta". */
  private static boolean isName(String word) {
    return WORDS.has(Use.DEVICE_NAME, word)
        || WORDS.of(Use.DEVICE_NAME).stream()
            .anyMatch(name -> name.length() > 5 && word.startsWith(name));
  }

  private static boolean isExcuse(String rest) {
    int start = 0;
    while (start < rest.length() && !Character.isLetterOrDigit(rest.charAt(start))) {
      start++;
    }
    return start == rest.length() || EXCUSE.matcher(rest.substring(start)).find();
  }

  private static int sentenceEnd(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (",:!?;".indexOf(c) >= 0
          || (c == '.' && (i + 1 == text.length() || text.charAt(i + 1) == ' '))) {
        return i;
      }
    }
    return text.length();
  }
}
