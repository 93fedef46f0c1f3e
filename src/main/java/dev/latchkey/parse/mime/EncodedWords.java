package dev.latchkey.parse.mime;

import dev.latchkey.mail.SafeText;
import dev.latchkey.parse.charset.CharsetText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Decodes header values for people (RFC 2047), also in the forms that clients mangle them into.
 *
 * <p>Forgiven: characters split over two words (Outlook, PHP), base64 without padding or cut within
 * a quantum, blanks and question marks inside a word, a missing end, a language tag (RFC 2231
 * section 5), an unknown charset, words inside quotes, raw octets of any charset. The result never
 * holds a line end, a control or a bidirectional control character.
 */
public final class EncodedWords {
  private final String raw;
  private final StringBuilder out = new StringBuilder();
  private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
  private String label = "";
  private String carry = "";

  private EncodedWords(String raw) {
    this.raw = raw;
  }

  /** One word between its delimiters; {@code end} is the index behind it. */
  private record Word(String charset, boolean base64, String text, int end) {}

  /** The text of a value, whose octets are given as ISO 8859-1. */
  public static String decode(String raw) {
    return isPlain(raw) ? raw : SafeText.line(new EncodedWords(raw).decode());
  }

  /** The same with the control characters that {@link #decode} takes out. */
  public static String decodeAll(String raw) {
    return new EncodedWords(raw).decode();
  }

  private String decode() {
    int plain = 0;
    int open = raw.indexOf("=?");
    while (open >= 0) {
      Word word = wordAt(open);
      if (word == null) {
        open = raw.indexOf("=?", open + 2);
        continue;
      }
      boolean adjacent = !label.isEmpty() && isBlank(plain, open);
      if (!adjacent) {
        flush();
        plain(plain, open);
      }
      add(word);
      plain = word.end();
      open = raw.indexOf("=?", plain);
    }
    flush();
    plain(plain, raw.length());
    return out.toString();
  }

  /** Printable ASCII without the start of a word: most values. */
  private static boolean isPlain(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c < ' ' || c > '~' || (c == '=' && raw.startsWith("=?", i))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Word wordAt(int open) {
    int second = raw.indexOf('?', open + 2);
    if (second < 0
        || second - open > 62
        || second + 2 >= raw.length()
        || raw.charAt(second + 2) != '?') {
      return null;
    }
    char encoding = raw.charAt(second + 1);
    boolean base64 = encoding == 'b' || encoding == 'B';
    if (!base64 && encoding != 'q' && encoding != 'Q') {
      return null;
    }
    String name = raw.substring(open + 2, second);
    int star = name.indexOf('*');
    name = star < 0 ? name : name.substring(0, star);
    if (name.indexOf(' ') >= 0) {
      return null;
    }
    int from = second + 3;
    int close = raw.indexOf("?=", from);
    while (!base64 && close >= 0 && isEscape(close + 1) && raw.indexOf("?=", close + 2) >= 0) {
      close = raw.indexOf("?=", close + 2);
    }
    return close < 0
        ? new Word(name, base64, raw.substring(from), raw.length())
        : new Word(name, base64, raw.substring(from, close), close + 2);
  }

  /** A question mark before an escaped octet, as in {@code what?=20now?=}. */
  private boolean isEscape(int at) {
    return at + 2 < raw.length()
        && TransferDecoder.hex(raw.charAt(at + 1)) >= 0
        && TransferDecoder.hex(raw.charAt(at + 2)) >= 0;
  }

  private void add(Word word) {
    if (!word.charset().equalsIgnoreCase(label)) {
      flush();
      label = word.charset();
    }
    if (!word.base64()) {
      spill();
      octets.writeBytes(
          TransferDecoder.quotedPrintable(word.text().getBytes(StandardCharsets.ISO_8859_1), true));
      return;
    }
    String text = carry + word.text();
    carry = "";
    if (isCutInside(text)) {
      carry = text;
    } else {
      octets.writeBytes(TransferDecoder.base64(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
  }

  /** Base64 that goes on in the next word: no padding, and bits left over that are not zero. */
  private static boolean isCutInside(String text) {
    int digits = 0;
    char last = 'A';
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ' ') {
        digits++;
        last = text.charAt(i);
      }
    }
    if (digits % 4 == 0 || last == '=') {
      return false;
    }
    return digits % 4 == 1 || (digits % 4 == 2 ? "AQgw" : "AEIMQUYcgkosw048").indexOf(last) < 0;
  }

  private void spill() {
    octets.writeBytes(TransferDecoder.base64(carry.getBytes(StandardCharsets.ISO_8859_1)));
    carry = "";
  }

  private void flush() {
    if (!label.isEmpty()) {
      spill();
      out.append(CharsetText.decode(octets.toByteArray(), label));
      octets.reset();
      label = "";
    }
  }

  private void plain(int from, int end) {
    if (from < end) {
      out.append(
          new String(
              raw.substring(from, end).getBytes(StandardCharsets.ISO_8859_1),
              StandardCharsets.UTF_8));
    }
  }

  private boolean isBlank(int from, int end) {
    for (int i = from; i < end; i++) {
      if (raw.charAt(i) > ' ') {
        return false;
      }
    }
    return true;
  }
}
