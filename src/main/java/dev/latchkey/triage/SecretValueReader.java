package dev.latchkey.triage;

import dev.latchkey.triage.SecretWords.Mention;
import dev.latchkey.triage.SecretWords.Topic;
import dev.latchkey.triage.TextWords.Word;
import java.util.List;
import java.util.Locale;

/** Reads the value that an announcement leads to, and decides whether it is a secret. */
final class SecretValueReader {
  private static final String OPENING = "\"'`“„«‚‘「『";
  private static final String CLOSING = "\"'`””»’’」』";
  private static final String MARKUP = " \t\u00A0*_([{<";
  private static final int MAX_QUOTED = 100;

  private final String text;
  private final List<Word> words;

  SecretValueReader(String text, List<Word> words) {
    this.text = text;
    this.words = words;
  }

  /** How a value was announced. */
  private enum Lead {
    SIGN,
    VERB,
    BESIDE
  }

  /** {@code password: …}. {@code far} when other words stand before the sign. */
  void afterSign(Mention mention, int from, boolean far, List<SecretSpan> found) {
    boolean talk =
        mention.first() > 0
            && SecretWords.FORGOTTEN.contains(words.get(mention.first() - 1).lower())
            && words.get(mention.first()).start() - words.get(mention.first() - 1).end() == 1;
    if (!talk) {
      take(mention, skip(from, 2), far ? Lead.VERB : Lead.SIGN, found);
    }
  }

  /** "password was …", over "still", "set to", "something like" and a sign. */
  void afterVerb(Mention mention, int verb, List<SecretSpan> found) {
    int from = words.get(verb).end();
    Lead lead = Lead.VERB;
    for (int i = verb + 1; i < words.size(); i++) {
      Word word = words.get(i);
      String between = text.substring(from, Math.min(word.start(), from + 10));
      if (between.indexOf(':') >= 0 || between.indexOf('=') >= 0) {
        from += Math.max(between.indexOf(':'), between.indexOf('=')) + 1;
        lead = Lead.SIGN;
        break;
      }
      boolean filler =
          SecretWords.FILLER.contains(word.lower())
              || SecretWords.DETERMINER.contains(word.lower());
      if (!filler || !between.isBlank() || i > verb + 6) {
        break;
      }
      from = word.end();
    }
    take(mention, skip(from, lead == Lead.SIGN ? 2 : 1), lead, found);
  }

  /** {@code password hunter2}: only what looks like one. */
  boolean beside(Mention mention, int from, List<SecretSpan> found) {
    if (text.substring(mention.end(), from).indexOf('\n') >= 0) {
      return false;
    }
    int before = found.size();
    take(mention, skip(mention.end(), 0), Lead.BESIDE, found);
    return found.size() > before;
  }

