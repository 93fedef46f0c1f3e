package dev.latchkey.parse.html;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.TextLine.Mark;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Writes the text of an HTML mail down, element by element, in the order of the document. */
final class HtmlWalk implements NodeVisitor {
  private static final Set<String> PARAGRAPHS =
      Set.of("p h1 h2 h3 h4 h5 h6 ul ol dl pre blockquote fieldset figure".split(" "));
  private static final Set<String> BLOCKS =
      Set.of(
          ("address article aside body caption center dd details dir div dt "
                  + "figcaption footer form header hr legend li main menu nav option section "
                  + "summary table tbody textarea tfoot thead tr")
              .split(" "));
  private static final Set<String> SILENT =
      Set.of("script", "style", "template", "noscript", "noframes", "object", "svg", "datalist");

  /** Values of {@code display} with which no line ends before or after an element. */
  private static final Set<String> IN_LINE =
      Set.of("inline", "inline-block", "inline-table", "inline-flex", "table-cell");

  /** In sight, it ends what an older program takes for a comment. */
  private static final String END_OF_COMMENT = "-->";

  private static final String RULE = "_".repeat(32);

  private final StyleSheet sheet;
  private final HtmlLines seen = new HtmlLines();
  private final HtmlLines unseen = new HtmlLines();
  private final Deque<Place> places = new ArrayDeque<>();
  private boolean restQuoted;
  private boolean forSome;
  private boolean doubtful;

