package dev.latchkey.parse.html;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What an element of an HTML mail says about who wrote its words.
 *
 * <p>Names are compared by their end, because web mailers put something before the names they find:
 * Yahoo {@code ydp1a2b}, Outlook {@code x_}, Hotmail {@code ecx}.
 */
enum QuoteMarkup {
  NONE,
  /** All inside is quoted. */
  QUOTE,
  /** Introduces a quote. */
  ATTRIBUTION,
  /**
   * Holds an introduction and a quote; answers may stand below each quote in it (Gmail, Proton,
   * Zoho). Without a {@code blockquote} of its own, all of it is quoted.
   */
  CONTAINER,
  /** From here to the end of the mail all is quoted: the header block of Outlook. */
  REST,
  SIGNATURE;

  /** What Apple Mail calls it. */
  private static final String INDENTED = "webkit-indent-blockquote";

  private static final int DEEPEST = 3;
  private static final int LONGEST_INTRODUCTION = 300;

  private static final Set<String> CONTAINERS =
      Set.of(
          "gmail_quote",
          "protonmail_quote",
          "zmail_extra",
          "tutanota_quote",
          "nylas-quote",
          "messagereplysection");

  private static final Set<String> QUOTES =
      Set.of(
          "yahoo_quoted",
          "moz-forward-container",
          "moz-email-headers-table",
          "olk_src_body_section",
          "mail-editor-reference-message-container",
          "isreplycontent",
          "isforwardcontent",
          "quoted_output_body",
          "__quoted_text__",
          "__headers__",
          "ntes-mailmaster-quote");

  private static final Set<String> ATTRIBUTIONS =
      Set.of("gmail_attr", "moz-cite-prefix", "reply-intro");

  private static final Set<String> REST_OF_MAIL =
      Set.of(
          "divrplyfwdmsg",
          "appendonsend",
          "outlookmessageheader",
          "stopspelling",
          "zwchr",
          "__divider__");

  static QuoteMarkup of(Element element) {
    String tag = element.normalName();
    if (tag.equals("blockquote")) {
      return isIndentation(element) ? NONE : QUOTE;
    }
    if (tag.equals("body") || tag.equals("html")) {
      return NONE;
    }
    if (names(element).anyMatch(name -> endsLike(name, CONTAINERS))) {
      return CONTAINER;
    }
    if (names(element).anyMatch(name -> endsLike(name, REST_OF_MAIL)) || isOutlookRule(element)) {
      return REST;
    }
    if (names(element).anyMatch(name -> endsLike(name, QUOTES))) {
      return QUOTE;
    }
    if (names(element).anyMatch(name -> endsLike(name, ATTRIBUTIONS))) {
      return ATTRIBUTION;
    }
    return names(element).anyMatch(name -> name.contains("signature")) ? SIGNATURE : NONE;
  }

  /** Whether {@code element} is a quote, not an indented paragraph. */
  static boolean isQuoteBlock(Element element) {
    return element.normalName().equals("blockquote") && !isIndentation(element);
  }

  /**
   * Whether a quote stands in {@code element}, near its beginning and not deep inside: what it
   * introduces, and no quote of the mail that it forwards.
   */
  static boolean holdsQuote(Element element) {
    return holdsQuote(element, 1, new int[1]);
  }

  private static boolean holdsQuote(Element element, int depth, int[] said) {
    for (Node child : element.childNodes()) {
      if (child instanceof Element inner) {
        if (isQuoteBlock(inner)
            || (depth < DEEPEST
                && said[0] <= LONGEST_INTRODUCTION
                && holdsQuote(inner, depth + 1, said))) {
          return said[0] <= LONGEST_INTRODUCTION;
        }
      } else if (child instanceof TextNode text && depth > 1) {
        said[0] += text.getWholeText().length();
      }
    }
    return false;
  }

  /**
   * "Indent more" of Gmail, Outlook, Apple Mail and others is a {@code blockquote} with a margin
   * and without a border.
   */
  private static boolean isIndentation(Element element) {
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return !element.hasAttr("type")
        && !element.hasAttr("cite")
        && (element.className().isEmpty() || element.className().equals(INDENTED))
        && element.id().isEmpty()
        && (style.contains("margin:00040px") || style.contains("margin-left:"))
        && (style.contains("border:none")
            || style.contains("border:mediumnone")
            || style.contains("border-width:medium;border-style:none")
            || style.contains("border:0"));
  }

  /**
   * Outlook for Windows draws a line over the header block: a border on top and on no side else.
   */
  private static boolean isOutlookRule(Element element) {
    if (!element.normalName().equals("div")) {
      return false;
    }
    String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
    return style.contains("border:none;border-top:solid") && style.contains("padding:3.0pt0");
  }

  private static Stream<String> names(Element element) {
    return Stream.of(
            element.className().split("\\s+"),
            new String[] {
              element.id(),
              element.attr("name"),
              element.attr("data-marker"),
              element.hasAttr("data-signatureblock") ? "signature" : ""
            })
        .flatMap(Stream::of)
        .filter(name -> !name.isEmpty() && name.length() < 100)
        .map(name -> name.toLowerCase(Locale.ROOT));
  }

  private static boolean endsLike(String name, Set<String> known) {
    return known.contains(name) || known.stream().anyMatch(name::endsWith);
  }
}
