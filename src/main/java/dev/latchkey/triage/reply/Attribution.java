package dev.latchkey.triage.reply;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.List;

/**
 * How far one stretch of text reads like the line with which a client introduces a quote: "On …, …
 * wrote:", with date, name and verb in the order of any language.
 *
 * <p>What decides is the build, not the language: a date near the beginning, an address in
 * brackets, a verb of writing at the end or before the name, a colon. The verb is looked up in
 * {@link QuoteWords}.
 */
enum Attribution {
  NO,
  /** Perhaps, in a language we have no words for: nothing below it is certain. */
  DOUBTFUL,
  /** Yes, if quoted lines follow it. */
  BEFORE_QUOTE,
  YES;

  /** Longest introduction in characters; longer ones are prose. */
  static final int LONGEST = 500;

  private static final QuoteWords WORDS = QuoteWords.ALL;
  private static final int EARLY = 60;
  private static final int LONGEST_END = 60;
  private static final int LAST_WORDS = 3;
  private static final int MOST_WORDS = 40;
  private static final int SHORT_INTRO = 7;

  /** Digits of the scripts that count years of their own, or write ours in their own digits. */
  private static final String OTHER_DIGITS = "[٠-٩۰-۹०-९๐-๙]";

  private static final Pattern DATE =
      Pattern.compile(
          String.join(
              "|",
              "\\p{Nd}{1,4}\\s?[-./年년]\\s?\\p{Nd}{1,2}\\s?[-./月월]",
              "(^|\\PN)(19|20|25|" + OTHER_DIGITS + "{2})\\p{Nd}{2}(\\PN|$)",
              "\\p{Nd}{1,2}[:.h]\\p{Nd}{2}(\\PN|$)",
              "\\p{Nd}{1,2}月\\p{Nd}{1,2}"));
  private static final Pattern TIME =
      Pattern.compile("\\p{Nd}{1,2}[:.h]\\p{Nd}{2}(\\PN|$)|\\p{Nd}{1,2}[時时시]");
  private static final Pattern NUMERIC_DATE_FIRST =
      Pattern.compile("^\\p{Nd}{4}[-/.]\\p{Nd}{1,2}[-/.]\\p{Nd}{1,2}");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()\\[\\]\"]+@[^\\s<>()\\[\\]\"]+");
  private static final Pattern BRACKETED =
      Pattern.compile(
          "[<(\\[][^<>()\\[\\]]*@[^<>()\\[\\]]*([<\\[][^<>()\\[\\]]*[>\\]])?[ >)\\]]*[>)\\]]");

  /** Reads {@code text}, blanks already made one. */
  static Attribution of(String text) {
    if (text.length() > LONGEST) {
      return endsInColon(text) ? DOUBTFUL : NO;
    }
    if (text.isEmpty()) {
      return NO;
    }
    String core = strip(text);
    boolean colon = endsInColon(text);
    List<String> words = List.of(core.split(" "));
    boolean verbLast = endsInVerb(words);
    if (!colon && !verbLast) {
      return isDateNameAddress(core, words) ? YES : NO;
    }
    int date = date(core);
    boolean address = core.indexOf('@') >= 0 && ADDRESS.matcher(core).find();
    boolean dated = date >= 0 && date < EARLY;
    if (!address && speaksOfSelf(words)) {
      return colon ? BEFORE_QUOTE : NO;
    }
    boolean certain =
        verbLast
            ? isVerbLast(text, core, address, dated)
            : addressed(core, words, address, date) || isVerbInside(core, words, address, date);
    if (certain || (verbLast && colon && addressed(core, words, address, date))) {
      return YES;
    }
    return colon ? perhaps(core, words, verbLast, date) : NO;
  }

  /** "On …, … wrote:", "… <…> wrote:", "---- On … wrote ----", and Zoho's without any of these. */
  private static boolean isVerbLast(String text, String core, boolean address, boolean dated) {
    return (text.startsWith("--") && text.endsWith("--"))
        || (endsInColon(text) && (address || dated))
        || (dated && address && opens(core));
  }

  /**
   * "2026-02-02 9:05 Nora <…>:", in the manner of Gmail, Yandex and Mail.ru, with a verb of any
   * language behind it or none; and "Quoting Nora <…>:".
   */
  private static boolean addressed(String core, List<String> words, boolean address, int date) {
    if (!address) {
      return false;
    }
    boolean opened = date >= 0 && date < EARLY && opensEarly(core, date);
    return WORDS.startsWith(Use.QUOTING, core)
        || (opened && isAddressBehindTime(core, words))
        || (opened
            && words.size() <= MOST_WORDS
            && wordsAfterBracket(core) <= 4
            && BRACKETED.matcher(core).find());
  }

  /** "2 Feb 2026, 09:05 by nora@desk.example:", as Tuta has it in its twenty languages. */
  private static boolean isAddressBehindTime(String core, List<String> words) {
    return words.size() <= SHORT_INTRO
        && TIME.matcher(core).find()
        && ADDRESS.matcher(words.get(words.size() - 1)).matches();
  }

  /** "Am … schrieb Nora <…>:", "Nora <…> schrieb am …:", "Am … schrieb Nora:". */
  private static boolean isVerbInside(String core, List<String> words, boolean address, int date) {
    if (words.stream().noneMatch(Attribution::isVerb)) {
      return false;
    }
    if (!address) {
      return date >= 0 && date < EARLY && opensEarly(core, date) && words.size() <= 16;
    }
    return words.size() <= 30
        && (date >= 0 || wordsAfterBracket(core) == 0)
        && BRACKETED.matcher(core).find();
  }

  /** Gmail of 2013: "2026/2/2 Nora <…>", without verb and colon. */
  private static boolean isDateNameAddress(String core, List<String> words) {
    return core.endsWith(">")
        && words.size() <= 12
        && NUMERIC_DATE_FIRST.matcher(core).find()
        && BRACKETED.matcher(core).find();
  }

  private static Attribution perhaps(String core, List<String> words, boolean verbLast, int date) {
    if (verbLast) {
      return words.size() > 10 && date < 0 ? DOUBTFUL : BEFORE_QUOTE;
    }
    boolean timed = date >= 0 && words.size() <= 14 && TIME.matcher(core).find();
    return timed || (date >= 0 && BRACKETED.matcher(core).find()) ? BEFORE_QUOTE : NO;
  }

  /** Whether an introduction may begin with {@code text}: with a date, or a word like "On". */
  static boolean opens(String text) {
    String core = strip(text);
    int date = date(core);
    return date >= 0 && opensEarly(core, date);
  }

  /** Whether {@code text} is a date with a time and little else. */
  static boolean isDateAndTime(String text) {
    if (text.length() >= EARLY || !mayHoldTime(text) || text.split(" ").length > 7) {
      return false;
    }
    int date = date(text);
    int end = text.indexOf(' ', Math.max(0, date));
    // "5.12." is a day, and no time beside it.
    return date >= 0
        && (TIME.matcher(text.substring(0, date)).find()
            || (end >= 0 && TIME.matcher(text.substring(end)).find()));
  }

  /** Whether a digit stands before a sign that parts hours from minutes, or means them. */
  private static boolean mayHoldTime(String text) {
    for (int i = 1; i < text.length(); i++) {
      int sign = ":.h時时시".indexOf(text.charAt(i));
      boolean minutes = sign > 2 || (i + 1 < text.length() && isDigit(text, i + 1));
      if (sign >= 0 && minutes && isDigit(text, i - 1)) {
        return true;
      }
    }
    return false;
  }

  /** Also one of those that take two characters. */
  private static boolean isDigit(String text, int at) {
    char sign = text.charAt(at);
    return Character.isDigit(sign) || Character.isSurrogate(sign);
  }

  /** Where in {@code core} a date or a time begins; -1 without one. */
  private static int date(String core) {
    int from = mayHoldDate(core);
    Matcher date = DATE.matcher(core);
    return from >= 0 && date.find(Math.max(0, from - 1)) ? date.start() : -1;
  }

  /** Where four digits follow each other, or something stands behind one as in a date. */
  private static int mayHoldDate(String core) {
    int digits = 0;
    for (int i = 0; i < core.length(); i++) {
      if (Character.isDigit(core.charAt(i))) {
        digits++;
      } else {
        if (digits > 0 && " \t-./:h年년月".indexOf(core.charAt(i)) >= 0) {
          return i - digits;
        }
        digits = 0;
      }
      if (digits == 4) {
        return i + 1 - digits;
      }
    }
    return -1;
  }

  /**
   * Whether {@code text} is an introduction that begins with a word like "On" and its date, and
   * names an address after it.
   */
  static boolean beginsWithIntro(String text) {
    return WORDS.startsWith(Use.INTRO, text)
        && opens(text)
        && ADDRESS.matcher(text).find()
        && of(text) == YES;
  }

  static boolean endsInColon(String text) {
    return text.endsWith(":") || text.endsWith("：");
  }

  /** Whether the last word of {@code text} is a verb of writing. */
  static boolean endsInVerb(String text) {
    String core = strip(text);
    if (core.isEmpty()) {
      return false;
    }
    int from = Math.max(0, core.length() - LONGEST_END);
    int start = core.length();
    for (int words = 0; words < LAST_WORDS && start > from; words++) {
      start = core.lastIndexOf(' ', start - 1);
    }
    return endsInVerb(List.of(core.substring(Math.max(start + 1, from)).split(" ")));
  }

  /** Some languages set a short word behind the verb: "napisala je", "wrote the following". */
  private static boolean endsInVerb(List<String> words) {
    int last = words.size() - 1;
    return isVerb(words.get(last))
        || (last > 0 && words.get(last).length() <= 3 && isVerb(words.get(last - 1)))
        || (last > 1 && words.get(last).equals("following") && isVerb(words.get(last - 2)));
  }

  private static boolean opensEarly(String core, int date) {
    if (WORDS.startsWith(Use.INTRO, core)) {
      return true;
    }
    return core.substring(0, date).chars().filter(c -> c == ' ').count() <= 4 && date <= 30;
  }

  private static boolean speaksOfSelf(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      boolean beside =
          (i > 0 && isVerb(words.get(i - 1)))
              || (i + 1 < words.size() && isVerb(words.get(i + 1)))
              || (i + 2 < words.size() && isVerb(words.get(i + 2)));
      if (beside && WORDS.has(Use.FIRST_PERSON, words.get(i))) {
        return true;
      }
    }
    return false;
  }

  /** Chinese, Japanese, Korean and Thai glue the verb to what stands before it. */
  private static boolean isVerb(String word) {
    String bare = withoutGender(trimmed(word));
    if (bare.isEmpty()) {
      return false;
    }
    if (WORDS.has(Use.WROTE, bare)) {
      return true;
    }
    if (bare.charAt(bare.length() - 1) < 0x0E00) {
      int bracket = bare.lastIndexOf('>');
      return bracket >= 0 && WORDS.has(Use.WROTE, bare.substring(bracket + 1));
    }
    for (int length = 1; length <= 8 && length < bare.length(); length++) {
      if (WORDS.has(Use.WROTE, bare.substring(bare.length() - length))) {
        return true;
      }
    }
    return false;
  }

  /** Without an ending in brackets or behind a slash: "napsal(a)", "написав(ла)", "כתב/ה". */
  private static String withoutGender(String word) {
    int cut = Math.max(word.lastIndexOf('('), word.lastIndexOf('/'));
    return cut > 1 && word.length() - cut <= 5 && word.charAt(cut - 1) != '>'
        ? word.substring(0, cut)
        : word;
  }

  private static int wordsAfterBracket(String core) {
    int last =
        Math.max(core.lastIndexOf('>'), Math.max(core.lastIndexOf(')'), core.lastIndexOf(']')));
    String after = core.substring(last + 1).strip();
    return after.isEmpty() ? 0 : after.split(" ").length;
  }

  /** Without the strokes, stars and quote marks around, and without the colon. */
  private static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && " -_*>|—–=~•".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && " -_*—–=~:：".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    return text.substring(from, to);
  }

  private static String trimmed(String word) {
    int from = 0;
    int to = word.length();
    while (from < to && "\"'“”«»,;*_:：".indexOf(word.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "\"'“”«»,;*_:：.-—".indexOf(word.charAt(to - 1)) >= 0) {
      to--;
    }
    return word.substring(from, to);
  }
}