  HtmlWalk(StyleSheet sheet) {
    this.sheet = sheet;
    places.push(
        new Place(Visibility.PLAIN, Mark.PLAIN, 0, false, false, false, false, false, true, 1));
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      enter(element);
    } else if (node instanceof TextNode text) {
      write(text);
    } else if (node instanceof Comment comment) {
      passOver(new ForOneProgram(comment.getData()));
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      leave(element);
    }
  }

  HtmlText result() {
    return new HtmlText(
        new BodyText(seen.lines()), new BodyText(unseen.lines()).asString().strip(), doubtful);
  }

  private void enter(Element element) {
    Place outer = here();
    Map<String, String> style = sheet.of(element);
    Place place = inside(outer, element, style);
    HtmlLines out = out(place);
    if (place.inLine) {
      out.space();
    } else {
      breakBefore(element, style, out);
    }
    places.push(place);
    markLines(place);
    switch (element.normalName()) {
      case "br" -> {
        doubtful |= isOwn(place) && !place.shown;
        out.endLine();
      }
      case "hr" -> out.flow(RULE);
      case "td", "th" -> out.space();
      case "li" -> out.flow(outer.bullet());
      case "input" -> {
        String shown = box(element);
        // A field that was filled is no sentence that somebody wrote.
        doubtful |= !shown.isBlank() && !shown.startsWith("[");
        out.flow(shown);
      }
      case "img" -> out.flow(picture(element));
      case "q" -> out.flow(place.silent ? "" : "\u201c");
      default -> {}
    }
  }

  private void leave(Element element) {
    Place place = places.pop();
    HtmlLines out = out(place);
    if (element.normalName().equals("a") && !place.silent) {
      out.flow(LinkTarget.shown(element));
    }
    if (element.normalName().equals("q") && !place.silent) {
      out.flow("\u201d");
    }
    if (place.inLine) {
      out.space();
    } else {
      breakAfter(element, out);
    }
    Place outer = here();
    if (outer.container && (QuoteMarkup.isQuoteBlock(element) || place.answersFollow)) {
      outer.answersFollow = true;
    }
    markLines(outer);
  }

  private void write(TextNode text) {
    Place place = here();
    if (place.silent) {
      return;
    }
    markLines(place);
    doubtful |= isOwn(place) && !place.visibility.hidden() && mayBeUnseen(place, text);
    if (place.preformatted) {
      out(place).keep(text.getWholeText());
    } else {
      out(place).flow(text.getWholeText());
    }
  }

  /** A comment, which says nothing, but to some programs. */
  private void passOver(ForOneProgram comment) {
    doubtful |= isOwn(here()) && comment.speaks(sheet);
    forSome = comment.opens() || (forSome && !comment.ends());
  }

  /** What Word shows itself before an item of a list is there for the others alone. */
  private boolean mayBeUnseen(Place place, TextNode text) {
    String words = text.getWholeText();
    return (!place.inSight() && !text.isBlank())
        || (forSome && words.strip().length() > StyleSheet.BULLET)
        || words.contains(END_OF_COMMENT);
  }

  private Place inside(Place outer, Element element, Map<String, String> style) {
    String tag = element.normalName();
    QuoteMarkup markup = QuoteMarkup.of(element);
    boolean container =
        markup == QuoteMarkup.CONTAINER
            ? QuoteMarkup.holdsQuote(element)
            : markup == QuoteMarkup.NONE && outer.container && QuoteMarkup.holdsQuote(element);
    boolean quoted = markup == QuoteMarkup.QUOTE || (markup == QuoteMarkup.CONTAINER && !container);
    restQuoted |= markup == QuoteMarkup.REST;
    Mark mark = container ? outer.mark : outer.innerMark();
    int level = outer.level;
    if (quoted) {
      mark = Mark.QUOTE;
      level++;
    } else if (mark == Mark.PLAIN && markup == QuoteMarkup.ATTRIBUTION) {
      mark = Mark.ATTRIBUTION;
    } else if (mark == Mark.PLAIN && markup == QuoteMarkup.SIGNATURE) {
      mark = Mark.SIGNATURE;
    }
    String space = style.getOrDefault("white-space", "");
    boolean kept =
        !space.equals("normal")
            && !space.equals("nowrap")
            && (outer.preformatted || tag.equals("pre") || tag.equals("textarea"));
    return new Place(
        outer.visibility.inside(element, style).orGone(tag.equals("title") || isUnchosen(element)),
        mark,
        level,
        kept || (space.startsWith("pre") && !space.equals("pre-line")),
        outer.silent || SILENT.contains(tag),
        container,
        tag.equals("ol"),
        isLine(tag) && IN_LINE.contains(style.getOrDefault("display", "")),
        outer.shown
            && sheet.shows(element)
            && !isBeside(element, style)
            && scale(outer, style).isPresent(),
        scale(outer, style).orElse(0.0));
  }

  /**
   * Whether a line of its own, or several lines in it, may stand beside others where they are seen.
   */
  private static boolean isBeside(Element element, Map<String, String> style) {
    boolean floats =
        isLine(element.normalName())
            && style.getOrDefault("float", "none").matches("left|right|inline-(?:start|end)");
    boolean row =
        style.getOrDefault("display", "").endsWith("flex")
            && !style.getOrDefault("flex-direction", "").equals("column");
    return floats || (row && element.childrenSize() > 1);
  }

  private static boolean isLine(String tag) {
    return PARAGRAPHS.contains(tag) || BLOCKS.contains(tag);
  }

  private static Optional<Double> scale(Place outer, Map<String, String> style) {
    return PlainSize.scale(style.getOrDefault("font-size", ""), outer.scale);
  }

  /** Whether the writer typed what stands there, as far as the mark-up tells. */
  private boolean isOwn(Place place) {
    return place.innerMark() == Mark.PLAIN && place.level == 0 && !restQuoted;
  }

  private void markLines(Place place) {
    Mark mark = place.innerMark();
    boolean rest = restQuoted && mark != Mark.QUOTE;
    out(place).mark(rest ? Mark.QUOTE : mark, rest ? 1 : place.level);
  }

  private static void breakBefore(Element element, Map<String, String> style, HtmlLines out) {
    String tag = element.normalName();
    boolean flat =
        element.hasClass("MsoNormal")
            || style.getOrDefault("margin", "").startsWith("0")
            || style.getOrDefault("margin-top", "").startsWith("0");
    if (PARAGRAPHS.contains(tag) && !flat && !isInList(element)) {
      out.endParagraph();
    } else if (isLine(tag)) {
      out.endBlock();
    }
  }

  private static void breakAfter(Element element, HtmlLines out) {
    String tag = element.normalName();
    boolean flat = element.hasClass("MsoNormal") || element.attr("style").contains("margin");
    if (PARAGRAPHS.contains(tag) && !flat && !isInList(element)) {
      out.endParagraph();
    } else if (isLine(tag)) {
      out.endBlock();
    } else if (tag.equals("td") || tag.equals("th")) {
      out.space();
    }
  }

  /** A list or paragraph within a list item stands close to it. */
  private static boolean isInList(Element element) {
    Element parent = element.parent();
    return parent != null && parent.normalName().equals("li");
  }

  /** A box to tick, in the way a plain text form shows it. */
  private static String box(Element input) {
    String type = input.attr("type");
    if (type.equalsIgnoreCase("checkbox") || type.equalsIgnoreCase("radio")) {
      return input.hasAttr("checked") ? "[x] " : "[ ] ";
    }
    return type.isEmpty() || type.equalsIgnoreCase("text") ? input.attr("value") + " " : "";
  }

  /** Web mailers send emoji as pictures; of other pictures nothing is typed. */
  private static String picture(Element image) {
    String alt = image.attr("alt");
    return alt.length() <= 16 && alt.codePoints().anyMatch(c -> c > 0x2000) ? alt : "";
  }

  private static boolean isUnchosen(Element element) {
    return element.normalName().equals("option") && !element.hasAttr("selected");
  }

  private HtmlLines out(Place place) {
    return place.visibility.hidden() ? unseen : seen;
  }

  private Place here() {
    return places.getFirst();
  }

  /** What holds inside one element. */
  private static final class Place {
    private final Visibility visibility;
    private final Mark mark;
    private final int level;
    private final boolean preformatted;
    private final boolean silent;
    private final boolean container;
    private final boolean numbered;
    private final boolean inLine;
    private final boolean shown;
    private final double scale;
    private boolean answersFollow;
    private int items;

    Place(
        Visibility visibility,
        Mark mark,
        int level,
        boolean preformatted,
        boolean silent,
        boolean container,
        boolean numbered,
        boolean inLine,
        boolean shown,
        double scale) {
      this.visibility = visibility;
      this.mark = mark;
      this.level = level;
      this.preformatted = preformatted;
      this.silent = silent;
      this.container = container;
      this.numbered = numbered;
      this.inLine = inLine;
      this.shown = shown;
      this.scale = scale;
    }

    /** Whether nothing about it could keep a person from seeing it. */
    boolean inSight() {
      return shown && visibility.legible();
    }

    /** In a container, what stands before the first quote introduces it. */
    Mark innerMark() {
      return mark == Mark.PLAIN && container && !answersFollow ? Mark.ATTRIBUTION : mark;
    }

    /** What stands before the next item, if this is a list. */
    String bullet() {
      items++;
      return numbered ? items + ". " : "- ";
    }
  }
}
