package dev.latchkey.parse.charset;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * UTF-7 (RFC 2152), which Java does not have and old Outlook sends: {@code Fr+APY-sche}. A shift
 * that is no base64 stays as it was written.
 */
final class Utf7 {
  private Utf7() {}

  static String decode(byte[] octets) {
    String text = new String(octets, StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != '+') {
        out.append(c);
        at++;
        continue;
      }
      int end = at + 1;
      while (end < text.length() && isBase64(text.charAt(end))) {
        end++;
      }
      boolean closed = end < text.length() && text.charAt(end) == '-';
      if (end == at + 1) {
        out.append('+');
      } else {
        append(text.substring(at + 1, end), out);
      }
      at = closed ? end + 1 : end;
    }
    return out.toString();
  }

  private static void append(String shifted, StringBuilder out) {
    int usable = shifted.length() % 4 == 1 ? shifted.length() - 1 : shifted.length();
    byte[] wide = Base64.getDecoder().decode(shifted.substring(0, usable));
    out.append(new String(wide, 0, wide.length / 2 * 2, StandardCharsets.UTF_16BE));
  }

  private static boolean isBase64(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
