package dev.latchkey.parse.mime;

import dev.latchkey.parse.charset.CharsetText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The characters of a leaf: by its charset parameter, else by what an HTML page says of itself. */
public final class LeafText {
  private static final int PAGE_HEAD = 1024;

  private LeafText() {}

  /** The characters of a leaf, by the charset that it names or shows. */
  public static String of(Entity leaf) {
    return CharsetText.decode(leaf.content().octets(), charset(leaf));
  }

  /** The characters of the first {@code limit} octets. */
  public static String of(Entity leaf, int limit) {
    byte[] octets = leaf.content().octets();
    return CharsetText.decode(
        octets.length > limit ? Arrays.copyOf(octets, limit) : octets, charset(leaf));
  }

  private static @Nullable String charset(Entity leaf) {
    String declared = leaf.type().parameter("charset").orElse(null);
    return declared == null && leaf.isHtml() ? ofPage(leaf.content().octets()) : declared;
  }

  /** The charset in a meta element of an HTML page (WHATWG HTML section 13.2.3.2). */
  private static @Nullable String ofPage(byte[] octets) {
    int length = Math.min(octets.length, PAGE_HEAD);
    String head =
        new String(octets, 0, length, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    int meta = head.indexOf("<meta");
    int at = meta < 0 ? -1 : head.indexOf("charset=", meta);
    if (at < 0) {
      return null;
    }
    int from = at + "charset=".length();
    int end = head.startsWith("\"", from) || head.startsWith("'", from) ? from + 1 : from;
    while (end < head.length() && "\"'/> ;".indexOf(head.charAt(end)) < 0) {
      end++;
    }
    return head.substring(from, end);
  }
}
