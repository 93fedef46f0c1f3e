package dev.latchkey.parse.html;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Whether the words at one place of an HTML mail can be seen, and are said: what is struck through
 * is taken back.
 *
 * @param gone an element around this place takes no room, is not drawn or is struck through,
 *     whatever is inside it
 * @param invisible {@code visibility} here, which an inner element may turn back
 * @param tiny the font has no size here, which an inner element may change
 * @param ink colour of the text as RGB; empty when it is not known
 * @param paper colour behind the text as RGB; empty when it is not known
 */
record Visibility(
    boolean gone, boolean invisible, boolean tiny, Optional<Integer> ink, Optional<Integer> paper) {
  private static final Set<String> AS_AROUND =
      Set.of("inherit", "unset", "currentcolor", "none", "initial", "auto");

  /** Black on white, in sight. */
  static final Visibility PLAIN =
      new Visibility(
          false, false, false, Optional.of(CssColour.BLACK), Optional.of(CssColour.WHITE));

  /** Whether a reader would miss text that stands here. */
  boolean hidden() {
    return gone || invisible || tiny || (ink.isPresent() && ink.equals(paper));
  }

  /** Whether the colour of the words is known, and well apart from the one behind them. */
  boolean legible() {
    return ink.isPresent() && paper.isPresent() && apart(ink.get(), paper.get()) >= 100;
  }

  private static int apart(int one, int other) {
    int sum = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      sum += Math.abs((one >> shift & 0xFF) - (other >> shift & 0xFF));
    }
    return sum;
  }

  /** The same inside {@code element}, with what {@code style} says about it. */
  Visibility inside(Element element, Map<String, String> style) {
    boolean transparent = CssColour.isTransparent(style.getOrDefault("color", ""));
    return new Visibility(
        gone || transparent || vanishes(element, style),
        style.containsKey("visibility") ? !style.get("visibility").equals("visible") : invisible,
        style.containsKey("font-size") ? isNothing(style.get("font-size")) : tiny,
        colour(style.getOrDefault("color", attribute(element, "color", "text")), ink),
        colour(background(element, style), paper));
  }

  /** The same, but out of sight where {@code also} holds. */
  Visibility orGone(boolean also) {
    return new Visibility(gone || also, invisible, tiny, ink, paper);
  }

  /** Elements whose words are struck through (HTML Living Standard, 4.5.5, 4.7.2 and 16.2). */
  private static final Set<String> STRUCK = Set.of("s", "del", "strike");

  private static boolean isStruck(Element element, Map<String, String> style) {
    return STRUCK.contains(element.normalName())
        || style.getOrDefault("text-decoration", "").contains("line-through")
        || style.getOrDefault("text-decoration-line", "").contains("line-through");
  }

  private static boolean vanishes(Element element, Map<String, String> style) {
    boolean clipped = style.getOrDefault("overflow", "").startsWith("hidden");
    return element.hasAttr("hidden")
        || style.getOrDefault("display", "").equals("none")
        || isStruck(element, style)
        || isNothing(style.getOrDefault("opacity", ""))
        || (clipped && (noRoom(style, "height") || noRoom(style, "width")))
        || farAway(style.getOrDefault("text-indent", ""))
        || farAway(style.getOrDefault("left", ""))
        || farAway(style.getOrDefault("top", ""))
        || farAway(style.getOrDefault("margin-left", ""));
  }

  private static boolean noRoom(Map<String, String> style, String side) {
    return isNothing(style.getOrDefault(side, ""))
        || isNothing(style.getOrDefault("max-" + side, ""));
  }

  /** Zero, or a length of at most one pixel or point. */
  private static boolean isNothing(String length) {
    int end = 0;
    while (end < length.length()
        && (Character.isDigit(length.charAt(end)) || length.charAt(end) == '.')) {
      end++;
    }
    if (end == 0 || end > 9 || length.substring(0, end).chars().filter(c -> c == '.').count() > 1) {
      return false;
    }
    String number = length.substring(0, end);
    double value = number.equals(".") ? 0 : Double.parseDouble(number);
    String unit = length.substring(end).strip();
    return value == 0 || (value <= 1 && (unit.equals("px") || unit.equals("pt")));
  }

  /** A shift to the left or up by a thousand or more. */
  private static boolean farAway(String length) {
    return length.startsWith("-")
        && length.substring(1).chars().takeWhile(Character::isDigit).count() >= 4;
  }

  private static String background(Element element, Map<String, String> style) {
    if (style.containsKey("background-image")) {
      return "image";
    }
    String colour = style.getOrDefault("background-color", style.getOrDefault("background", ""));
    return colour.isEmpty() ? attribute(element, "bgcolor", "bgcolor") : colour;
  }

  /** An attribute of old HTML: on {@code body} it may have another name. */
  private static String attribute(Element element, String name, String onBody) {
    return element.attr(element.normalName().equals("body") ? onBody : name);
  }

  private static Optional<Integer> colour(String value, Optional<Integer> around) {
    if (value.isEmpty() || AS_AROUND.contains(value) || CssColour.isTransparent(value)) {
      return around;
    }
    return CssColour.parse(value);
  }
}
