package dev.latchkey.triage.secret;

import dev.latchkey.triage.secret.SecretWords.Mention;
import dev.latchkey.triage.secret.SecretWords.Topic;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.TextWords.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a text calls the name of an account: that is no secret, however much it looks like a
 * recovery code ({@code a1b2-c3d4}).
 *
 * <p>A name stands behind words for it ("my user name is …", "Account name: …"), alone on the line
 * below a question or a label with such words, or alone behind the number of such a question. Words
 * for recovery codes on the way to it deny it.
 */
final class AccountNameFinder {
  /** A name may stand so many lines below the words: a question may be broken, and quoted. */
  private static final int REACH = 4;

  private static final int MOST_BETWEEN = 6;

  /** A longer one looks like no code, and so needs no protection. */
  private static final int LONGEST = 80;

  /** Words for recovery codes that stand so near before a name deny it, in signs. */
  private static final int DENIES = 40;

  private static final String SIGNS =
      " \t\u00A0:=-\u2013\u2014>|*#_\"'`\u201C\u201D\u201E\u00AB\u00BB()[]\u300C\u300D\uFF1A";

  private final String text;
  private final List<Word> words;
  private final List<Mention> codes;
  private final Set<String> names = new HashSet<>();

  /** What stands behind each number that a line of the text begins with; looked up when asked. */
  private @Nullable Map<String, List<String>> numbered;

  /** The line of the words that were met last; they come in the order of the text. */
  private NameLine line = NameLine.NONE;

  /**
   * Letters, digits, hyphens and dots in one.
   *
   * @param lastDigit where its last digit stands; before it without any
   */
  private record Run(int start, int end, int lastDigit) {}

  private Run run = new Run(0, 0, -1);

  private AccountNameFinder(String text, List<Word> words, List<Mention> mentions) {
    this.text = text;
    this.words = words;
    this.codes = mentions.stream().filter(m -> m.topic() == Topic.RECOVERY).toList();
  }

  /** The names as they are written; only those that hold a digit, as a code would. */
  static Set<String> find(String text, List<Word> words, List<Mention> mentions) {
    AccountNameFinder finder = new AccountNameFinder(text, words, mentions);
    // Where nobody speaks of recovery codes, hardly anything is taken for one.
    if (!finder.codes.isEmpty()) {
      finder.find();
    }
    return finder.names;
  }

  private void find() {
    for (int i = 0; i < words.size(); i++) {
      NameWords.Match match = NameWords.at(text, words, i);
      if (match == null) {
        continue;
      }
      if (!speaksOfCodes(match.start())) {
        behind(match);
        below(match);
      }
      i = match.next() - 1;
    }
  }

  /** "The recovery code of my account is …". */
  private boolean speaksOfCodes(int start) {
    for (int at = firstCode(start - DENIES); at < codes.size(); at++) {
      if (codes.get(at).end() > start) {
        return false;
      }
      String between = text.substring(codes.get(at).end(), start);
      boolean together = between.chars().noneMatch(c -> ".!?;\n".indexOf(c) >= 0);
      if (together
          && TextWords.of(between).stream()
              .allMatch(
                  word ->
                      SecretWords.PREPOSITION.contains(word.lower())
                          || SecretWords.DETERMINER.contains(word.lower()))) {
        return true;
      }
    }
    return false;
  }

