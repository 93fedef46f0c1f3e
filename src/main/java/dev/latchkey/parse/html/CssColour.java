package dev.latchkey.parse.html;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Colours of CSS 2 and of old HTML, as numbers that can be compared. */
final class CssColour {
  static final int BLACK = 0x000000;
  static final int WHITE = 0xFFFFFF;

  private static final Map<String, Integer> NAMES =
      Map.ofEntries(
          Map.entry("black", BLACK),
          Map.entry("white", WHITE),
          Map.entry("red", 0xFF0000),
          Map.entry("green", 0x008000),
          Map.entry("blue", 0x0000FF),
          Map.entry("yellow", 0xFFFF00),
          Map.entry("gray", 0x808080),
          Map.entry("grey", 0x808080),
          Map.entry("silver", 0xC0C0C0),
          Map.entry("whitesmoke", 0xF5F5F5),
          Map.entry("snow", 0xFFFAFA),
          Map.entry("ivory", 0xFFFFF0),
          Map.entry("navy", 0x000080),
          Map.entry("windowtext", BLACK),
          Map.entry("window", WHITE));

  private CssColour() {}

  /** Whether {@code value} lets through what lies behind it. */
  static boolean isTransparent(String value) {
    if (value.equals("transparent")) {
      return true;
    }
    List<String> parts = components(value);
    return parts.size() == 4 && parts.get(3).replace("%", "").matches("0*\\.?0*");
  }

  /** Red, green and blue in one number; empty for what is not a colour of these forms. */
  static Optional<Integer> parse(String value) {
    String colour = value.toLowerCase(Locale.ROOT).strip();
    if (colour.startsWith("#")) {
      return hex(colour.substring(1));
    }
    List<String> parts = components(colour);
    if (parts.size() >= 3) {
      return Optional.of(
          channel(parts.get(0)) << 16 | channel(parts.get(1)) << 8 | channel(parts.get(2)));
    }
    return Optional.ofNullable(NAMES.get(colour)).or(() -> hex(colour));
  }

  private static Optional<Integer> hex(String digits) {
    if (!digits.chars().allMatch(HexFormat::isHexDigit)) {
      return Optional.empty();
    }
    return switch (digits.length()) {
      case 3, 4 -> {
        int packed = HexFormat.fromHexDigits(digits.substring(0, 3));
        yield Optional.of(
            (packed >> 8) * 0x110000 + ((packed >> 4) & 15) * 0x1100 + (packed & 15) * 0x11);
      }
      case 6, 8 -> Optional.of(HexFormat.fromHexDigits(digits.substring(0, 6)));
      default -> Optional.empty();
    };
  }

  /** The parts between the brackets of {@code rgb(…)} or {@code rgba(…)}. */
  private static List<String> components(String value) {
    int open = value.indexOf('(');
    int close = value.indexOf(')');
    if (!value.startsWith("rgb") || open < 0 || close < open || close > 60) {
      return List.of();
    }
    return Stream.of(value.substring(open + 1, close).split("[,/ ]+"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  private static int channel(String part) {
    String digits = part.replaceAll("[^0-9].*", "");
    int number = digits.isEmpty() || digits.length() > 3 ? 0 : Integer.parseInt(digits);
    return Math.min(255, part.endsWith("%") ? number * 255 / 100 : number);
  }
}
