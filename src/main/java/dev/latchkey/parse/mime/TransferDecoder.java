package dev.latchkey.parse.mime;

import java.util.Arrays;

/**
 * Undoes Content-Transfer-Encoding (RFC 2045 section 6) on octets that may be damaged: whatever is
 * no part of the encoding is passed over or kept as it is, nothing is refused.
 */
final class TransferDecoder {
  private static final byte[] BASE64 = new byte[256];

  static {
    Arrays.fill(BASE64, (byte) -1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int i = 0; i < alphabet.length(); i++) {
      BASE64[alphabet.charAt(i)] = (byte) i;
    }
    BASE64['-'] = 62;
    BASE64['_'] = 63;
  }

  private TransferDecoder() {}

  /** Decodes by the token of the field, in lower case; an unknown one changes nothing. */
  static byte[] decode(byte[] octets, String encoding) {
    return switch (encoding) {
      case "base64" -> base64(octets);
      case "quoted-printable" -> quotedPrintable(octets, false);
      case "x-uuencode", "x-uue", "uuencode", "uue" -> UuBlock.whole(octets);
      default -> octets;
    };
  }

  /** Base64; line ends and foreign octets passed over, several padded pieces one after another. */
  static byte[] base64(byte[] octets) {
    byte[] out = new byte[octets.length / 4 * 3 + 3];
    int length = 0;
    int bits = 0;
    int held = 0;
    for (byte octet : octets) {
      int value = BASE64[octet & 0xFF];
      if (value >= 0) {
        bits = bits << 6 | value;
        held++;
        if (held == 4) {
          out[length++] = (byte) (bits >> 16);
          out[length++] = (byte) (bits >> 8);
          out[length++] = (byte) bits;
          held = 0;
        }
      } else if (octet == '=') {
        length = rest(bits, held, out, length);
        held = 0;
      }
    }
    length = rest(bits, held, out, length);
    return Arrays.copyOf(out, length);
  }

  /**
   * Whether there is nothing in base64 that decoders treat differently: junk, letters of another
   * alphabet, more behind its end, or an end in the middle of four letters (RFC 2045 section 6.8).
   */
  static boolean isCleanBase64(byte[] octets) {
    int letters = 0;
    int padding = 0;
    for (byte octet : octets) {
      if (octet == '=') {
        padding++;
      } else if (BASE64[octet & 0xFF] >= 0 && octet != '-' && octet != '_' && padding == 0) {
        letters++;
      } else if ("\r\n\t ".indexOf(octet) < 0) {
        return false;
      }
    }
    return padding <= 2 && (letters + padding) % 4 == 0;
  }

  private static int rest(int bits, int held, byte[] out, int length) {
    int at = length;
    if (held == 3) {
      out[at++] = (byte) (bits >> 10);
      out[at++] = (byte) (bits >> 2);
    } else if (held == 2) {
      out[at++] = (byte) (bits >> 4);
    }
    return at;
  }

  /**
   * Quoted-printable; an {@code =} without two hexadecimal digits is kept.
   *
   * @param word the Q encoding of RFC 2047, where {@code _} is a blank
   */
  static byte[] quotedPrintable(byte[] octets, boolean word) {
    byte[] out = new byte[octets.length];
    int length = 0;
    int at = 0;
    int solid = 0;
    while (at < octets.length) {
      byte octet = octets[at];
      if (octet == '=') {
        int next = softBreak(octets, at + 1);
        if (next > 0 && !word) {
          at = next;
        } else if (at + 2 < octets.length && hex(octets[at + 1]) >= 0 && hex(octets[at + 2]) >= 0) {
          out[length++] = (byte) (hex(octets[at + 1]) << 4 | hex(octets[at + 2]));
          at += 3;
        } else {
          out[length++] = octet;
          at++;
        }
        solid = length;
        continue;
      }
      if (octet == '\n' && !word) {
        boolean crlf = length > solid && out[length - 1] == '\r';
        length = crlf ? length - 1 : length;
        while (length > solid && (out[length - 1] == ' ' || out[length - 1] == '\t')) {
          length--;
        }
        if (crlf) {
          out[length++] = '\r';
        }
        solid = length + 1;
      }
      out[length++] = word && octet == '_' ? (byte) ' ' : octet;
      at++;
    }
    return Arrays.copyOf(out, length);
  }

  /** Index behind the blanks and the line end at {@code at}, or 0 when there is none. */
  private static int softBreak(byte[] octets, int at) {
    int next = at;
    while (next < octets.length && (octets[next] == ' ' || octets[next] == '\t')) {
      next++;
    }
    if (next == octets.length) {
      return next;
    }
    if (octets[next] == '\r' && next + 1 < octets.length && octets[next + 1] == '\n') {
      return next + 2;
    }
    return octets[next] == '\n' ? next + 1 : 0;
  }

  static int hex(int c) {
    return Character.digit((char) (c & 0xFF), 16);
  }
}
