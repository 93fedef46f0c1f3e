package dev.latchkey.parse.charset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/**
 * HZ-GB-2312 (RFC 1843), which Java does not have: GB 2312 between <code>~{</code> and <code>~}
 * </code>.
 */
final class HzText {
  private HzText() {}

  static String decode(byte[] octets) {
    ByteArrayOutputStream plain = new ByteArrayOutputStream(octets.length);
    boolean shifted = false;
    for (int i = 0; i < octets.length; i++) {
      int octet = octets[i];
      int next = i + 1 < octets.length ? octets[i + 1] : -1;
      if (octet == '~' && (next == '{' || next == '}')) {
        shifted = next == '{';
        i++;
      } else if (octet == '~' && !shifted && (next == '~' || next == '\n')) {
        i++;
        if (next == '~') {
          plain.write('~');
        }
      } else if (octet == '\n') {
        shifted = false;
        plain.write(octet);
      } else {
        plain.write(shifted && octet > ' ' ? octet | 0x80 : octet);
      }
    }
    return new String(plain.toByteArray(), Charset.forName("GB18030"));
  }
}
