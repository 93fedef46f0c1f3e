package dev.latchkey.parse.html;

import dev.latchkey.mail.BodyText;
import java.io.Reader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The text of an HTML body in reading order, quotes and signatures marked.
 *
 * <p>What staff see and what the desk reads is this text, so what a mail client would not show is
 * kept apart. Quoted lines carry {@code >} for each level (nine at most), as in a plain text mail.
 *
 * @param text what a reader sees
 * @param hidden what a reader does not see, or sees struck through: elements styled away or in the
 *     colour of their background, and the title; no scripts and no style sheets
 * @param doubtful of some words that the writer typed nobody can tell whether a reader sees them
 */
public record HtmlText(BodyText text, String hidden, boolean doubtful) {
  /** Characters of HTML that are read; no mail client shows more than a part of this. */
  static final int LIMIT = 4 * 1024 * 1024;

  /** Elements whose content is no mark-up, so that HTML finds no end of them but their own. */
  private static final List<String> RAW_TEXT =
      List.of("title", "style", "script", "noscript", "iframe", "textarea");

  private static final int LONGEST_TAG = 500;

  /** Elements deeper than this are read as if they stood at this depth. */
  private static final int DEPTH_LIMIT = 512;

  /**
   * Reads HTML as a mail client would show it. Time and memory grow with the length only: the
   * parser bounds its depth and the walk does not recurse.
   */
  public static HtmlText read(String html) {
    return read(
        new StringReader(html.length() > LIMIT ? html.substring(0, LIMIT) : html), () -> {});
  }

  /**
   * HTML whose elements of raw text, where XHTML closed them at once ({@code <title/>}), are
   * closed: the rules of HTML would take all that follows for their text.
   */
  public static String closed(String html) {
    StringBuilder closed = new StringBuilder(html.length());
    int copied = 0;
    for (int end = html.indexOf("/>"); end >= 0; end = html.indexOf("/>", end + 2)) {
      int open = end;
      while (open > copied && html.charAt(open) != '<' && html.charAt(open - 1) != '>') {
        open--;
      }
      if (html.charAt(open) == '<' && end - open <= LONGEST_TAG) {
        for (String name : RAW_TEXT) {
          boolean here = html.regionMatches(true, open + 1, name, 0, name.length());
          if (here && " \t\r\n/".indexOf(html.charAt(open + 1 + name.length())) >= 0) {
            closed.append(html, copied, open).append('<').append(name).append("></");
            closed.append(name).append('>');
            copied = end + 2;
          }
        }
      }
    }
    return closed.append(html, copied, html.length()).toString();
  }

  /**
   * The same from a reader, whose failure ends the reading with an {@code UncheckedIOException}.
   *
   * @param onTheWay asked again and again while what was read is walked through, which may take
   *     longer than to read it; what it throws ends that
   */
  public static HtmlText read(Reader html, Runnable onTheWay) {
    Document document = Parser.htmlParser().setMaxDepth(DEPTH_LIMIT).parseInput(html, "");
    String sheets =
        document.getElementsByTag("style").stream()
            .map(Element::data)
            .collect(Collectors.joining("\n"));
    StyleSheet sheet = StyleSheet.read(sheets + "\n" + ForOneProgram.sheets(document));
    boolean others = !document.select("link[rel~=(?i)stylesheet]").isEmpty();
    HtmlWalk walk = new HtmlWalk(others ? sheet.besideOthers() : sheet);
    NodeTraversor.traverse(new Halting(walk, onTheWay), document);
    return walk.result();
  }

  /** Goes where another one goes, and asks now and then whether to go on. */
  private static final class Halting implements NodeVisitor {
    private static final int STEPS = 1000;
    private final NodeVisitor walk;
    private final Runnable onTheWay;
    private int nodes;

    Halting(NodeVisitor walk, Runnable onTheWay) {
      this.walk = walk;
      this.onTheWay = onTheWay;
    }

    @Override
    public void head(Node node, int depth) {
      nodes++;
      if (nodes % STEPS == 0) {
        onTheWay.run();
      }
      walk.head(node, depth);
    }

    @Override
    public void tail(Node node, int depth) {
      walk.tail(node, depth);
    }
  }
}
