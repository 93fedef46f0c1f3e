package dev.latchkey.parse;

import java.nio.charset.StandardCharsets;

/**
 * Finds the boundary of a multipart whose Content-Type does not tell the right one: its first line
 * that starts with two hyphens, is followed by a header field or a blank line, and comes again.
 */
final class BoundaryGuess {
  private BoundaryGuess() {}

  /** The boundary without its hyphens, or an empty string. */
  static String in(byte[] octets, int from) {
    int end = Math.min(octets.length, from + 8192);
    String text = new String(octets, from, end - from, StandardCharsets.ISO_8859_1);
    for (String line : text.split("\r?\n", 40)) {
      String boundary = line.stripTrailing();
      if (boundary.length() > 4
          && boundary.length() < 80
          && boundary.startsWith("--")
          && boundary.indexOf(' ') < 0) {
        return boundary.substring(2);
      }
      if (!line.isBlank() && text.indexOf(line) > 2000) {
        return "";
      }
    }
    return "";
  }
}
