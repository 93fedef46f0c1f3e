package dev.latchkey.parse.html;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * What words may have about them and still be in plain sight: a list of what is allowed, since no
 * list of tricks is ever complete. Everything else leaves it open whether a person sees them.
 */
final class PlainStyle {
  /** Elements that show what is in them, always and where it stands. */
  private static final Set<String> ELEMENTS =
      Set.of(
          ("#root html head meta link title base body address article aside center div figure figcaption footer"
                  + " header main nav section p h1 h2 h3 h4 h5 h6 hr br wbr pre blockquote ul ol li dl dt dd"
                  + " table caption colgroup col thead tbody tfoot tr td th a abbr acronym b bdi big cite code del"
                  + " dfn em font i ins kbd label mark nobr q s samp small span strike strong sub sup time tt u"
                  + " var img style o:p")
              .split(" "));

  /** Properties that change how words look and never whether they can be read. */
  private static final Set<String> ANY_VALUE =
      Set.of(
          ("font-family font-weight font-style font-variant font-variant-caps font-variant-ligatures"
                  + " font-variant-numeric font-variant-east-asian font-variant-alternates font-stretch"
                  + " font-kerning font-feature-settings font-optical-sizing font-variation-settings text-align"
                  + " text-align-last text-decoration-line text-decoration-style text-decoration-color"
                  + " text-decoration-skip-ink text-underline-position text-transform text-justify white-space"
                  + " white-space-collapse word-wrap overflow-wrap word-break line-break hyphens list-style"
                  + " list-style-type list-style-position border-color border-style border-collapse"
                  + " border-radius border-top-color border-top-style border-bottom-color border-bottom-style"
                  + " border-left-color border-left-style border-right-color border-right-style border-image"
                  + " outline-color outline-style direction orphans widows page page-break-before"
                  + " page-break-after page-break-inside break-before break-after caret-color cursor user-select"
                  + " -webkit-user-select box-sizing clear float width height min-width min-height max-width"
                  + " max-height -webkit-nbsp-mode -webkit-line-break -webkit-font-smoothing"
                  + " -webkit-text-decorations-in-effect -webkit-tap-highlight-color panose-1 mso-table-lspace"
                  + " mso-table-rspace table-layout empty-cells caption-side quotes object-fit size"
                  + " layout-grid-mode punctuation-wrap text-autospace text-wrap text-wrap-mode text-wrap-style"
                  + " align-items justify-content flex pointer-events src counter-reset")
              .split(" "));

  private static final Map<String, Set<String>> VALUES =
      Map.ofEntries(
          Map.entry("opacity", Set.of("1", "1.0", "100%", "inherit", "initial")),
          Map.entry("visibility", Set.of("visible", "inherit", "initial")),
          Map.entry("position", Set.of("static", "relative", "inherit", "initial")),
          Map.entry("text-shadow", Set.of("none", "initial")),
          Map.entry("box-shadow", Set.of("none", "initial")),
          Map.entry("filter", Set.of("none")),
          Map.entry("transform", Set.of("none")),
          Map.entry("clip", Set.of("auto")),
          Map.entry("clip-path", Set.of("none")),
          Map.entry("font-size-adjust", Set.of("none", "inherit", "initial")),
          Map.entry("text-size-adjust", Set.of("none", "auto", "100%", "inherit", "initial")),
          Map.entry(
              "-webkit-text-size-adjust", Set.of("none", "auto", "100%", "inherit", "initial")),
          Map.entry("-ms-text-size-adjust", Set.of("none", "auto", "100%", "inherit", "initial")),
          Map.entry("-webkit-text-stroke-width", Set.of("0", "0px", "0pt", "initial")),
          Map.entry("text-decoration-thickness", Set.of("auto", "from-font", "initial", "inherit")),
          Map.entry("text-underline-offset", Set.of("auto", "initial", "inherit")),
          Map.entry(
              "color-scheme",
              Set.of("normal", "light", "light dark", "light only", "only light", "initial")),
          Map.entry("mso-font-width", Set.of("100%")),
          Map.entry("mso-style-textfill-fill-alpha", Set.of("100.0%", "100%")),
          Map.entry("zoom", Set.of("1", "100%", "normal")),
          Map.entry("flex-direction", Set.of("row", "column", "initial")),
          Map.entry("flex-wrap", Set.of("nowrap", "wrap", "initial")),
          Map.entry("unicode-bidi", Set.of("normal", "embed", "isolate", "plaintext")),
          Map.entry("background-image", Set.of("none", "initial")),
          Map.entry("-webkit-text-stroke", Set.of("0px", "0", "0px rgb(0, 0, 0)")),
          Map.entry("background-position", Set.of("initial", "0% 0%", "0 0")),
          Map.entry("background-size", Set.of("initial", "auto")),
          Map.entry("background-repeat", Set.of("initial", "repeat", "no-repeat")),
          Map.entry("background-attachment", Set.of("initial", "scroll")),
          Map.entry("background-origin", Set.of("initial", "padding-box")),
          Map.entry("background-clip", Set.of("initial", "border-box")),
          Map.entry(
              "display",
              Set.of(
                  "block",
                  "inline",
                  "inline-block",
                  "list-item",
                  "table",
                  "inline-table",
                  "table-row",
                  "table-cell",
                  "table-row-group",
                  "flex",
                  "inline-flex",
                  "initial",
                  "inherit")));

