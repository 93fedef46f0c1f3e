package dev.latchkey.triage.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text cut into words that can be compared: lower case, without accents, {@code don't} as {@code
 * dont}. A text is cut once, and every reader reads the words.
 *
 * <p>Chinese, Japanese and Korean are written without spaces between words, so there each sign is a
 * word of its own.
 *
 * @param list the words of {@code text}, in order
 */
public record Words(String text, List<Words.Word> list) {

  /**
   * A word and where it stands.
   *
   * @param text folded for comparison
   * @param number by which the models know it; numbers of several digits are all the same one
   * @param start index of its first character
   * @param end index behind its last character
   */
  public record Word(String text, int number, int start, int end) {
    Word(String text, int start, int end) {
      this(text, numberOf(text), start, end);
    }
  }

  /** Kept, because it says where one thing ends and another begins. */
  private static final String COMMA = ",";

  /** What stays attached in front of an apostrophe; in French and Italian it separates. */
  private static final Set<String> ENGLISH_ENDINGS = Set.of("t", "s", "m", "d", "re", "ve", "ll");

  /** With combining accents. */
  private static final int LONGEST_ENDING = 4;

  private static final int ASCII = 128;

  /** The number of every number. */
  private static final int DIGITS = 48;

  /** Longer "words" are data. */
  private static final int LONGEST = 40;

  public Words {
    list = List.copyOf(list);
  }

  /** Cuts {@code text}. */
  public static Words of(String text) {
    return new Words(text, cut(text, Integer.MAX_VALUE));
  }

  /**
   * How many words a text has, as far as it matters how long it is: a sign of Chinese or Japanese
   * is half a word, and a sound mark of half width, folded, one without letters.
   */
  public static int length(List<Word> words) {
    int signs = 0;
    for (Word word : words) {
      signs += !word.text().isEmpty() && TextWords.isEast(word.text().charAt(0)) ? 1 : 0;
    }
    return words.size() - signs / 2;
  }

  /** The first run of letters of {@code text}, or nothing. */
  public static String first(String text) {
    int at = 0;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    return fold(text, at, Math.min(wordEnd(text.toCharArray(), at), at + LONGEST));
  }

  /** The first words of {@code text}, {@code most} of them where it has more. */
  public static List<Word> first(String text, int most) {
    return cut(text, most);
  }

  /** The number of a word that is folded already. */
  public static int numberOf(String word) {
    int hash = 7;
    boolean digits = !word.isEmpty();
    for (int at = 0; at < word.length(); at++) {
      char sign = word.charAt(at);
      digits &= sign >= '0' && sign <= '9';
      hash = hash * 31 + sign;
    }
    return digits && word.length() > 1 ? DIGITS : mix(hash);
  }

  /** The finaliser of MurmurHash3. */
  public static int mix(int hash) {
    int mixed = hash;
    mixed ^= mixed >>> 16;
    mixed *= 0x85ebca6b;
    mixed ^= mixed >>> 13;
    mixed *= 0xc2b2ae35;
    return mixed ^ (mixed >>> 16);
  }

  private static List<Word> cut(String text, int most) {
    List<Word> words = new ArrayList<>(Math.min(most, text.length() / 5));
    char[] signs = text.toCharArray();
    int at = 0;
    while (at < signs.length && words.size() < most) {
      char sign = signs[at];
      int end = sign == ' ' ? at : wordEnd(signs, at);
      if (end > at) {
        Word word = word(text, signs, at, end);
        words.add(word);
        at = word.end();
      } else {
        if (isComma(sign)) {
          words.add(new Word(COMMA, at, at + 1));
        } else if (sign == '&') {
          words.add(new Word("and", at, at + 1));
        }
        at += sign < ASCII ? 1 : Character.charCount(Character.codePointAt(signs, at));
      }
    }
    return words;
  }

