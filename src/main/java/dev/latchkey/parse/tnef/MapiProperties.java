package dev.latchkey.parse.tnef;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.charset.CharsetText;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The MAPI properties of a message or of a file in it (MS-OXTNEF section 2.1.3.4), those that tell
 * the text or a name. Reading ends at a type that is unknown, since nothing tells how long it is.
 */
final class MapiProperties {
  static final MapiProperties NONE = new MapiProperties(null);

  private static final int MOST = 20_000;
  private static final int SEVERAL = 0x1000;
  private static final int NAMED = 0x8000;
  private static final int STRING = 0x001E;
  private static final int UNICODE = 0x001F;
  private static final int BINARY = 0x0102;
  private static final int OBJECT = 0x000D;
  private static final int LONG = 0x0003;

  private static final int PLAIN = 0x1000;
  private static final int RTF = 0x1009;
  private static final int HTML = 0x1013;
  private static final int HTML_CHARSET = 0x3FDE;
  private static final int FILE_NAME = 0x3704;
  private static final int LONG_FILE_NAME = 0x3707;

  private final @Nullable String charset;
  private final Map<Integer, Value> values = new HashMap<>();
  private long htmlCharset;

  private record Value(int type, MailBytes bytes) {
    byte[] octets() {
      return bytes.octets();
    }
  }

  private MapiProperties(@Nullable String charset) {
    this.charset = charset;
  }

  static MapiProperties read(byte[] octets, @Nullable String charset) {
    MapiProperties properties = new MapiProperties(charset);
    LittleEndian in = new LittleEndian(octets);
    long count = Math.min(in.four(), MOST);
    for (long i = 0; i < count && in.left() >= 4; i++) {
      if (!properties.readOne(in)) {
        break;
      }
    }
    return properties;
  }

  String plain() {
    return text(PLAIN, charset);
  }

  String html() {
    return text(HTML, htmlCharset == 0 ? null : CodePage.charset(htmlCharset));
  }

  /** As it stands in the file, packed. */
  byte[] rtf() {
    Value value = values.get(RTF);
    return value == null ? new byte[0] : value.octets();
  }

  String fileName() {
    String name = text(LONG_FILE_NAME, charset);
    return name.isBlank() ? text(FILE_NAME, charset) : name;
  }

  private String text(int id, @Nullable String label) {
    Value value = values.get(id);
    if (value == null) {
      return "";
    }
    String text =
        value.type() == UNICODE
            ? new String(value.octets(), StandardCharsets.UTF_16LE)
            : CharsetText.decode(value.octets(), label);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Reads one; false when nothing tells where the next begins. */
  private boolean readOne(LittleEndian in) {
    int type = in.two();
    int id = in.two();
    if (id >= NAMED) {
      skipName(in);
    }
    int kind = type & ~SEVERAL;
    boolean varies = kind == STRING || kind == UNICODE || kind == BINARY || kind == OBJECT;
    if (!varies) {
      return readFixed(in, id, kind, (type & SEVERAL) != 0);
    }
    long count = in.four();
    for (long i = 0; i < count; i++) {
      if (in.left() < 4) {
        return false;
      }
      long length = in.four();
      byte[] octets = in.take(length);
      in.skip(padding(length));
      if (i == 0) {
        values.putIfAbsent(id, new Value(kind, new MailBytes(octets)));
      }
    }
    return true;
  }

  private boolean readFixed(LittleEndian in, int id, int kind, boolean several) {
    int length =
        switch (kind) {
          case 0x0000, 0x0001 -> 0;
          case 0x0002, LONG, 0x0004, 0x000A, 0x000B -> 4;
          case 0x0005, 0x0006, 0x0007, 0x0014, 0x0040 -> 8;
          case 0x0048 -> 16;
          default -> -1;
        };
    if (length < 0) {
      return false;
    }
    if (several) {
      long count = in.four();
      long octets = kind == 0x0002 ? count * 2 : count * length;
      in.skip(octets + padding(octets));
    } else if (id == HTML_CHARSET && kind == LONG) {
      htmlCharset = in.four();
    } else {
      in.skip(length);
    }
    return true;
  }

  private static void skipName(LittleEndian in) {
    in.skip(16);
    if (in.four() == 0) {
      in.skip(4);
    } else {
      long length = in.four();
      in.skip(length);
      in.skip(padding(length));
    }
  }

  private static long padding(long length) {
    return (4 - length % 4) % 4;
  }
}
