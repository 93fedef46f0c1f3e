package dev.latchkey.parse.html;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which sizes and shifts leave words where they can be read. */
final class PlainSize {
  private static final Pattern LENGTH = Pattern.compile("(-?\\d{0,6}\\.?\\d{0,6})\\s*([a-z%]*)");
  private static final Pattern WORDS = Pattern.compile("[a-z-]+");
  private static final Pattern RGB = Pattern.compile("rgba?\\([^()]*\\)");
  private static final int LIGHTEST_WEIGHT = 100;
  private static final Set<String> SIZE_WORDS =
      Set.of(
          "x-small",
          "small",
          "smaller",
          "medium",
          "large",
          "larger",
          "x-large",
          "xx-large",
          "xxx-large",
          "inherit",
          "initial",
          "unset");

  private PlainSize() {}

  /** The shorthand: a size that can be read, and lines that do not stand on each other. */
  static boolean isReadable(String font) {
    for (String word : font.split("\\s+")) {
      String[] sizes = word.split("/", 2);
      Matcher length = LENGTH.matcher(sizes[0]);
      boolean size = length.matches() && !length.group(1).isEmpty();
      boolean weight =
          size && length.group(2).isEmpty() && number(length.group(1)) >= LIGHTEST_WEIGHT;
      boolean small =
          size
              ? !weight && scale(sizes[0], 0.6).isEmpty()
              : Set.of("smaller", "xx-small").contains(sizes[0]);
      if (small || (sizes.length == 2 && !isTall(sizes[1]))) {
        return false;
      }
    }
    return true;
  }

  /** A line, or a frame, that covers nothing. */
  static boolean isThin(String value) {
    for (String one : RGB.matcher(value).replaceAll(" ").split("\\s+")) {
      Matcher length = LENGTH.matcher(one);
      boolean thin =
          length.matches()
              ? Math.abs(number(length.group(1))) <= 20
              : !one.isEmpty() && !Character.isDigit(one.charAt(0)) && !one.contains("(");
      if (!thin && !one.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * How large words are beside those around them, in an element with this font size; empty where
   * nobody could read them.
   *
   * @param around the same of the element around it
   */
  static Optional<Double> scale(String fontSize, double around) {
    if (fontSize.isEmpty() || SIZE_WORDS.contains(fontSize)) {
      double scale = fontSize.equals("smaller") ? around * 0.8 : around;
      return Optional.of(scale).filter(it -> it >= 0.5);
    }
    Matcher length = LENGTH.matcher(fontSize);
    if (!length.matches()) {
      return Optional.empty();
    }
    double size = number(length.group(1));
    double scale =
        switch (length.group(2)) {
          case "px" -> size / 14;
          case "pt" -> size / 11;
          case "em" -> size * around;
          case "%" -> size / 100 * around;
          case "rem" -> size;
          case "in" -> size * 72 / 11;
          case "cm" -> size * 28 / 11;
          case "mm" -> size * 2.8 / 11;
          default -> 0;
        };
    return Optional.of(scale).filter(it -> it >= 0.5);
  }

  /** Lines that do not stand on each other. */
  static boolean isTall(String value) {
    Matcher length = LENGTH.matcher(value);
    if (!length.matches()) {
      return Set.of("normal", "inherit", "initial").contains(value);
    }
    double size = number(length.group(1));
    return switch (length.group(2)) {
      case "", "em", "rem" -> size >= 0.8;
      case "%" -> size >= 80;
      default -> size >= 0.1;
    };
  }

  /** A length that cuts off what is in it, where what is beyond it is not shown. */
  static boolean isShort(String value) {
    Matcher length = LENGTH.matcher(value);
    return !value.isEmpty()
        && length.matches()
        && !length.group(2).equals("%")
        && number(length.group(1)) < 100;
  }

  /**
   * A dimension of an attribute that is a pixel at most, whatever stands behind it (HTML Living
   * Standard, 2.3.4.4).
   */
  static boolean isNothing(String dimension) {
    String begin = dimension.strip();
    int end = 0;
    while (end < begin.length() && begin.charAt(end) >= '0' && begin.charAt(end) <= '9') {
      end++;
    }
    String digits = begin.substring(0, end);
    return end > 0
        && digits.chars().limit(end - 1L).allMatch(digit -> digit == '0')
        && digits.charAt(end - 1) <= '1';
  }

  /** No shift to the left or up that could carry words out of sight, or onto each other. */
  static boolean isNear(String property, String value) {
    boolean spacing = property.endsWith("-spacing");
    for (String one : value.split("\\s+")) {
      Matcher length = LENGTH.matcher(one);
      if (!length.matches()) {
        if (!WORDS.matcher(one).matches()) {
          return false;
        }
      } else if (Math.abs(number(length.group(1))) > most(length.group(2))
          || (spacing && number(length.group(1)) < -0.1)) {
        return false;
      }
    }
    return true;
  }

  private static double most(String unit) {
    return switch (unit.toLowerCase(Locale.ROOT)) {
      case "px", "pt" -> 200;
      case "%" -> 60;
      case "em", "rem" -> 15;
      case "in", "cm" -> 5;
      default -> 50;
    };
  }

  private static double number(String digits) {
    return digits.isEmpty() || digits.equals("-") || digits.equals(".") || digits.equals("-.")
        ? 0
        : Double.parseDouble(digits);
  }
}
