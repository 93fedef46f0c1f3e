package dev.latchkey.parse.charset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which charset a label in a mail means. Labels are compared by their letters and digits alone
 * ({@code UTF8}, {@code utf_8}, {@code "utf-8"}); {@code charset-labels.txt} says where practice
 * differs from the registered meaning.
 */
final class CharsetLabels {
  private static final int LONGEST = 60;
  private static final Map<String, Charset> CHARSETS = charsets();

  private CharsetLabels() {}

  /** The charset of a {@link #key}. */
  static @Nullable Charset charset(String key) {
    return CHARSETS.get(key);
  }

  /** Letters and digits of a label in lower case, the first 60 characters of it. */
  static String key(String label) {
    StringBuilder key = new StringBuilder(label.length());
    for (int i = 0; i < Math.min(label.length(), LONGEST); i++) {
      char c = label.charAt(i);
      if (c < 128 && Character.isLetterOrDigit(c)) {
        key.append(c);
      }
    }
    return key.toString().toLowerCase(Locale.ROOT);
  }

  private static Map<String, Charset> charsets() {
    Map<String, Charset> known = new HashMap<>();
    for (Charset charset : Charset.availableCharsets().values()) {
      charset.aliases().forEach(alias -> known.putIfAbsent(key(alias), charset));
    }
    for (Charset charset : Charset.availableCharsets().values()) {
      known.put(key(charset.name()), charset);
    }
    for (String line : practice()) {
      String[] words = line.split("[: ]+");
      // a Java runtime may come without the module jdk.charsets
      for (int i = 1; i < words.length && Charset.isSupported(words[0]); i++) {
        known.put(words[i], Charset.forName(words[0]));
      }
    }
    return Map.copyOf(known);
  }

  private static List<String> practice() {
    try (InputStream file =
            Objects.requireNonNull(CharsetLabels.class.getResourceAsStream("charset-labels.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))) {
      return lines.lines().filter(line -> !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
