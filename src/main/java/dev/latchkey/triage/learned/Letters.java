package dev.latchkey.triage.learned;

import java.text.Normalizer;

/** Characters made comparable one by one: lower case, no accents, one digit for all. */
final class Letters {
  private static final int LATIN = 0x250;
  private static final char[] BARE = new char[LATIN];

  static {
    for (char sign = 0; sign < LATIN; sign++) {
      String parts = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKD);
      char first = Character.toLowerCase(parts.charAt(0));
      BARE[sign] = Character.isDigit(first) ? '0' : first;
    }
    BARE['ß'] = 's';
    BARE['ø'] = 'o';
  }

  private Letters() {}

  /** {@code sign} without case and accent; forms of double width are the common ones. */
  static char bare(char sign) {
    if (sign < LATIN) {
      return BARE[sign];
    }
    if (sign >= 0xff01 && sign <= 0xff5e) {
      return BARE[sign - 0xfee0];
    }
    return Character.isDigit(sign) ? '0' : Character.toLowerCase(sign);
  }

  /** Whether {@code sign} is of a script that is written without blanks. */
  static boolean isUnspaced(char sign) {
    return sign >= 0x0e00
        && (sign < 0x0e80
            || (sign >= 0x3005 && sign < 0x3008)
            || (sign >= 0x3041 && sign < 0xa000 && sign != 0x30fb)
            || (sign >= 0xac00 && sign < 0xd7b0)
            || (sign >= 0xf900 && sign < 0xfb00));
  }

  static boolean isWord(char sign) {
    return sign < 128
        ? (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') || isDigit(sign)
        : Character.isLetterOrDigit(sign) || isUnspaced(sign);
  }

  static boolean isDigit(char sign) {
    return sign >= '0' && sign <= '9';
  }

  static boolean isApostrophe(char sign) {
    return sign == '\'' || sign == '\u2019' || sign == '\u00b4' || sign == '`';
  }

  /** Accents that stand alone and signs without a width say nothing. */
  static boolean isSilent(char sign) {
    return sign == '\u00ad'
        || (sign >= '\u200b' && sign < '\u200e')
        || (sign >= 0x300 && sign < 0x370)
        || sign == '\ufe0f';
  }
}
