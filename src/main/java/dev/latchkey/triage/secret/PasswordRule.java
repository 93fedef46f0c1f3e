package dev.latchkey.triage.secret;

import dev.latchkey.triage.secret.SecretWords.Mention;
import dev.latchkey.triage.words.LineWords;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.TextWords.Word;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Answers whether an announced word is a password, or only says something about one. */
final class PasswordRule {
  /** So far is looked for the end of a line or a phrase. */
  private static final int MAX_PHRASE = 120;

  /** A name of an account and the words that lead to it. */
  private static final int MAX_WHOSE = 6;

  private static final Set<String> CONJUNCTIONS =
      Set.of(
          "and", "but", "before", "und", "aber", "et", "mais", "y", "pero", "e", "mas", "ma", "en",
          "maar", "и", "но", "i", "ale", "och", "og");

  /** How a value was announced, strongest first. */
  enum Lead {
    SIGN,
    VERB,
    /** A sign or verb with other words between: only what looks like a password, or is quoted. */
    FAR,
    /** Nothing but a blank: only what looks very much like one. */
    BESIDE
  }

  /** A word of which a letter was left out: "l'ai", "I've", "hab's". */
  private static final Pattern ELISION =
      Pattern.compile(
          "(?:(?:[cdjlmnst]|qu|[CDJLMNST]|Qu)['’]\\p{Ll}{1,12}"
              + "|\\p{L}\\p{Ll}{0,8}['’](?:s|t|d|m|re|ve|ll|n))[.,;!?]*");

  private final String text;

  PasswordRule(String text) {
    this.text = text;
  }

  /**
   * Where the password that begins at {@code start} ends; {@code start} when it is none.
   *
   * @param end of the word, or of the quoted words
   */
  int end(Mention mention, int start, int end, boolean quoted, Lead lead) {
    String value = text.substring(start, end);
    String rest = restOfLine(end);
    if (!quoted
        && lead != Lead.BESIDE
        && !SecretValue.isStrong(value)
        && tellsWhose(value + " " + rest)) {
      return start;
    }
    boolean line = lead == Lead.SIGN && !rest.isEmpty() && Character.isLetter(rest.charAt(0));
    if (line && !quoted && isPassphrase(mention, value + " " + rest)) {
      return text.indexOf(rest, end) + rest.length();
    }
    if (value.chars().noneMatch(Character::isLetterOrDigit) || isTalk(value)) {
      return start;
    }
    boolean strong = SecretValue.isStrong(value);
    if (lead == Lead.BESIDE) {
      boolean mixed =
          value.chars().anyMatch(Character::isLetter) && value.chars().anyMatch(Character::isDigit);
      return strong && mixed && value.length() >= 6 ? end : start;
    }
    if (strong || quoted) {
      return end;
    }
    if (lead == Lead.FAR || value.length() < 4 || SecretValue.isAddressOrLink(value)) {
      return start;
    }
    if (rest.isEmpty() || ",;)|]}".indexOf(rest.charAt(0)) >= 0) {
      return end;
    }
    if (lead == Lead.SIGN) {
      return start;
    }
    String next = LineWords.first(rest).toLowerCase(Locale.ROOT);
    return rest.startsWith(".") || CONJUNCTIONS.contains(next) ? end : start;
  }

  /** Whether a few words tell whose password it is: "da conta rui88", "für opa". */
  private static boolean tellsWhose(String line) {
    List<Word> words = TextWords.of(line);
    if (words.size() < 2 || words.size() > MAX_WHOSE) {
      return false;
    }
    String first = words.get(0).lower();
    return (words.size() == 2 && SecretWords.FOR.contains(first))
        || (words.size() <= 3 && SecretWords.THAT.contains(first))
        || words.subList(0, words.size() - 1).stream()
            .anyMatch(word -> SecretWords.ACCOUNT.contains(word.lower()));
  }

  /** Whether a word before "was my password" can only be the password. */
  static boolean standsAlone(String value, boolean quoted) {
    boolean strong = SecretValue.isStrong(value) && value.length() >= 6 && value.indexOf('.') < 0;
    return strong || (quoted && value.length() >= 4 && !isTalk(value));
  }

  /** Whether the words after a label are a phrase rather than a sentence about the password. */
  private boolean isPassphrase(Mention mention, String line) {
    boolean label =
        text.substring(Math.max(0, mention.end() - 40), mention.end()).indexOf('\n') >= 0
            || mention.end() < 40;
    return label && line.length() < MAX_PHRASE && TextWords.of(line).size() <= 8 && !isTalk(line);
  }

  private String restOfLine(int from) {
    int limit = Math.min(text.length(), from + MAX_PHRASE);
    int newline = text.substring(from, limit).indexOf('\n');
    return text.substring(from, newline < 0 ? limit : from + newline).strip();
  }

  /**
   * Whether words say how something is. One such word is enough in two or three words; of more, two
   * must be such, because a passphrase may hold one by chance.
   */
  static boolean isTalk(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (SecretWords.ORDINARY.contains(lower) || ELISION.matcher(value).matches()) {
      return true;
    }
    List<Word> parts = TextWords.of(value);
    if (value.indexOf(' ') < 0) {
      return !SecretValue.isStrong(value)
          && parts.stream().allMatch(part -> SecretWords.isOrdinary(part.lower()));
    }
    long ordinary =
        parts.stream()
            .filter(
                p ->
                    SecretWords.ORDINARY.contains(p.lower()) || SecretWords.GAP.contains(p.lower()))
            .count();
    return ordinary >= (parts.size() > 3 ? 2 : 1);
  }
}