  private static Word word(String text, char[] signs, int start, int end) {
    boolean bare = end == signs.length || !(isApostrophe(signs[end]) || signs[end] == '*');
    if (bare && end - start <= LONGEST) {
      FoldedWord known = FoldedWord.of(signs, start, end);
      return new Word(known.text(), known.number(), start, end);
    }
    String word = fold(text, start, Math.min(end, start + LONGEST));
    int next = end;
    if (end + 1 < text.length() && isApostrophe(text.charAt(end))) {
      int endingEnd = wordEnd(signs, end + 1);
      if (endingEnd - end <= LONGEST_ENDING + 1) {
        String ending = fold(text, end + 1, endingEnd);
        if (ENGLISH_ENDINGS.contains(ending)) {
          word += ending;
          next = endingEnd;
        }
      }
    }
    boolean prefix = next < text.length() && text.charAt(next) == '*';
    return prefix ? new Word(word + "*", start, next + 1) : new Word(word, start, next);
  }

  /** The words of {@code text} with one blank between them: equal for texts that read the same. */
  public static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    for (Word word : cut(text, Integer.MAX_VALUE)) {
      String bare = word.text();
      if (!bare.equals(COMMA)) {
        key.append(key.isEmpty() ? "" : " ");
        key.append(bare, 0, bare.endsWith("*") ? bare.length() - 1 : bare.length());
      }
    }
    return key.toString();
  }

  private static String fold(String text, int from, int to) {
    return fold(text.substring(from, to));
  }

  /**
   * A word in lower case, without accents, two letters for one that stands for two ("ß", "œ", "æ");
   * a Chinese sign in its simplified form.
   */
  static String fold(String word) {
    if (isAscii(word)) {
      return word.toLowerCase(Locale.ROOT);
    }
    if (word.length() == 1 && ChineseSigns.has(word.charAt(0))) {
      return String.valueOf(ChineseSigns.simplified(word.charAt(0)));
    }
    String parts = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder bare = new StringBuilder(parts.length());
    parts
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(
            sign -> {
              switch (sign) {
                case 'ß' -> bare.append("ss");
                case 'œ' -> bare.append("oe");
                case 'æ' -> bare.append("ae");
                default -> bare.appendCodePoint(sign);
              }
            });
    return bare.toString();
  }

  private static boolean isAscii(String word) {
    for (int at = 0; at < word.length(); at++) {
      if (word.charAt(at) >= ASCII) {
        return false;
      }
    }
    return true;
  }

  private static int wordEnd(char[] text, int from) {
    int at = from;
    while (at < text.length) {
      char ascii = text[at];
      if (ascii < ASCII) {
        if (!isAsciiWordSign(ascii)) {
          return at;
        }
        at++;
        continue;
      }
      int sign = Character.codePointAt(text, at);
      if (!isWordSign(sign) || (at == from && !Character.isLetterOrDigit(sign))) {
        return at;
      }
      if (sign >= 0x0e00 && isOwnWord(sign)) {
        return at == from ? at + Character.charCount(sign) : at;
      }
      at += Character.charCount(sign);
    }
    return at;
  }

  private static boolean isAsciiWordSign(char sign) {
    return (sign >= 'a' && sign <= 'z')
        || (sign >= 'A' && sign <= 'Z')
        || (sign >= '0' && sign <= '9');
  }

  /** Letters, digits, and the accents and joiners that a word may hold. */
  private static boolean isWordSign(int sign) {
    return Character.isLetterOrDigit(sign)
        || Character.getType(sign) == Character.NON_SPACING_MARK
        || Character.getType(sign) == Character.FORMAT;
  }

  private static boolean isOwnWord(int sign) {
    return switch (Character.UnicodeScript.of(sign)) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
      default -> false;
    };
  }

  private static boolean isComma(char sign) {
    return switch (sign) {
      case ',', ':', '(', ')', '\u3001', '\uff0c', '\uff1a' -> true;
      default -> false;
    };
  }

  /** A semicolon is the apostrophe's neighbour on a keyboard: {@code can;t}. */
  private static boolean isApostrophe(char sign) {
    return sign == '\''
        || sign == '\u2019'
        || sign == '\u2018'
        || sign == '`'
        || sign == ';'
        || sign == '\u00b4';
  }
}
