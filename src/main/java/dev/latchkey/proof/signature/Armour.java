package dev.latchkey.proof.signature;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Octets as text between two lines of dashes: the armour of OpenPGP (RFC 9580 section 6.2) and of
 * SSH signatures. The checksum of RFC 4880 is passed over, as RFC 9580 section 6.1 wants it.
 */
final class Armour {
  /** In characters, line ends not counted; the largest keys on record stay below it. */
  static final int LONGEST = 256 * 1024;

  private Armour() {}

  static String begin(String label) {
    return "-----BEGIN " + label + "-----";
  }

  static String end(String label) {
    return "-----END " + label + "-----";
  }

  /** The lines of {@code text} as RFC 9580 section 7.2 compares them: blanks at their end gone. */
  static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at <= text.length()) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 ? text.length() : feed;
      int last = end;
      while (last > at && " \t\r".indexOf(text.charAt(last - 1)) >= 0) {
        last--;
      }
      lines.add(text.substring(at, last));
      at = end + 1;
    }
    return lines;
  }

  /**
   * The octets in the only armour of this label, or null octets when there is none.
   *
   * @param longest characters of base64 that are decoded at most
   */
  static byte[] only(List<String> lines, String label, int longest) throws RefusedException {
    int begin = lines.indexOf(begin(label));
    if (begin < 0) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
    if (lines.lastIndexOf(begin(label)) != begin) {
      throw new RefusedException(SignatureRefusal.SEVERAL_SIGNATURES);
    }
    return decode(lines.subList(begin + 1, lines.size()), label, longest);
  }

  /** The octets in the armour whose first line was just passed; it has to have its last line. */
  private static byte[] decode(List<String> lines, String label, int longest)
      throws RefusedException {
    int end = lines.indexOf(end(label));
    if (end < 0) {
      int length = lines.stream().mapToInt(String::length).sum();
      throw new RefusedException(
          length > longest ? SignatureRefusal.TOO_MUCH : SignatureRefusal.UNREADABLE);
    }
    StringBuilder base64 = new StringBuilder();
    for (String line : withoutHeaders(lines.subList(0, end))) {
      boolean checksum = line.startsWith("=") && line.length() == 5;
      if (!checksum) {
        base64.append(line.strip());
      }
      if (base64.length() > longest) {
        throw new RefusedException(SignatureRefusal.TOO_MUCH);
      }
    }
    try {
      return Base64.getDecoder().decode(base64.toString());
    } catch (IllegalArgumentException e) {
      throw new RefusedException(SignatureRefusal.UNREADABLE, e);
    }
  }

  /** Lines such as {@code Version: GnuPG v2} stand above the base64, and an empty line below. */
  private static List<String> withoutHeaders(List<String> lines) {
    int from = 0;
    while (from < lines.size() && lines.get(from).contains(": ")) {
      from++;
    }
    return lines.subList(from, lines.size());
  }
}
