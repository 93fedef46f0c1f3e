package dev.latchkey.parse.address;

import java.net.IDN;

/**
 * Shows an internationalised domain the way a person knows it (RFC 5890), when that is safe: only
 * where every label is written in Latin letters does {@code xn--mnchen-3ya} become {@code münchen}.
 * Other scripts hold look-alikes of Latin letters (THREATS T04) and stay as they are. Names for
 * showing only; an identity never comes from here.
 */
final class ReadableDomain {
  private ReadableDomain() {}

  /** The address with its domain readable, or as it was. */
  static String in(String address) {
    int at = address.lastIndexOf('@');
    String domain = address.substring(at + 1);
    if (!domain.startsWith("xn--") && !domain.contains(".xn--")) {
      return address;
    }
    String shown = IDN.toUnicode(domain);
    return isLatin(shown) ? address.substring(0, at + 1) + shown : address;
  }

  private static boolean isLatin(String domain) {
    return domain
        .codePoints()
        .allMatch(
            c ->
                Character.isLetter(c)
                    ? Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN
                    : c == '.' || c == '-' || (c >= '0' && c <= '9'));
  }
}
