package dev.latchkey.triage.reply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words by which mail clients of many languages introduce what they quote and sign what they
 * send, read once from {@code quoting-words.txt}.
 */
final class QuoteWords {
  /** What a word says. */
  enum Use {
    WROTE,
    INTRO,
    QUOTING,
    FIRST_PERSON,
    SECOND_PERSON,
    FROM,
    SENT,
    TO,
    SUBJECT,
    OTHER_HEADER,
    HEADER_TALK,
    ORIGINAL,
    REPLY_LINE,
    FORWARD_LINE,
    DEVICE,
    DEVICE_POSSESSIVE,
    DEVICE_END,
    DEVICE_NAME,
    DEVICE_FILLER,
    SIGN_OFF,
    BANNER,
    BANNER_ALARM,
    BANNER_WORD,
    BANNER_LINE,
    DISCLAIMER,
    HOUSE_UNAUTHORISED,
    HOUSE_SPREADING,
    HOUSE_FORBIDDEN,
    HOUSE_SECRET,
    HOUSE_RECIPIENT,
    HOUSE_MAIL,
    HOUSE_VIRUS,
    HOUSE_LIABILITY,
    HOUSE_PRINT,
    HOUSE_NATURE,
    HOUSE_REGISTER,
    HOUSE_TAX,
    HOUSE_OFFICES,
    HOUSE_WATCHING,
    HOUSE_NEVER,
    TELEPHONE
  }

  private static final char FIRST_CJK = 0x3000;

  static final QuoteWords ALL = load("quoting-words.txt");

  private final Map<Use, Set<String>> words;
  private final Map<Use, Map<Character, List<String>>> byFirst = new EnumMap<>(Use.class);

  private QuoteWords(Map<Use, Set<String>> words) {
    this.words = words;
    words.forEach(
        (use, all) ->
            byFirst.put(use, all.stream().collect(Collectors.groupingBy(word -> word.charAt(0)))));
  }

  /** Whether {@code word}, in any case, is one of that use. */
  boolean has(Use use, String word) {
    return of(use).contains(word.toLowerCase(Locale.ROOT));
  }

  /** Whether {@code text} begins with one of that use, as a whole word. */
  boolean startsWith(Use use, String text) {
    return beginning(use, text) > 0;
  }

  /** Whether {@code text} ends with one of that use. */
  boolean endsWith(Use use, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return of(use).stream().anyMatch(lower::endsWith);
  }

  /** Whether {@code text} holds one of that use anywhere. */
  boolean speaksOf(Use use, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return of(use).stream().anyMatch(lower::contains);
  }

  /** How many characters of {@code text} the longest word of that use takes at its beginning. */
  int beginning(Use use, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    List<String> some =
        byFirst
            .getOrDefault(use, Map.of())
            .getOrDefault(Character.toLowerCase(text.charAt(0)), List.of());
    int longest = 0;
    for (String word : some) {
      if (word.length() > longest && begins(text, word) && endsWord(text, word.length())) {
        longest = word.length();
      }
    }
    return longest;
  }

  private static boolean begins(String text, String lower) {
    if (lower.length() > text.length()) {
      return false;
    }
    for (int at = 0; at < lower.length(); at++) {
      if (Character.toLowerCase(text.charAt(at)) != lower.charAt(at)) {
        return false;
      }
    }
    return true;
  }

  Set<String> of(Use use) {
    return words.getOrDefault(use, Set.of());
  }

  /** Chinese, Japanese and Korean write without blanks: there a word may end anywhere. */
  private static boolean endsWord(String text, int at) {
    return at >= text.length()
        || !Character.isLetterOrDigit(text.charAt(at))
        || text.charAt(at - 1) >= FIRST_CJK
        || text.charAt(at) >= FIRST_CJK;
  }

  private static QuoteWords load(String resource) {
    try (InputStream stream =
            Objects.requireNonNull(QuoteWords.class.getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      Map<Use, Set<String>> words = new EnumMap<>(Use.class);
      Use use = Use.WROTE;
      for (String line : reader.lines().toList()) {
        if (line.startsWith("[")) {
          use =
              Use.valueOf(
                  line.substring(1, line.indexOf(']')).replace('-', '_').toUpperCase(Locale.ROOT));
        } else if (!line.startsWith("#") && line.contains(": ")) {
          words
              .computeIfAbsent(use, any -> new HashSet<>())
              .addAll(alternatives(line.substring(line.indexOf(": ") + 2)));
        }
      }
      return new QuoteWords(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> alternatives(String list) {
    return Stream.of(list.split("\\|"))
        .map(word -> word.strip().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
