package dev.latchkey.parse.charset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeBlock;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decodes octets without a charset that are no UTF-8 where one of the charsets of East Asia makes
 * plain text of them: every octet decodes, and of the signs that are no ASCII a good part is kana
 * or among the most frequent ones of the language. Letters of Europe make rare signs in these
 * charsets, so that nothing else is taken for them; where two fit the one with more of them is
 * meant.
 */
final class EastText {
  /** So large a part of the signs is frequent in any text, and in none that is another's. */
  private static final double PLAIN = 0.2;

  /** Fewer signs tell nothing. */
  private static final int FEW = 4;

  private static final Set<UnicodeBlock> KANA =
      Set.of(UnicodeBlock.HIRAGANA, UnicodeBlock.KATAKANA);

  private static final List<EastText> ALL = all();

  private final Charset charset;
  private final String frequent;

  private EastText(Charset charset, String frequent) {
    this.charset = charset;
    this.frequent = frequent;
  }

  /** The text; null where none of them is plain. */
  static @Nullable String decode(byte[] octets) {
    String best = null;
    double most = PLAIN;
    for (EastText one : ALL) {
      String text = CharsetText.strict(octets, one.charset);
      double plain = text == null ? 0 : one.plain(text);
      if (plain > most) {
        most = plain;
        best = text;
      }
    }
    return best;
  }

  /** Which part of the signs beyond ASCII is frequent. */
  private double plain(String text) {
    int signs = 0;
    int known = 0;
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign < 0x80 || isMark(sign)) {
        continue;
      }
      signs++;
      known += isFrequent(sign) ? 1 : 0;
    }
    return signs < FEW ? 0 : (double) known / signs;
  }

  private boolean isFrequent(char sign) {
    return frequent.isEmpty() ? KANA.contains(UnicodeBlock.of(sign)) : frequent.indexOf(sign) >= 0;
  }

  /** Punctuation and full-width forms of ASCII; Latin letters of half a width are none. */
  private static boolean isMark(char sign) {
    return (sign >= 0x3000 && sign <= 0x303f) || (sign >= 0xff00 && sign <= 0xff5e);
  }

  private static List<EastText> all() {
    List<EastText> all = new ArrayList<>();
    try (InputStream file =
        Objects.requireNonNull(EastText.class.getResourceAsStream("frequent-signs.txt"))) {
      for (String line :
          new String(file.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList()) {
        int end = line.indexOf(' ');
        all.add(
            end < 0
                ? new EastText(Charset.forName(line), "")
                : new EastText(Charset.forName(line.substring(0, end)), line.substring(end + 1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(all);
  }
}
