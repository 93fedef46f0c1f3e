package dev.latchkey.triage.secret;

import java.util.List;

/**
 * Finds numbers of payment cards: a prefix and length that an issuer uses (ISO/IEC 7812), groups as
 * printed on cards, and the right check digit (Luhn), which one number in ten has by chance.
 */
final class CardFinder {
  private CardFinder() {}

  static void find(String text, List<SecretSpan> found) {
    int i = 0;
    while (i < text.length()) {
      if (!isDigit(text.charAt(i))) {
        i++;
        continue;
      }
      int end = end(text, i);
      boolean apart =
          (i == 0 || !touches(text.charAt(i - 1)))
              && (end == text.length()
                  || !touches(text.charAt(end))
                  || (text.charAt(end) == '.'
                      && (end + 1 == text.length() || !isDigit(text.charAt(end + 1)))));
      if (apart && isCard(text.substring(i, end))) {
        found.add(new SecretSpan(i, end, SecretKind.CARD_NUMBER));
      }
      i = end;
    }
  }

  /** The end of digits with single blanks or hyphens between them. */
  private static int end(String text, int start) {
    int end = start;
    for (int i = start; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        end = i + 1;
      } else if (i > end || " -\u00A0".indexOf(text.charAt(i)) < 0) {
        break;
      }
    }
    return end;
  }

  private static boolean touches(char c) {
    return Character.isLetterOrDigit(c) || "+@/=_<.#-".indexOf(c) >= 0;
  }

  private static boolean isCard(String written) {
    StringBuilder digits = new StringBuilder();
    int group = 0;
    for (int i = 0; i < written.length(); i++) {
      if (isDigit(written.charAt(i))) {
        digits.append(written.charAt(i));
        group++;
      } else if (group < 3 || group > 6) {
        return false;
      } else {
        group = 0;
      }
    }
    int length = digits.length();
    return length >= 13 && length <= 19 && issuerFits(digits.toString()) && luhn(digits);
  }

  private static boolean issuerFits(String number) {
    int length = number.length();
    int four = Integer.parseInt(number.substring(0, 4));
    int two = four / 100;
    boolean visa = two / 10 == 4 && (length == 13 || length == 16 || length == 19);
    boolean mastercard =
        length == 16 && ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720));
    boolean amex = length == 15 && (two == 34 || two == 37);
    boolean diners = length == 14 && (two == 36 || two == 38 || (two == 30 && four <= 3059));
    boolean longOnes = length >= 16;
    boolean discover = longOnes && (four == 6011 || two == 65 || (four >= 6440 && four <= 6499));
    boolean jcb = longOnes && four >= 3528 && four <= 3589;
    boolean maestro = longOnes && (two == 50 || four == 6304 || four == 6759 || four == 6762);
    boolean unionPay = longOnes && two == 62;
    return visa || mastercard || amex || diners || discover || jcb || maestro || unionPay;
  }

  private static boolean luhn(CharSequence digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int weighed = i % 2 == 0 ? digit : 2 * digit;
      sum += weighed > 9 ? weighed - 9 : weighed;
    }
    return sum % 10 == 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
