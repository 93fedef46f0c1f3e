package dev.latchkey.triage.secret;

import dev.latchkey.triage.secret.PasswordRule.Lead;
import dev.latchkey.triage.secret.SecretWords.Mention;
import dev.latchkey.triage.words.LineWords;
import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.TextWords.Word;
import java.util.List;

/**
 * Reads the value that an announcement leads to, from its first to its last character, and keeps it
 * as found when it is a secret. Every method says whether it was.
 */
final class SecretValueReader {
  private static final String OPENING = "\"'`“„«‚‘「『";
  private static final String CLOSING = "\"'`””»’’」』";
  private static final String MARKUP = " \t\r\u00A0*_([{<";
  private static final int MAX_QUOTED = 100;

  /** So much of a value is looked at; one that is a secret then goes on to its end. */
  private static final int MAX_VALUE = 256;

  private final String text;
  private final List<Word> words;
  private final List<SecretSpan> found;
  private final PasswordRule passwords;

  /** Where the last secret ended: what stands in it announces nothing. */
  private int done;

  SecretValueReader(String text, List<Word> words, List<SecretSpan> found) {
    this.text = text;
    this.words = words;
    this.found = found;
    this.passwords = new PasswordRule(text);
  }

  /** {@code password: …}. {@code far} when other words stand before the sign. */
  boolean afterSign(Mention mention, int sign, boolean far) {
    int before = mention.first() - 1;
    int gap = before < 0 ? 0 : words.get(mention.first()).start() - words.get(before).end();
    if (before >= 0 && gap == 1 && SecretWords.FORGOTTEN.contains(words.get(before).lower())) {
      return false; // "Forgot password: nora" names the account.
    }
    boolean pair =
        before >= 0 && gap <= 3 && SecretWords.IDENTITY.contains(words.get(before).lower());
    int from = skip(sign, 2);
    return take(mention, pair ? secondOfPair(from) : from, far ? Lead.FAR : Lead.SIGN);
  }

