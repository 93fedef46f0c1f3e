package dev.latchkey.triage.secret;

import dev.latchkey.triage.secret.SecretWords.Mention;
import dev.latchkey.triage.words.TextWords.Word;
import java.util.List;

/**
 * Finds secrets that words announce: "my password was …", {@code pw: …}, {@code api_key=…}, "the
 * setup key for the authenticator is …", "… was my old password".
 *
 * <p>After the word that announces it, a value stands behind a sign ({@code : = ->}), behind a verb
 * ("is", "war", "était"), perhaps after a few words that belong to the announcement ("the password
 * I used for the account was"), or right beside it. The nearer and clearer the announcement, the
 * less a value must look like a secret; the words that say how a password <em>is</em> ("wrong",
 * "vergessen") are never values.
 */
final class SpokenSecretFinder {
  private static final int MAX_GAP_WORDS = 12;
  private static final int MAX_OBJECT_WORDS = 4;

  /** A longer remark in brackets is a sentence. */
  private static final int MAX_ASIDE = 40;

  private final String text;
  private final List<Word> words;
  private final SecretValueReader values;

  SpokenSecretFinder(String text, List<Word> words, List<SecretSpan> found) {
    this.text = text;
    this.words = words;
    this.values = new SecretValueReader(text, words, found);
  }

  void find(List<Mention> mentions) {
    for (Mention mention : mentions) {
      boolean taken = mention.unspaced() ? values.unspaced(mention) : ahead(mention);
      if (!taken && mention.topic() == SecretWords.Topic.PASSWORD) {
        behind(mention);
      }
    }
  }

  /** What follows the mention, up to the value. */
  private boolean ahead(Mention mention) {
    int end = mention.end();
    int aside = aside(end);
    if (aside > 0) {
      return values.afterSign(mention, aside, false);
    }
    int object = 0;
    for (int i = mention.next(); i - mention.next() <= MAX_GAP_WORDS; i++) {
      int start = i < words.size() ? words.get(i).start() : text.length();
      int sign = sign(end, Math.min(start, end + 40));
      if (sign > 0) {
        return values.afterSign(mention, sign, i > mention.next());
      }
      int dash =
          text.substring(end, Math.min(start, end + 10))
              .replace('–', '-')
              .replace('—', '-')
              .indexOf(" - ");
      if (dash >= 0) {
        return values.beside(mention, end + dash + 3);
      }
      if (i >= words.size() || isBreak(end, start)) {
        return false;
      }
      String word = words.get(i).lower();
      // Some are both: "on" is a verb in Finnish, "to" in Polish.
      boolean preposition = SecretWords.PREPOSITION.contains(word);
      if (SecretWords.COPULA.contains(word) && !isSpanishThis(i)) {
        boolean taken = values.afterVerb(mention, i);
        if (taken || !preposition) {
          return taken;
        }
      }
      if (i == mention.next() && values.beside(mention, end)) {
        return true;
      }
      if (preposition || SecretWords.ACCOUNT.contains(word)) {
        object = MAX_OBJECT_WORDS;
      } else if (!SecretWords.GAP.contains(word)
          && !(object > 0 && SecretWords.DETERMINER.contains(word))
          && --object < 0) {
        return false;
      }
      end = words.get(i).end();
    }
    return false;
  }

  /**
   * The place after a sign behind a remark in brackets: "password (the old one): …"; 0 without one.
   */
  private int aside(int from) {
    int open = from;
    while (open < text.length() && text.charAt(open) == ' ') {
      open++;
    }
    if (open == text.length() || text.charAt(open) != '(') {
      return 0;
    }
    int close = text.substring(open, Math.min(text.length(), open + MAX_ASIDE)).indexOf(')');
    int newline = text.indexOf('\n', open);
    boolean line = close > 0 && (newline < 0 || newline > open + close);
    return line ? sign(open + close + 1, Math.min(text.length(), open + close + 4)) : 0;
  }

  /** "contraseña de este buzón": a verb in Romanian, but not behind a preposition. */
  private boolean isSpanishThis(int i) {
    return words.get(i).lower().equals("este")
        && i > 0
        && SecretWords.PREPOSITION.contains(words.get(i - 1).lower());
  }

  /**
   * The place after a sign that introduces a value, between {@code from} and {@code to}; 0 when
   * there is none. The sign may stand behind quotes, brackets and emphasis: {@code "password": },
   * {@code <password>}, {@code **Password:**}, {@code password (old): }.
   */
  private int sign(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == ':' || c == '=' || c == '：' || c == '→') {
        return text.startsWith("://", i) ? 0 : i + (text.startsWith("=>", i) ? 2 : 1);
      }
      if (c == '-' && text.startsWith("->", i)) {
        return i + 2;
      }
      if (c == '>' && i == from) {
        return i + 1;
      }
      if (" \t\"'`*_)]\u00A0”’".indexOf(c) < 0) {
        return 0;
      }
    }
    return 0;
  }

  /** Whether a sentence, a paragraph or a table cell ends between two places. */
  private boolean isBreak(int from, int to) {
    int newlines = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      newlines += c == '\n' ? 1 : 0;
      boolean point = c == '.' && i + 1 < text.length() && text.charAt(i + 1) <= ' ';
      if (newlines > 1 || point || "!?;|/•[]{}。！？".indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** "… was my password", "with … as the password". */
  private void behind(Mention mention) {
    int i = mention.first() - 1;
    while (i > 0 && mention.first() - i < 4 && !isSaying(i) && isDeterminer(i)) {
      i--;
    }
    if (i > 0 && isSaying(i) && !isBreak(words.get(i).end(), mention.end())) {
      values.before(words.get(i).start());
    }
  }

  private boolean isSaying(int i) {
    String word = words.get(i).lower();
    return SecretWords.COPULA.contains(word)
        || List.of("as", "als", "como", "comme").contains(word);
  }

  private boolean isDeterminer(int i) {
    return SecretWords.DETERMINER.contains(words.get(i).lower());
  }
}
