package dev.latchkey.parse.html;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/**
 * What HTML says to one program and hides from others: conditional comments, which Word and Outlook
 * obey ({@code <!--[if mso]>…<![endif]-->}) and everybody else passes over, and marked sections.
 *
 * @param data of a comment, as it stands
 */
record ForOneProgram(String data) {
  /** What Outlook keeps there for itself. */
  private static final String SETTINGS = "xml, style, meta, link, title";

  private static final Set<String> PAGE = Set.of("#root", "html", "head", "body");

  ForOneProgram {
    data = data.strip();
  }

  /** The style sheets of a document that only some programs obey. */
  static String sheets(Document document) {
    return document
        .nodeStream(Comment.class)
        .map(comment -> new ForOneProgram(comment.getData()))
        .filter(one -> one.isConditional() && !one.opens())
        .flatMap(one -> one.inside().getElementsByTag("style").stream())
        .map(Element::data)
        .collect(Collectors.joining("\n"));
  }

  /** Whether what follows it, up to where it {@link #ends}, is not there for some. */
  boolean opens() {
    if (!isConditional()) {
      return false;
    }
    String rest = data.substring(data.indexOf(']') + 1).strip();
    return data.indexOf(']') < 0 || rest.isEmpty() || rest.startsWith("><!");
  }

  /** Whether it ends what another opened. */
  boolean ends() {
    String lower = lower();
    return lower.startsWith("[endif") || lower.startsWith("<![endif");
  }

  /** Whether some programs show words in it, or obey mark-up that may take others out of sight. */
  boolean speaks(StyleSheet sheet) {
    if (!isConditional()) {
      return data.startsWith("[") && !ends();
    }
    if (opens()) {
      return false;
    }
    Document shown = inside();
    shown.select(SETTINGS).remove();
    return !shown.text().isBlank()
        || shown.getAllElements().stream()
            .anyMatch(it -> !PAGE.contains(it.normalName()) && !sheet.shows(it));
  }

  private boolean isConditional() {
    return lower().startsWith("[if");
  }

  /** What stands between its condition and its end. */
  private Document inside() {
    int from = data.indexOf('>') + 1;
    int to = data.lastIndexOf("<!");
    String html = to < from ? data.substring(from) : data.substring(from, to);
    return Parser.htmlParser().parseInput(html, "");
  }

  private String lower() {
    return data.toLowerCase(Locale.ROOT);
  }
}
