package dev.latchkey.triage.secret;

import dev.latchkey.triage.secret.SecretWords.Mention;
import dev.latchkey.triage.secret.SecretWords.Topic;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.TextWords.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
  private static final String SIGNS =
      " \t\u00A0:=-\u2013\u2014>|*#_\"'`\u201C\u201D\u201E\u00AB\u00BB()[]\u300C\u300D\uFF1A";

  private final String text;
  private final List<Word> words;
  private final List<Mention> codes;
  private final Set<String> names = new HashSet<>();

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
    return codes.stream()
        .filter(code -> code.end() <= start && start - code.end() <= 40)
        .map(code -> text.substring(code.end(), start))
        .filter(between -> between.chars().noneMatch(c -> ".!?;\n".indexOf(c) >= 0))
        .anyMatch(
            between ->
                TextWords.of(between).stream()
                    .allMatch(
                        word ->
                            SecretWords.PREPOSITION.contains(word.lower())
                                || SecretWords.DETERMINER.contains(word.lower())));
  }

  /** What follows the words on their line, with nothing but small words and signs between. */
  private void behind(NameWords.Match match) {
    int at = match.end();
    boolean linked = !match.vague();
    int lineEnd = lineEnd(at);
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
      String token = token(word.start(), lineEnd);
      if (hasDigit(token)) {
        if (linked) {
          names.add(token);
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
    int start = text.lastIndexOf('\n', match.start() - 1) + 1;
    int end = lineEnd(match.end());
    boolean codesToo = codes.stream().anyMatch(code -> code.end() > start && code.end() <= end);
    String rest = text.substring(match.end(), end);
    if (codesToo || !(asks(rest) || rest.isBlank())) {
      return;
    }
    String number = number(text.substring(start, match.start()));
    if (!number.isEmpty()) {
      text.lines()
          .map(AccountNameFinder::bare)
          .filter(line -> number(line).equals(number))
          .forEach(line -> alone(line.substring(number.length() + 1)));
    }
    int at = end + 1;
    for (int i = 0; i < REACH && at < text.length(); i++) {
      int next = lineEnd(at);
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

  private static boolean asks(String rest) {
    return rest.chars().anyMatch(c -> ":?\uFF1A\uFF1F\u3002".indexOf(c) >= 0);
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
  private static String number(String line) {
    String bare = bare(line);
    int i = 0;
    while (i < bare.length() && i < 2 && Character.isDigit(bare.charAt(i))) {
      i++;
    }
    boolean marked = i > 0 && i < bare.length() && ".):".indexOf(bare.charAt(i)) >= 0;
    return marked ? bare.substring(0, i) : "";
  }

  private static String bare(String line) {
    int i = 0;
    while (i < line.length() && SIGNS.indexOf(line.charAt(i)) >= 0) {
      i++;
    }
    return line.substring(i).strip();
  }

  private String token(int start, int end) {
    return token(text, start, end);
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

  private int lineEnd(int from) {
    int newline = text.indexOf('\n', from);
    return newline < 0 ? text.length() : newline;
  }

  private static boolean hasDigit(String token) {
    return token.chars().anyMatch(Character::isDigit);
  }
}
