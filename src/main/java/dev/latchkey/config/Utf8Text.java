package dev.latchkey.config;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The octets of a file that has to be UTF-8, looked at before a parser sees them. */
final class Utf8Text {
  private Utf8Text() {}

  /**
   * Does nothing when it is.
   *
   * @throws InvalidConfigurationException with the line of the first octet that is not
   */
  static void require(String file, byte[] octets) throws InvalidConfigurationException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer from = ByteBuffer.wrap(octets);
    CharBuffer read = CharBuffer.allocate(octets.length + 1);
    CoderResult end = decoder.decode(from, read, true);
    if (end.isError()) {
      long line = 1 + read.flip().chars().filter(c -> c == '\n').count();
      throw new InvalidConfigurationException(
          List.of("%s:%d: is not UTF-8; save the file as UTF-8".formatted(file, line)));
    }
  }
}
