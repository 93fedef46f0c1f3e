package dev.latchkey.parse.mime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines between {@code begin 644 name} and {@code end} (POSIX uuencode). */
final class UuBlock {
  private UuBlock() {}

  /** Decodes a body whose transfer encoding is uuencode, with or without its first line. */
  static byte[] whole(byte[] octets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length);
    for (String line : new String(octets, StandardCharsets.ISO_8859_1).split("\r?\n", -1)) {
      if (line.equals("end")) {
        break;
      }
      if (isData(line)) {
        append(line, out);
      }
    }
    return out.toByteArray();
  }

  /** The file name of a first line, which may be missing; empty when the line is none. */
  static Optional<String> nameIn(String line) {
    if (!line.startsWith("begin ")) {
      return Optional.empty();
    }
    int end = line.indexOf(' ', 6);
    int blank = end < 0 ? line.length() : end;
    boolean mode = blank == 9 || blank == 10;
    for (int i = 6; mode && i < blank; i++) {
      mode = line.charAt(i) >= '0' && line.charAt(i) <= '7';
    }
    return mode ? Optional.of(line.substring(blank).strip()) : Optional.empty();
  }

  /** Whether a line holds as many characters as its first one says. */
  static boolean isData(String line) {
    if (line.isEmpty() || line.charAt(0) < ' ' || line.charAt(0) > '`') {
      return false;
    }
    int octets = line.charAt(0) - ' ' & 0x3F;
    int needed = (octets * 8 + 5) / 6;
    if (line.length() - 1 > (octets + 2) / 3 * 4 + 2) {
      return false;
    }
    for (int i = 1; i < line.length(); i++) {
      if (line.charAt(i) < ' ' || line.charAt(i) > '`') {
        return false;
      }
    }
    // Trailing blanks, which stand for zero bits, are lost on the way.
    return octets == 0 || line.length() - 1 >= needed - 2;
  }

  /** Octets that a data line stands for. */
  static int size(String line) {
    return line.charAt(0) - ' ' & 0x3F;
  }

  private static void append(String line, ByteArrayOutputStream out) {
    int octets = size(line);
    for (int i = 0; i < octets; i++) {
      int first = 1 + i / 3 * 4 + i % 3;
      int pair = bits(line, first) << 6 | bits(line, first + 1);
      out.write(pair >> ((2 - i % 3) * 2));
    }
  }

  private static int bits(String line, int at) {
    return at < line.length() ? line.charAt(at) - ' ' & 0x3F : 0;
  }
}
