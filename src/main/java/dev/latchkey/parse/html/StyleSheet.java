package dev.latchkey.parse.html;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The little of CSS that decides whether words can be seen: declarations of {@code style}
 * attributes, and rules of style sheets for a plain tag, class or id.
 *
 * <p>Rules inside {@code @media} and the like are left out, because they hold on some screens only.
 */
record StyleSheet(Map<String, Map<String, String>> rules) {
  private static final int RULE_LIMIT = 2_000;

  StyleSheet {
    rules = Map.copyOf(rules);
  }

  /** Reads the text of {@code style} elements. */
  static StyleSheet read(String sheet) {
    String css = withoutComments(sheet);
    Map<String, Map<String, String>> rules = new HashMap<>();
    int at = 0;
    while (rules.size() < RULE_LIMIT) {
      int open = css.indexOf('{', at);
      int close = open < 0 ? -1 : css.indexOf('}', open);
      if (close < 0) {
        break;
      }
      String selectors = css.substring(at, open).strip();
      if (selectors.startsWith("@")) {
        at = endOfBlock(css, open);
        continue;
      }
      Map<String, String> declared = declarations(css.substring(open + 1, close));
      for (String selector : selectors.split(",")) {
        String key = selector.strip().toLowerCase(Locale.ROOT);
        if (isSimple(key)) {
          rules.computeIfAbsent(key, any -> new HashMap<>()).putAll(declared);
        }
      }
      at = close + 1;
    }
    return new StyleSheet(rules);
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
