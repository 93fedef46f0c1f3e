package dev.latchkey.parse.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.TextLine;
import dev.latchkey.mail.TextLine.Mark;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HtmlTextTest {

  @Test
  void blanksCollapseAndBreaksStay() {
    assertThat(text("one \n  two<br>three<br><br>four")).isEqualTo("one two\nthree\n\nfour");
  }

  @Test
  void paragraphsStandApartAndBlocksBelowEachOther() {
    assertThat(text("<p>one</p><p>two</p><div>three</div><div>four</div>"))
        .isEqualTo("one\n\ntwo\n\nthree\nfour");
  }

  @Test
  void paragraphsOfOutlookHaveNoMargin() {
    assertThat(text("<p class=MsoNormal>one</p><p class=MsoNormal>two</p>")).isEqualTo("one\ntwo");
  }

  @Test
  void inlineElementsDoNotTearWordsApart() {
    assertThat(text("te<b>ss</b>-<i>mar</i>low")).isEqualTo("tess-marlow");
  }

  @Test
  void listsCarryBulletsAndNumbers() {
    assertThat(text("<ul><li>one<li>two</ul><ol><li>three</li><li>four</li></ol>"))
        .isEqualTo("- one\n- two\n\n1. three\n2. four");
  }

  @Test
  void cellsOfATableRowShareALine() {
    assertThat(text("<table><tr><th>Account:</th><td>tess</td></tr><tr><td>a</td><td>b</td></tr>"))
        .isEqualTo("Account: tess\na b");
  }

  @Test
  void preformattedTextKeepsItsBlanks() {
    assertThat(text("<pre>a\n  b</pre>")).isEqualTo("a\n  b");
    assertThat(text("<div style='white-space:pre-wrap'>a\n  b</div>")).isEqualTo("a\n  b");
  }

  @Test
  void boxesShowWhetherTheyAreTicked() {
    assertThat(text("<input type=checkbox checked>I agree<br><input type=checkbox>lost"))
        .isEqualTo("[x] I agree\n[ ] lost");
  }

  @Test
  void aLinkShowsItsTargetWhenItsWordsDoNot() {
    assertThat(text("my <a href='https://index.example/p/alpha'>project</a>, and more"))
        .isEqualTo("my project <https://index.example/p/alpha>, and more");
    assertThat(text("<a href='https://evil.example/x'>https://index.example</a>"))
        .isEqualTo("https://index.example <https://evil.example/x>");
    assertThat(text("<a href='https://www.index.example/p'>index.example/p</a>"))
        .isEqualTo("index.example/p");
    assertThat(text("<a href='mailto:tess@mail.example'>Tess</a>")).isEqualTo("Tess");
  }

  @Test
  void entitiesAndForeignWordsAreRead() {
    assertThat(text("a&nbsp;&lt;b&gt; &#x1F389; &uuml;")).isEqualTo("a <b> 🎉 ü");
  }

  @Test
  void emojiSentAsPicturesAreKept() {
    assertThat(text("ok <img alt='🎉' src=x><img alt='Logo' src=y>")).isEqualTo("ok 🎉");
  }

  @Test
  void quotedLinesAreMarkedAndCarryTheirLevel() {
    assertThat(
            HtmlText.read("a<blockquote>b<blockquote>c</blockquote></blockquote>d").text().lines())
        .filteredOn(line -> line.text().length() > 1 || line.mark() == Mark.PLAIN)
        .filteredOn(line -> !line.text().isEmpty() && !line.text().endsWith(">"))
        .containsExactly(
            TextLine.plain("a"),
            new TextLine("> b", Mark.QUOTE),
            new TextLine(">> c", Mark.QUOTE),
            TextLine.plain("d"));
  }

  @Test
  void signaturesAndIntroductionsAreMarked() {
    String html =
        "a<div class='gmail_quote'><div class=gmail_attr>Nora wrote:</div>"
            + "<blockquote>b</blockquote>c</div><div class=gmail_signature>Tess</div>";
    List<TextLine> lines =
        HtmlText.read(html).text().lines().stream()
            .filter(l -> l.text().length() > 1 || l.mark() == Mark.PLAIN)
            .toList();
    assertThat(lines)
        .contains(
            new TextLine("Nora wrote:", Mark.ATTRIBUTION),
            new TextLine("> b", Mark.QUOTE),
            TextLine.plain("c"),
            new TextLine("Tess", Mark.SIGNATURE));
  }

  @Test
  void anIndentedParagraphIsNoQuote() {
    for (String indented :
        List.of(
            "style='margin:0 0 0 40px; border:none; padding:0px'",
            "class='webkit-indent-blockquote' style='margin: 0 0 0 40px; border: none; padding: 0px;'",
            "style='margin-left: 40px; border: none'",
            "style='margin-left:30px;border:0 none'")) {
      assertThat(text("<blockquote " + indented + ">a</blockquote>")).as(indented).isEqualTo("a");
    }
    for (String quoted :
        List.of(
            "type='cite' style='margin-left:40px;border:none'",
            "class='gmail_quote' style='margin-left:40px;border:none'",
            "style='margin-left:40px;border-left:1px solid'",
            "style='margin:0'")) {
      assertThat(text("<blockquote " + quoted + ">a</blockquote>")).as(quoted).isEqualTo("> a");
    }
  }

  @Test
  void hiddenTextIsKeptApart() {
    for (String hidden :
        List.of(
            "<p style='display: none'>no</p>",
            "<p style='display:none!important'>no</p>",
            "<p style='visibility:hidden'>no</p>",
            "<p style='font-size:0'>no</p>",
            "<p style='font-size:1px'>no</p>",
            "<p style='opacity:0.0'>no</p>",
            "<p style='height:0;overflow:hidden'>no</p>",
            "<p style='text-indent:-9999px'>no</p>",
            "<p style='color:transparent'>no</p>",
            "<p style='color:rgba(0,0,0,0)'>no</p>",
            "<p style='color:#fff'>no</p>",
            "<p style='color:WHITE'>no</p>",
            "<p style='color:rgb(255, 255, 255)'>no</p>",
            "<div style='background:#123456'><font color='#123456'>no</font></div>",
            "<p hidden>no</p>",
            "<style>.x{color:red;display:none}</style><p class='y x'>no</p>",
            "<style>/* x */ @media print { .z { color: red } } #i, p.q { display:none }</style><p class=q>no</p>",
            "<title>no</title>")) {
      HtmlText read = HtmlText.read("<p>yes</p>" + hidden);
      assertThat(read.text().asString()).as(hidden).isEqualTo("yes");
      assertThat(read.hidden()).as(hidden).isEqualTo("no");
    }
  }

  @Test
  void whatIsStruckThroughIsNotSaid() {
    for (String struck :
        List.of(
            "<p>It was <s>not me</s> kim</p>",
            "<p>It was <del>not me</del> kim</p>",
            "<p>It was <strike>not <b>me</b></strike> kim</p>",
            "<p>It was <span style='text-decoration: line-through'>not me</span> kim</p>",
            "<p>It was <span style='text-decoration:underline line-through red'>not me</span> kim</p>",
            "<p>It was <span style='text-decoration-line: line-through'>not me</span> kim</p>",
            "<style>.x { text-decoration: line-through }</style>"
                + "<p>It was <span class=x>not me</span> kim</p>")) {
      HtmlText text = HtmlText.read(struck);
      assertThat(text.text().asString()).as(struck).isEqualTo("It was kim");
      assertThat(text.hidden()).as(struck).contains("not");
    }
    assertThat(HtmlText.read("<p>I am <u>kim</u>, <ins>really</ins></p>").text().asString())
        .isEqualTo("I am kim, really");
  }

  @Test
  void whatOnlyLooksHiddenIsSeen() {
    for (String seen :
        List.of(
            "<p style='font-size:0'><span style='font-size:12px'>yes</span></p>",
            "<p style='visibility:hidden'><span style='visibility:visible'>yes</span></p>",
            "<table bgcolor=black><tr><td style='color:white'>yes</td></tr></table>",
            "<body bgcolor=white text=black><p style='color:#fefefe'>yes</p>",
            "<p style='mso-hide:all'>yes</p>",
            "<style>@media print { p { display:none } }</style><p>yes</p>",
            "<p style='color:white;background-image:url(x)'>yes</p>")) {
      assertThat(HtmlText.read(seen).text().asString()).as(seen).isEqualTo("yes");
    }
  }

  @Test
  void scriptsAndStylesAreNoText() {
    HtmlText read =
        HtmlText.read("<script>a</script><style>b{}</style><!-- c -->d<noscript>e</noscript>");
    assertThat(read).isEqualTo(new HtmlText(HtmlText.read("d").text(), "", false));
  }

  @Test
  void anythingIsHtml() {
    assertThat(text("")).isEmpty();
    assertThat(text("<")).isEqualTo("<");
    assertThat(text("</p></blockquote>a<b<c>d")).contains("a");
    assertThat(text("plain words")).isEqualTo("plain words");
  }

  /** Each of these would overflow the stack or take minutes if the reading were not linear. */
  @Test
  void hostileNestingIsReadToTheEnd() {
    for (String piece :
        List.of(
            "<div>",
            "<blockquote>",
            "<b>",
            "<ul><li>",
            "<table><tr><td>",
            "<a href=http://a.example/>",
            "<span style='color:red'>",
            "<div class=gmail_quote>",
            "<font>",
            "<p class=a>")) {
      assertThat(text(piece.repeat(20_000) + "end")).as(piece).contains("end");
    }
  }

  @Test
  void aHundredThousandNestedDivisionsAndQuotesAreReadToTheEnd() {
    assertThat(text("<div>".repeat(100_000) + "end")).isEqualTo("end");
    assertThat(text("<blockquote>".repeat(100_000) + "end")).isEqualTo(">>>>>>>>> end");
  }

  @Test
  void aQuoteOf767KilobytesIsRead() {
    String html =
        "<blockquote>" + "a line of a quote<br>".repeat(767_000 / 21) + "</blockquote>end";
    assertThat(HtmlText.read(html).text().lines()).hasSizeGreaterThan(36_000);
  }

  /** To read it may be done long before what was read is walked through. */
  @Test
  void theWalkAsksAgainAndAgainWhetherToGoOn() {
    String html = "<b><p>".repeat(20_000);
    UncheckedIOException late = new UncheckedIOException(new IOException("late"));
    AtomicInteger asked = new AtomicInteger();
    HtmlText.read(new StringReader(html), asked::incrementAndGet);
    assertThat(asked).hasValueGreaterThan(20);

    assertThatThrownBy(
            () ->
                HtmlText.read(
                    new StringReader(html),
                    () -> {
                      throw late;
                    }))
        .isSameAs(late);
  }

  private static String text(String html) {
    return HtmlText.read(html).text().asString();
  }
}