  /** The first of the words for recovery codes that end at {@code from} or later. */
  private int firstCode(int from) {
    int low = 0;
    int high = codes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (codes.get(middle).end() < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** What follows the words on their line, with nothing but small words and signs between. */
  private void behind(NameWords.Match match) {
    int at = match.end();
    boolean linked = !match.vague();
    int lineEnd = lineOf(at).end();
    for (int j = match.next(); j < words.size() && j < match.next() + MOST_BETWEEN; j++) {
      Word word = words.get(j);
      if (word.start() >= lineEnd) {
        return;
      }
      String between = text.substring(at, word.start());
      if (!between.chars().allMatch(c -> SIGNS.indexOf(c) >= 0)) {
        return;
      }
      linked |= between.indexOf(':') >= 0 || between.indexOf('=') >= 0;
      Run run = runAt(word.start());
      if (run.lastDigit() >= word.start()) {
        if (linked && run.end() - word.start() <= LONGEST) {
          names.add(text.substring(word.start(), run.end()));
        }
        return;
      }
      if (!isSmall(j, match.next())) {
        return;
      }
      linked |= NameWords.links(word.lower());
      at = word.end();
    }
  }

  private boolean isSmall(int at, int first) {
    String lower = words.get(at).lower();
    return isPlace(at, first)
        || NameWords.links(lower)
        || SecretWords.FILLER.contains(lower)
        || SecretWords.GAP.contains(lower)
        || SecretWords.PREPOSITION.contains(lower);
  }

  /** "on pypi", "at the index". */
  private boolean isPlace(int at, int first) {
    String above = at > first ? words.get(at - 1).lower() : "";
    boolean article = SecretWords.DETERMINER.contains(above) && at > first + 1;
    return SecretWords.PREPOSITION.contains(article ? words.get(at - 2).lower() : above);
  }

  /** What stands alone below a question or a label, or behind the number that the question has. */
  private void below(NameWords.Match match) {
    NameLine own = lineOf(match.start());
    // Words that a line end parts belong to the line in which they end.
    NameLine last = match.end() <= own.end() ? own : NameLine.of(text, match.end());
    int code = firstCode(own.start() + 1);
    boolean codesToo = code < codes.size() && codes.get(code).end() <= last.end();
    if (codesToo || !last.mayLeadDown(match.end())) {
      return;
    }
    String number = own.numberBefore(match.start());
    if (!number.isEmpty()) {
      numbered().getOrDefault(number, List.of()).forEach(this::alone);
      // Each of them was looked at now.
      numbered().remove(number);
    }
    if (last.lookedBelow()) {
      return;
    }
    last.lookBelow();
    int at = last.end() + 1;
    for (int i = 0; i < REACH && at < text.length(); i++) {
      int next = NameLine.end(text, at);
      String line = text.substring(at, next);
      if (alone(line)) {
        return;
      }
      boolean goesOn = line.isBlank() || (line.startsWith(">") && number(bare(line)).isEmpty());
      if (!goesOn) {
        return;
      }
      at = next + 1;
    }
  }

  private Map<String, List<String>> numbered() {
    Map<String, List<String>> known = numbered;
    if (known == null) {
      Map<String, List<String>> lines = new HashMap<>();
      text.lines()
          .map(AccountNameFinder::bare)
          .forEach(
              line -> {
                String number = number(line);
                if (!number.isEmpty()) {
                  lines
                      .computeIfAbsent(number, absent -> new ArrayList<>())
                      .add(line.substring(number.length() + 1));
                }
              });
      numbered = lines;
      known = lines;
    }
    return known;
  }

  private NameLine lineOf(int place) {
    if (place < line.start() || place > line.end()) {
      line = NameLine.of(text, place);
    }
    return line;
  }

  /** Whether a line holds one word with a digit and nothing else; it is a name then. */
  private boolean alone(String line) {
    String bare = bare(line);
    String token = token(bare, 0, bare.length());
    boolean alone =
        hasDigit(token)
            && bare.substring(token.length())
                .chars()
                .allMatch(c -> SIGNS.indexOf(c) >= 0 || c == '.');
    if (alone) {
      names.add(token);
    }
    return alone;
  }

  /** The number that a line begins with; empty without one. */
  static String number(String line) {
    String bare = bare(line);
    int i = 0;
    while (i < bare.length() && i < 2 && Character.isDigit(bare.charAt(i))) {
      i++;
    }
    boolean marked = i > 0 && i < bare.length() && ".):".indexOf(bare.charAt(i)) >= 0;
    return marked ? bare.substring(0, i) : "";
  }

  static String bare(String line) {
    int i = 0;
    while (i < line.length() && SIGNS.indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return line.substring(i).strip();
  }

  /** The run around {@code place}, which is asked for in the order of the text. */
  private Run runAt(int place) {
    if (place < run.start() || place >= run.end()) {
      int end = place + token(text, place, text.length()).length();
      int digit = end - 1;
      while (digit >= place && !Character.isDigit(text.charAt(digit))) {
        digit--;
      }
      run = new Run(place, end, digit);
    }
    return run;
  }

  /** The word from there on, with the hyphens and dots in it. */
  private static String token(String text, int start, int end) {
    int i = start;
    while (i < end
        && (TextWords.isAlphanumeric(text.charAt(i)) || "-._".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    while (i > start && "-.".indexOf(text.charAt(i - 1)) >= 0) {
      i--;
    }
    return text.substring(start, i);
  }

  private static boolean hasDigit(String token) {
    return token.chars().anyMatch(Character::isDigit);
  }
}