  /** A value in ASCII right after a word of a script without blanks. */
  void unspaced(Mention mention, List<SecretSpan> found) {
    int i = mention.end();
    int limit = Math.min(text.length(), i + 16);
    while (i < limit
        && text.charAt(i) != '\n'
        && (text.charAt(i) > 126 || " :=\"'`([<".indexOf(text.charAt(i)) >= 0)) {
      if ("。！？，、,".indexOf(text.charAt(i)) >= 0 && i > mention.end()) {
        return;
      }
      i++;
    }
    int end = i;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 127) {
      end++;
    }
    end = trimEnd(i, end);
    String value = text.substring(i, end);
    boolean fits =
        switch (mention.topic()) {
          case PASSWORD -> SecretValue.isStrong(value) || (value.length() >= 6 && !isTalk(value));
          case TOKEN, COOKIE -> SecretValue.isRandom(value);
          case SEED -> SecretValue.isSeed(value);
          case RECOVERY -> false; // RecoveryCodeFinder
        };
    if (fits) {
      found.add(new SecretSpan(i, end, kind(mention.topic())));
    }
  }

  /** The word that ends before {@code verb}, when it can only be a password. */
  void before(int verb, List<SecretSpan> found) {
    int end = verb;
    while (end > 0 && " \t\n\u00A0".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int start = end;
    while (start > 0 && text.charAt(start - 1) > ' ' && end - start < MAX_QUOTED) {
      start--;
    }
    boolean quoted =
        end - start > 2
            && CLOSING.indexOf(text.charAt(end - 1)) >= 0
            && OPENING.indexOf(text.charAt(start)) >= 0;
    while (start < end && (OPENING + MARKUP).indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    end = trimEnd(start, end);
    String value = text.substring(start, end);
    boolean strong = SecretValue.isStrong(value) && value.length() >= 6 && value.indexOf('.') < 0;
    if (strong || (quoted && !isTalk(value) && value.length() >= 4)) {
      found.add(new SecretSpan(start, end, SecretKind.PASSWORD));
    }
  }

  private void take(Mention mention, int from, Lead lead, List<SecretSpan> found) {
    if (from >= text.length() || text.charAt(from) == '\n') {
      return;
    }
    int open = OPENING.indexOf(text.charAt(from));
    int close = open < 0 ? -1 : closing(from, CLOSING.charAt(open));
    boolean quoted = close > from + 1;
    int start = open < 0 ? from : from + 1;
    int end = quoted ? close : trimEnd(start, runEnd(start));
    if (end <= start) {
      return;
    }
    String value = text.substring(start, end);
    SecretKind kind = kind(mention.topic());
    switch (mention.topic()) {
      case PASSWORD -> {
        end = passwordEnd(mention, start, end, quoted, lead);
        if (end > start) {
          found.add(new SecretSpan(start, end, kind));
        }
      }
      case TOKEN, COOKIE -> {
        if (SecretValue.isRandom(value)) {
          found.add(new SecretSpan(start, end, kind));
        }
      }
      case SEED -> {
        end = quoted ? end : seedEnd(start, end);
        if (SecretValue.isSeed(text.substring(start, end)) || SecretValue.isRandom(value)) {
          found.add(new SecretSpan(start, end, kind));
        }
      }
      case RECOVERY -> {} // RecoveryCodeFinder
    }
  }

  /** Where the password that begins at {@code start} ends; {@code start} when it is none. */
  private int passwordEnd(Mention mention, int start, int end, boolean quoted, Lead lead) {
    String value = text.substring(start, end);
    if (value.chars().noneMatch(Character::isLetterOrDigit) || isTalk(value)) {
      return start;
    }
    if (lead == Lead.BESIDE) {
      boolean mixed =
          value.chars().anyMatch(Character::isLetter) && value.chars().anyMatch(Character::isDigit);
      return mixed && value.length() >= 6 && SecretValue.isStrong(value) ? end : start;
    }
    if (SecretValue.isStrong(value) || quoted) {
      return end;
    }
    if (value.length() < 4 || SecretValue.isAddressOrLink(value)) {
      return start;
    }
    int lineEnd = text.indexOf('\n', end);
    String rest = text.substring(end, lineEnd < 0 ? text.length() : lineEnd).strip();
    if (lead == Lead.SIGN) {
      return rest.isEmpty() || ",;/|)]}".indexOf(rest.charAt(0)) >= 0
          ? end
          : passphraseEnd(mention, start, end, rest);
    }
    boolean ends = rest.isEmpty() || ".,;:)".indexOf(rest.charAt(0)) >= 0 || isConjunction(rest);
    return ends ? end : start;
  }

  /** The end of a line of several words, none of which belongs to ordinary talk. */
  private int passphraseEnd(Mention mention, int start, int end, String rest) {
    List<Word> more = TextWords.of(rest);
    int lineStart = text.lastIndexOf('\n', mention.end() - 1) + 1;
    boolean label = mention.end() - lineStart < 40;
    boolean talk =
        more.size() > 8
            || more.stream()
                .anyMatch(w -> isTalk(w.lower()) || SecretWords.GAP.contains(w.lower()));
    return label && !talk ? text.indexOf(rest, end) + rest.length() : start;
  }

  private static boolean isConjunction(String rest) {
    String first = CommandLineReader.word(rest).toLowerCase(Locale.ROOT);
    return List.of(
            "and", "but", "before", "und", "aber", "et", "mais", "y", "pero", "e", "mas", "ma",
            "en", "maar", "и", "но", "i", "ale", "och", "og")
        .contains(first);
  }

  /** Whether words say how something is; in a phrase one such word is enough. */
  private static boolean isTalk(String value) {
    if (SecretWords.ORDINARY.contains(value.toLowerCase(Locale.ROOT))) {
      return true;
    }
    List<Word> parts = TextWords.of(value);
    boolean phrase = value.indexOf(' ') > 0;
    return phrase
        ? parts.stream().anyMatch(part -> SecretWords.ORDINARY.contains(part.lower()))
        : !SecretValue.isStrong(value)
            && parts.stream().allMatch(part -> SecretWords.isOrdinary(part.lower()));
  }

  private static SecretKind kind(Topic topic) {
    return switch (topic) {
      case PASSWORD -> SecretKind.PASSWORD;
      case TOKEN -> SecretKind.API_TOKEN;
      case SEED -> SecretKind.TOTP_SEED;
      case RECOVERY -> SecretKind.RECOVERY_CODE;
      case COOKIE -> SecretKind.SESSION_COOKIE;
    };
  }

  /** Over blanks, mark-up, and at most so many line ends with the quote marks after them. */
  private int skip(int from, int newlines) {
    int left = newlines;
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\n' && left > 0) {
        left--;
        i = TextWords.skipQuoteMarks(text, i + 1);
      } else if (MARKUP.indexOf(c) >= 0 || c == '\r') {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  private int closing(int from, char quote) {
    for (int i = from + 1; i < Math.min(text.length(), from + MAX_QUOTED); i++) {
      if (text.charAt(i) == '\n') {
        return -1;
      }
      boolean last = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
      if (text.charAt(i) == quote && last) {
        return i;
      }
    }
    return -1;
  }

  /** The end of what is written without a blank; a script without blanks ends it as well. */
  private int runEnd(int start) {
    boolean unspaced = SecretWords.isUnspaced(text.charAt(start));
    int end = start;
    while (end < text.length()
        && text.charAt(end) > ' '
        && text.charAt(end) != 0xA0
        && (unspaced || !SecretWords.isUnspaced(text.charAt(end)))
        && !text.startsWith("</", end)) {
      end++;
    }
    return end;
  }

  /** Without the punctuation that ends a sentence or closes a bracket. */
  private int trimEnd(int start, int end) {
    int trimmed = end;
    while (trimmed > start && ".,;:)]}>*_`\"'”’»。，、".indexOf(text.charAt(trimmed - 1)) >= 0) {
      trimmed--;
    }
    return trimmed;
  }

  /** The end of groups of four that a seed is shown in. */
  private int seedEnd(int start, int end) {
    int seedEnd = end;
    while (end - start == 4
        && seedEnd + 5 <= text.length()
        && " -\u00A0".indexOf(text.charAt(seedEnd)) >= 0
        && TokenFinder.run(text, seedEnd + 1, 'a') == seedEnd + 5) {
      seedEnd += 5;
    }
    return seedEnd;
  }
}