  /** Properties with a length among their values that could cover or push away what is near. */
  private static final Set<String> THIN =
      Set.of(
          ("border border-top border-right border-bottom border-left border-width border-top-width"
                  + " border-right-width border-bottom-width border-left-width outline outline-width"
                  + " text-decoration")
              .split(" "));

  /** Fonts that show a picture or a letter of another script for each letter. */
  private static final Pattern PICTURES =
      Pattern.compile(
          "(?:.*\\s)?['\"]?(?:wingdings(?: [23])?|webdings|(?:itc )?zapf ?dingbats|marlett)['\"]?(?:\\s*,.*)?"
              + "|['\"]?symbol['\"]?(?:\\s*,.*)?");

  private static final Set<String> OFFSETS = Set.of("left", "top", "right", "bottom", "inset");
  private static final Set<String> NOWHERE = Set.of("0", "0px", "0pt", "0in", "auto", "initial");
  private static final Set<String> SHIFTS =
      Set.of(
          "margin",
          "margin-top",
          "margin-right",
          "margin-bottom",
          "margin-left",
          "text-indent",
          "margin-block",
          "margin-inline",
          "margin-block-start",
          "margin-block-end",
          "margin-inline-start",
          "margin-inline-end",
          "padding",
          "padding-top",
          "padding-right",
          "padding-bottom",
          "padding-left",
          "padding-inline-start",
          "border-spacing",
          "gap",
          "tab-size",
          "-moz-tab-size",
          "vertical-align",
          "mso-text-raise",
          "letter-spacing",
          "word-spacing");
  private static final Set<String> COLOURS = Set.of("color", "background", "background-color");

  private PlainStyle() {}

  /** Whether what is in {@code element} is shown, so far as the element alone tells. */
  static boolean shows(Element element) {
    return (ELEMENTS.contains(element.normalName()) || isOffice(element))
        && !element.hasAttr("popover")
        && !element.hasAttr("hidden")
        && !element.hasAttr("background")
        && !PlainSize.isNothing(element.attr("width"))
        && !PlainSize.isNothing(element.attr("height"));
  }

  /** What Outlook writes: {@code o:p}, {@code v:shape}, {@code w:sdt}. */
  private static boolean isOffice(Element element) {
    String name = element.normalName();
    return name.startsWith("o:") || name.startsWith("w:") || name.startsWith("st1:");
  }

  /** Whether all of these declarations leave words in plain sight; colours are judged apart. */
  static boolean allows(Map<String, String> style) {
    boolean room =
        List.of("height", "max-height", "width", "max-width").stream()
            .noneMatch(side -> PlainSize.isShort(style.getOrDefault(side, "")));
    return style.entrySet().stream().allMatch(one -> allows(one.getKey(), one.getValue(), room));
  }

  private static boolean allows(String property, String value, boolean room) {
    if (THIN.contains(property)) {
      return PlainSize.isThin(value);
    }
    if (value.contains("(") && !isColour(property) && !ANY_VALUE.contains(property)) {
      return VALUES.getOrDefault(property, Set.of()).contains(value);
    }
    if (property.startsWith("overflow")) {
      return ANY_VALUE.contains(property) || value.equals("visible") || room;
    }
    if (VALUES.containsKey(property)) {
      return VALUES.get(property).contains(value);
    }
    if (property.startsWith("mso-") && !SHIFTS.contains(property)) {
      return !property.equals("mso-hide");
    }
    if (property.equals("font")) {
      return PlainSize.isReadable(value);
    }
    return ANY_VALUE.contains(property)
        || isColour(property)
        || (OFFSETS.contains(property) && NOWHERE.contains(value))
        || (SHIFTS.contains(property) && PlainSize.isNear(property, value))
        || (property.equals("line-height") && PlainSize.isTall(value))
        || (property.equals("font-size") && PlainSize.scale(value, 1).isPresent());
  }

  /** Whether these declarations give words a font in which nobody reads them. */
  static boolean asPictures(Map<String, String> style, String face) {
    return Stream.of(style.getOrDefault("font-family", ""), style.getOrDefault("font", ""), face)
        .anyMatch(font -> PICTURES.matcher(font.toLowerCase(Locale.ROOT).strip()).matches());
  }

  /** Whether it is a colour, which {@link Visibility} compares with the one behind it. */
  static boolean isColour(String property) {
    return COLOURS.contains(property);
  }
}
