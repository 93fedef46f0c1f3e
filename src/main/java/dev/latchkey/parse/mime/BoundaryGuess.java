package dev.latchkey.parse.mime;

import java.nio.charset.StandardCharsets;

/**
 * Guesses the boundary of a multipart whose Content-Type does not tell the right one: the first of
 * its first lines that could be a delimiter (RFC 2046 section 5.1.1).
 */
final class BoundaryGuess {
  private static final int LOOKED_AT = 4096;

  private BoundaryGuess() {}

  /** The boundary without its hyphens, or an empty string. */
  static String in(byte[] octets, int from) {
    int length = Math.min(octets.length - from, LOOKED_AT);
    String text = new String(octets, from, length, StandardCharsets.ISO_8859_1);
    int at = 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int end = feed < 0 ? text.length() : feed;
      String line = text.substring(at, end).stripTrailing();
      if (isDelimiter(line)) {
        return line.substring(2);
      }
      at = end + 1;
    }
    return "";
  }

  private static boolean isDelimiter(String line) {
    return line.startsWith("--")
        && line.length() > 2
        && line.length() <= 72
        && line.indexOf(' ') < 0;
  }
}