  /** {@code user/password: nora / …}: over the name. */
  private int secondOfPair(int from) {
    int i = from;
    while (i < text.length() && text.charAt(i) > ' ' && "/:,|".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    int second = i;
    while (second < text.length() && " \t/:,|&".indexOf(text.charAt(second)) >= 0) {
      second++;
    }
    boolean single = second >= text.length() || text.charAt(second) == '\n';
    return single ? from : skip(second, 0);
  }

  /** "password was …", over "still", "set to", "something like" and a sign. */
  boolean afterVerb(Mention mention, int verb) {
    int from = words.get(verb).end();
    Lead lead = Lead.VERB;
    for (int i = verb + 1; i < words.size() && i < verb + 8; i++) {
      Word word = words.get(i);
      String between = text.substring(from, Math.min(word.start(), from + 10));
      int sign = Math.max(between.indexOf(':'), between.indexOf('='));
      if (sign >= 0) {
        return take(mention, skip(from + sign + 1, 2), Lead.SIGN);
      }
      boolean filler = SecretWords.FILLER.contains(word.lower());
      if (!(filler || SecretWords.DETERMINER.contains(word.lower())) || !between.isBlank()) {
        break;
      }
      // "was reset last week" tells no password, "was set to …" does.
      boolean leads = List.of("to", "as", "like").contains(word.lower());
      lead = leads || !filler ? Lead.VERB : Lead.FAR;
      from = word.end();
    }
    return take(mention, skip(from, 1), lead);
  }

  /** {@code password hunter2}, {@code password - hunter2}: only what looks like one. */
  boolean beside(Mention mention, int from) {
    for (int i = mention.first() - 1; i >= Math.max(0, mention.first() - 3); i--) {
      if (SecretWords.FORGOTTEN.contains(words.get(i).lower())) {
        return false; // "please reset my password nora99"
      }
    }
    return !SecretWords.NEEDS_SIGN.contains(words.get(mention.first()).lower())
        && !opensAside(from)
        && take(mention, skip(from, 0), Lead.BESIDE);
  }

  /** Whether several words in brackets follow: "my password (account nora)" is an aside. */
  private boolean opensAside(int from) {
    int open = from;
    while (open < text.length() && text.charAt(open) == ' ') {
      open++;
    }
    if (open == text.length() || text.charAt(open) != '(') {
      return false;
    }
    int close = text.indexOf(')', open);
    int blank = text.indexOf(' ', open);
    return blank >= 0 && blank < close;
  }

  /** A value in ASCII after a word of a script without blanks, over the particles between. */
  boolean unspaced(Mention mention) {
    int start = mention.end();
    int limit = Math.min(text.length(), start + 16);
    while (start < limit
        && (text.charAt(start) > 126 || " :=\"'`([<".indexOf(text.charAt(start)) >= 0)) {
      if ("。！？，、".indexOf(text.charAt(start)) >= 0) {
        return false;
      }
      start++;
    }
    String between = text.substring(mention.end(), start);
    if (NameWords.UNSPACED.stream().anyMatch(between::contains)
        || SecretWords.BEFORE_NAME.stream().anyMatch(between::contains)) {
      return false; // "密码忘了 用户名nora99"
    }
    int end = start;
    while (end < text.length() && text.charAt(end) > ' ' && text.charAt(end) < 127) {
      end++;
    }
    end = trimEnd(start, end);
    String value = text.substring(start, end);
    int behind = end;
    if (SecretWords.OF_UNSPACED.stream().anyMatch(of -> text.startsWith(of, behind))) {
      return false; // "パスワードはken55のアカウントの…"
    }
    return switch (mention.topic()) {
      case PASSWORD ->
          (SecretValue.isStrong(value) || (value.length() >= 6 && !PasswordRule.isTalk(value)))
              && keep(start, end, SecretKind.PASSWORD);
      case TOKEN, COOKIE, SEED -> take(mention, start, Lead.SIGN);
      case RECOVERY -> false; // RecoveryCodeFinder
    };
  }

  /** The word that ends before {@code verb}, when it can only be a password. */
  boolean before(int verb) {
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
    return PasswordRule.standsAlone(text.substring(start, end), quoted)
        && keep(start, end, SecretKind.PASSWORD);
  }

  private boolean take(Mention mention, int from, Lead lead) {
    if (from >= text.length() || from < done || text.charAt(from) == '\n') {
      return false;
    }
    int open = OPENING.indexOf(text.charAt(from));
    int close = open < 0 ? -1 : closing(from, CLOSING.charAt(open));
    boolean quoted = close > from + 1;
    int start = open < 0 ? from : from + 1;
    int end = quoted ? close : trimEnd(start, runEnd(start, start + MAX_VALUE));
    if (end <= start) {
      return false;
    }
    return switch (mention.topic()) {
      case PASSWORD ->
          keep(start, passwords.end(mention, start, end, quoted, lead), SecretKind.PASSWORD)
              && alternative();
      case TOKEN -> random(start, end, SecretKind.API_TOKEN);
      case COOKIE -> random(start, end, SecretKind.SESSION_COOKIE);
      case SEED -> {
        int seedEnd = quoted ? end : seedEnd(start, end);
        boolean seed = SecretValue.isSeed(text.substring(start, seedEnd));
        yield seed
            ? keep(start, seedEnd, SecretKind.TOTP_SEED)
            : random(start, end, SecretKind.API_TOKEN);
      }
      case RECOVERY -> false; // RecoveryCodeFinder
    };
  }

  /** "… or hunter3": people try to remember. */
  private boolean alternative() {
    int start = skip(done, 0);
    String or = LineWords.first(text.substring(start, Math.min(text.length(), start + 20)));
    if (List.of("or", "oder", "ou", "o", "of", "lub", "или", "eller", "veya").contains(or)) {
      start = skip(start + or.length(), 0);
      start += start < text.length() && OPENING.indexOf(text.charAt(start)) >= 0 ? 1 : 0;
      int end = trimEnd(start, runEnd(start, start + MAX_VALUE));
      if (PasswordRule.standsAlone(text.substring(start, end), false)) {
        keep(start, end, SecretKind.PASSWORD);
      }
    }
    return true;
  }

  /** A value that ends where another one of a list begins: {@code key=…;next=…}. */
  private boolean random(int start, int limit, SecretKind kind) {
    int end = start;
    while (end < limit && ";,&|".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return SecretValue.isRandom(text.substring(start, end)) && keep(start, end, kind);
  }

  private boolean keep(int start, int end, SecretKind kind) {
    if (end <= start) {
      return false;
    }
    done = end - start < MAX_VALUE / 2 ? end : Math.max(end, runEnd(end, text.length()));
    return found.add(new SecretSpan(start, done, kind));
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
      } else if (MARKUP.indexOf(c) >= 0) {
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
  private int runEnd(int start, int limit) {
    boolean unspaced = start < text.length() && TextWords.isUnspaced(text.charAt(start));
    int end = start;
    while (end < Math.min(text.length(), limit)
        && text.charAt(end) > ' '
        && text.charAt(end) != 0xA0
        && (unspaced || !TextWords.isUnspaced(text.charAt(end)))
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
