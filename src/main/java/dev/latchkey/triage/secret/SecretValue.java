package dev.latchkey.triage.secret;

import dev.latchkey.mail.EmailAddress;
import java.util.List;
import java.util.Locale;

/** Tells from its characters alone what a word may be: a password, a token, a seed, or talk. */
final class SecretValue {
  private SecretValue() {}

  /**
   * Whether a word can hardly be anything but a password: letters with digits, or signs between
   * letters. Sizes ("12chars"), dates, addresses, links and domains are none.
   */
  static boolean isStrong(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (isAddressOrLink(word) || SecretWords.ORDINARY.contains(lower) || isMeasure(lower)) {
      return false;
    }
    boolean letter = word.chars().anyMatch(Character::isLetter);
    boolean digit = word.chars().anyMatch(c -> c >= '0' && c <= '9');
    boolean sign = false;
    for (int i = 0; i + 1 < word.length(); i++) {
      sign |= "!@#$%^&*+=~|\\{}?_<>".indexOf(word.charAt(i)) >= 0;
    }
    boolean numbers = word.chars().allMatch(c -> c >= '0' && c <= '9');
    long hyphens = word.chars().filter(c -> c == '-').count();
    return (letter && (digit || sign))
        || (numbers && word.length() >= 4)
        || (digit && sign && word.length() >= 6 && !word.startsWith("#"))
        || (hyphens >= 3 && letter);
  }

  private static boolean isMeasure(String lower) {
    int digits = 0;
    while (digits < lower.length() && Character.isDigit(lower.charAt(digits))) {
      digits++;
    }
    String rest = lower.substring(digits);
    return digits > 0
        && digits <= 4
        && (rest.startsWith("-")
            ? rest.chars().skip(1).allMatch(c -> Character.isLetter(c) || c == '-')
            : List.of(
                    "st",
                    "nd",
                    "rd",
                    "th",
                    "x",
                    "chars",
                    "char",
                    "characters",
                    "digits",
                    "fa",
                    "years",
                    "days",
                    "am",
                    "pm",
                    "h",
                    "min",
                    "letters",
                    "zeichen")
                .contains(rest));
  }

  static boolean isAddressOrLink(String word) {
    return word.contains("://")
        || word.startsWith("www.")
        || EmailAddress.find(word).filter(a -> a.domain().indexOf('.') > 0).isPresent();
  }

  /**
   * Whether a word looks drawn by lot: long, with letters and digits well mixed. A code of ours
   * (base32 in capitals) is not taken for one.
   */
  static boolean isRandom(String word) {
    int changes = 0;
    int letters = 0;
    int digits = 0;
    int upper = 0;
    int lower = 0;
    int last = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      int type =
          Character.isDigit(c) ? 1 : Character.isUpperCase(c) ? 2 : Character.isLetter(c) ? 3 : 4;
      digits += type == 1 ? 1 : 0;
      upper += type == 2 ? 1 : 0;
      lower += type == 3 ? 1 : 0;
      letters += type == 2 || type == 3 ? 1 : 0;
      changes += type == last ? 0 : 1;
      last = type;
      if (c >= 128 || (type == 4 && "_-+/=.~%:".indexOf(c) < 0)) {
        return false;
      }
    }
    boolean ours = lower == 0 && word.chars().allMatch(c -> isBase32((char) c));
    return !ours
        && !isAddressOrLink(word)
        && letters > 0
        && digits > 0
        && changes >= 5
        && (word.length() >= 20 || (word.length() >= 12 && upper > 0 && lower > 0));
  }

  /**
   * Whether characters are a seed in base32 (RFC 4648 section 6) of 80 bits or more, in groups or
   * not, and in capitals or with digits, so that no sentence of four-letter words is one.
   */
  static boolean isSeed(String written) {
    String bare = written.replace(" ", "").replace("-", "").replace("=", "").replace("\u00A0", "");
    String upper = bare.toUpperCase(Locale.ROOT);
    boolean digit = bare.chars().anyMatch(c -> c >= '2' && c <= '7');
    return bare.length() >= 16
        && (bare.equals(upper) || (digit && bare.equals(bare.toLowerCase(Locale.ROOT))))
        && upper.chars().allMatch(c -> isBase32((char) c));
  }

  private static boolean isBase32(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7');
  }
}
