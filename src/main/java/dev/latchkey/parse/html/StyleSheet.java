package dev.latchkey.parse.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * The little of CSS that decides whether words can be seen: declarations of {@code style}
 * attributes, and rules of style sheets for a plain tag, class or id.
 *
 * <p>Rules inside {@code @media} and the like are left out, because they hold on some screens only.
 *
 * @param rules by plain selector
 * @param tricky plain selectors of which some rule may take words out of plain sight
 * @param unsure a rule with another selector may do so to any element
 */
record StyleSheet(Map<String, Map<String, String>> rules, Set<String> tricky, boolean unsure) {
  /** So many characters are the sign of an item of a list. */
  static final int BULLET = 3;

  private static final int RULE_LIMIT = 2_000;
  private static final Pattern LINK = Pattern.compile("(a|span\\.\\w+)(:[a-z-]+)*");

  /** Elements of Office, that are in plain sight nowhere but where their own names say it. */
  private static final Pattern OF_OFFICE = Pattern.compile("[a-z0-9]{1,3}\\\\:\\*");

  private static final Set<String> HARMLESS_BLOCKS = Set.of("@font-face", "@page", "@list");

  StyleSheet {
    rules = Map.copyOf(rules);
    tricky = Set.copyOf(tricky);
  }

  /** Reads the text of {@code style} elements. */
  static StyleSheet read(String sheet) {
    String css = withoutComments(sheet);
    Map<String, Map<String, String>> rules = new HashMap<>();
    Set<String> tricky = new HashSet<>();
    boolean unsure = false;
    int at = 0;
    while (rules.size() < RULE_LIMIT) {
      int open = css.indexOf('{', at);
      int close = open < 0 ? -1 : css.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String selectors = css.substring(at, open).strip();
      if (selectors.startsWith("@")) {
        unsure |=
            HARMLESS_BLOCKS.stream().noneMatch(selectors.toLowerCase(Locale.ROOT)::startsWith);
        at = endOfBlock(css, open);
        continue;
      }
      String text = css.substring(open + 1, close);
      Map<String, String> declared = declarations(text);
      boolean plain = PlainStyle.allows(declared) && !overrides(text);
      for (String selector : selectors.split(",")) {
        String key = selector.strip().toLowerCase(Locale.ROOT);
        if (isSimple(key)) {
          rules.computeIfAbsent(key, any -> new HashMap<>()).putAll(declared);
          if (!plain) {
            tricky.add(key);
          }
        } else if (OF_OFFICE.matcher(key).matches()) {
          unsure |= !plain && !declared.keySet().equals(Set.of("behavior"));
        } else if (!LINK.matcher(key).matches()) {
          unsure |= !plain || declared.keySet().stream().anyMatch(PlainStyle::isColour);
        } else {
          unsure |= !plain;
        }
      }
      at = close + 1;
    }
    boolean more = css.indexOf('{', at) >= 0 || css.toLowerCase(Locale.ROOT).contains("@import");
    return new StyleSheet(rules, tricky, unsure || more);
  }

  /** The same, where other sheets, which nobody fetches, may say anything. */
  StyleSheet besideOthers() {
    return new StyleSheet(rules, tricky, true);
  }

  /** Whether a rule is stronger than those that would be read as stronger. */
  private static boolean overrides(String declarations) {
    return declarations.toLowerCase(Locale.ROOT).contains("important");
  }

  /** Whether words in {@code element} stand in plain sight, so far as its own styles tell. */
  boolean shows(Element element) {
    if (unsure || !PlainStyle.shows(element)) {
      return false;
    }
    String style = element.attr("style");
    return PlainStyle.allows(declarations(style))
        && !repeatsColour(style)
        && !showsPictures(element)
        && (tricky.isEmpty() || selectors(element).noneMatch(tricky::contains));
  }

  /** Words as pictures; Word sets the sign before an item of a list so. */
  private boolean showsPictures(Element element) {
    return PlainStyle.asPictures(of(element), element.attr("face"))
        && element.text().length() > BULLET;
  }

  /** A colour that is given twice: programs that know only one of the forms show that one. */
  private static boolean repeatsColour(String style) {
    return Stream.of(style.split(";"))
        .map(one -> one.strip().toLowerCase(Locale.ROOT))
        .filter(one -> one.startsWith("color") || one.startsWith("background"))
        .map(StyleSheet::name)
        .collect(Collectors.groupingBy(name -> name, Collectors.counting()))
        .values()
        .stream()
        .anyMatch(times -> times > 1);
  }

  /** Of one declaration; all of it, where it has no value. */
  private static String name(String declaration) {
    int colon = declaration.indexOf(':');
    return colon < 0 ? declaration : declaration.substring(0, colon).stripTrailing();
  }

  private static Stream<String> selectors(Element element) {
    String tag = element.normalName();
    return Stream.concat(
        Stream.of(tag, "#" + element.id().toLowerCase(Locale.ROOT)),
        Stream.of(element.className().toLowerCase(Locale.ROOT).split("\\s+"))
            .flatMap(name -> Stream.of("." + name, tag + "." + name)));
  }

  /** What holds for {@code element}: the sheets, then its own {@code style}, which is stronger. */
  Map<String, String> of(Element element) {
    Map<String, String> all = new HashMap<>();
    if (!rules.isEmpty()) {
      String tag = element.normalName();
      add(tag, all);
      for (String name : element.className().toLowerCase(Locale.ROOT).split("\\s+")) {
        add("." + name, all);
        add(tag + "." + name, all);
      }
      add("#" + element.id().toLowerCase(Locale.ROOT), all);
    }
    all.putAll(declarations(element.attr("style")));
    return all;
  }

  private void add(String selector, Map<String, String> to) {
    to.putAll(rules.getOrDefault(selector, Map.of()));
  }

  private static Map<String, String> declarations(String text) {
    Map<String, String> found = new HashMap<>();
    for (String declaration : text.split(";")) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        String value = declaration.substring(colon + 1).toLowerCase(Locale.ROOT);
        found.put(
            declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            value.replace("!important", "").strip());
      }
    }
    return found;
  }

  private static boolean isSimple(String selector) {
    return !selector.isEmpty()
        && selector.chars().allMatch(c -> Character.isLetterOrDigit(c) || ".#-_".indexOf(c) >= 0);
  }

  /** The index after the block that opens at {@code open}, blocks within it included. */
  private static int endOfBlock(String css, int open) {
    int depth = 0;
    for (int i = open; i < css.length(); i++) {
      depth += css.charAt(i) == '{' ? 1 : css.charAt(i) == '}' ? -1 : 0;
      if (depth == 0) {
        return i + 1;
      }
    }
    return css.length();
  }

  private static String withoutComments(String sheet) {
    StringBuilder kept = new StringBuilder();
    int at = 0;
    while (true) {
      int open = sheet.indexOf("/*", at);
      int close = open < 0 ? -1 : sheet.indexOf("*/", open + 2);
      if (close < 0) {
        return kept.append(sheet, at, sheet.length())
            .toString()
            .replace("<!--", "")
            .replace("-->", "");
      }
      kept.append(sheet, at, open);
      at = close + 2;
    }
  }
}
