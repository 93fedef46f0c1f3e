package dev.latchkey.parse.charset;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Octets to characters when the declared charset may be missing, misspelt, unknown or a lie.
 *
 * <p>A declaration is believed unless the octets contradict it: text that is valid UTF-8 is UTF-8
 * whichever single-byte charset it claims (Outlook and many scripts), and undeclared text is UTF-8,
 * then ISO-2022, then windows-1252. Nothing here throws; octets that mean nothing become U+FFFD.
 */
public final class CharsetText {
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private CharsetText() {}

  /** Decodes under {@code label}, or under what the octets look like when that is no charset. */
  public static String decode(byte[] octets, @Nullable String label) {
    String key = label == null ? "" : CharsetLabels.key(label);
    if (isAscii(octets) && !isShifted(key)) {
      return new String(octets, StandardCharsets.ISO_8859_1);
    }
    return switch (key) {
      case "utf7", "unicode11utf7", "xunicode20utf7" -> Utf7.decode(octets);
      case "hzgb2312", "hz" -> HzText.decode(octets);
      case "utf16", "unicode", "ucs2", "iso10646ucs2" -> wide(octets);
      default -> {
        Charset charset = CharsetLabels.charset(key);
        yield charset == null ? guess(octets) : declared(octets, charset);
      }
    };
  }

  /** Whether every program knows that charset, and letters of ASCII stand for themselves in it. */
  public static boolean isCommon(String label) {
    String key = CharsetLabels.key(label);
    return CharsetLabels.charset(key) != null && (!isShifted(key) || key.endsWith("utf8"));
  }

  private static String declared(byte[] octets, Charset charset) {
    if (charset.equals(StandardCharsets.UTF_8)) {
      String text = strict(octets, charset);
      return text != null ? text : mostlyUtf8(octets) ? loose(octets, charset) : western(octets);
    }
    if (isSingleByte(charset) && hasHighOctets(octets)) {
      String text = strict(octets, StandardCharsets.UTF_8);
      return text != null ? text : loose(octets, charset);
    }
    String text = strict(octets, charset);
    if (text == null && hasHighOctets(octets)) {
      text = strict(octets, StandardCharsets.UTF_8);
    }
    return text != null ? text : loose(octets, charset);
  }

  /**
   * UTF-8, then ISO-2022 by its escapes, then what is plain text of East Asia, then windows-1252.
   */
  private static String guess(byte[] octets) {
    if (isMarkedWide(octets)) {
      return wide(octets);
    }
    String text = strict(octets, StandardCharsets.UTF_8);
    if (text != null) {
      String shifted = shiftedBy(text);
      return shifted == null ? text : loose(octets, Charset.forName(shifted));
    }
    String east = EastText.decode(octets);
    return east != null ? east : western(octets);
  }

  /** The ISO-2022 charset whose escape sequences stand in the text. */
  private static @Nullable String shiftedBy(String text) {
    if (text.contains("\u001b$)C")) {
      return "ISO-2022-KR";
    }
    if (text.contains("\u001b$)A") || text.contains("\u001b$)G")) {
      return "ISO-2022-CN";
    }
    return text.contains("\u001b$B") || text.contains("\u001b$@") ? "ISO-2022-JP" : null;
  }

  /** UTF-16 by its byte order mark, else by where its zero octets stand. */
  private static String wide(byte[] octets) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < octets.length; i++) {
      if (octets[i] == 0) {
        if (i % 2 == 0) {
          even++;
        } else {
          odd++;
        }
      }
    }
    boolean marked = isMarkedWide(octets);
    if (!marked && even + odd == 0) {
      return guess(octets);
    }
    return loose(
        octets,
        marked
            ? StandardCharsets.UTF_16
            : odd > even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE);
  }

  private static boolean isMarkedWide(byte[] octets) {
    return octets.length > 1
        && ((octets[0] == (byte) 0xFE && octets[1] == (byte) 0xFF)
            || (octets[0] == (byte) 0xFF && octets[1] == (byte) 0xFE));
  }

  /** More sequences of UTF-8 than octets that break it: damaged UTF-8, not something else. */
  private static boolean mostlyUtf8(byte[] octets) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < octets.length; i++) {
      int lead = octets[i] & 0xFF;
      int more = lead < 0x80 ? 0 : lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC2 ? 1 : -1;
      int seen = 0;
      while (seen < more && i + 1 < octets.length && (octets[i + 1] & 0xC0) == 0x80) {
        i++;
        seen++;
      }
      if (more < 0 || seen < more) {
        bad++;
      } else if (more > 0) {
        good++;
      }
    }
    return good > bad;
  }

  /** Null where an octet does not decode. */
  static @Nullable String strict(byte[] octets, Charset charset) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(octets));
      return withoutMark(text.toString());
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String loose(byte[] octets, Charset charset) {
    return withoutMark(new String(octets, charset));
  }

  private static String western(byte[] octets) {
    return new String(octets, WESTERN);
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isAscii(byte[] octets) {
    for (byte octet : octets) {
      if (octet < 0 || octet == 0x1B) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasHighOctets(byte[] octets) {
    for (byte octet : octets) {
      if (octet < 0) {
        return true;
      }
    }
    return false;
  }

  /** Charsets that write other things with ASCII octets. */
  private static boolean isShifted(String key) {
    return key.contains("utf7")
        || key.startsWith("hz")
        || key.startsWith("utf16")
        || key.startsWith("utf32")
        || key.startsWith("ucs")
        || key.startsWith("unicode")
        || key.startsWith("iso10646ucs");
  }

  private static boolean isSingleByte(Charset charset) {
    String name = charset.name();
    return !name.startsWith("UTF")
        && !name.startsWith("ISO-2022")
        && !name.startsWith("x-windows-iso2022")
        && charset.canEncode()
        && charset.newEncoder().maxBytesPerChar() == 1.0f;
  }
}
