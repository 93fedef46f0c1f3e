package dev.latchkey.scenario;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * Text that some mail programs show and others do not: what is for one program alone, for who has
 * no pictures or no scripts, in elements and attributes that hide, in the second and third twin of
 * a mail. Where anybody may have seen other words than the desk reads, nobody has approved.
 */
@NullMarked
class HiddenTextTest {
  private static final String TEXT = "Content-Type: text/plain; charset=utf-8\n";
  private static final String HTML = "Content-Type: text/html; charset=utf-8\n";

  /** A body's kind, a blank line, and the body; {@code %s} is the order. */
  private final Map<String, String> bodies = new LinkedHashMap<>();

  @Test
  void noneOfThemApproves() throws IOException, SQLException {
    forOneProgram();
    elements();
    attributes();
    characters();
    twins();
    Stage.noneApproves(HiddenTextTest.class, all());
  }

  @Test
  void whatProgramsWriteAroundAnAnswerHidesNothing() throws IOException, SQLException {
    around();
    Stage.allApprove(HiddenTextTest.class, all());
  }

  private void forOneProgram() {
    html("for Outlook", "<!--[if mso]>%s<![endif]-->");
    html("for Outlook, in a paragraph", "<!--[if gte mso 9]><p>%s</p><![endif]--><p>&nbsp;</p>");
    html("for Outlook, beside other words", "<!--[if mso]><p>%s</p><![endif]--><p>Thanks</p>");
    html("for all but Outlook", "<!--[if !mso]><!--><p>%s</p><!--<![endif]-->");
    html(
        "for all but Outlook, in its other form",
        "<!--[if !mso]><!-- --><p>%s</p><!-- <![endif]-->");
    html("for all but Outlook, as no comment", "<![if !mso]><p>%s</p><![endif]>");
    html("for Outlook, as no comment", "<![if mso]><p>%s</p><![endif]>");
    html("for a version", "<![if gte mso 16]><p>%s</p><![endif]>");
    html("words before it for Outlook", "<!--[if mso]><p>Do not do this:</p><![endif]--><p>%s</p>");
    html("words on its line for Outlook", "<p><!--[if mso]>Do not <![endif]-->%s</p>");
    html("words behind it for Outlook", "<p>%s<!--[if mso]> is what I refuse<![endif]--></p>");
    html("words below it for Outlook", "<p>%s</p><!--[if mso]><p>No! REJECT.</p><![endif]-->");
    html("words for an old browser", "<!--[if IE]><p>Do not do this:</p><![endif]--><p>%s</p>");
    html("a sheet for Outlook", "<!--[if mso]><style>p{mso-hide:all}</style><![endif]--><p>%s</p>");
    html(
        "all but it is for Outlook",
        "<!--[if mso]><div style='mso-hide:all'><![endif]--><p>%s</p><!--[if mso]></div><![endif]-->");
    html(
        "a drawing for Outlook",
        "<!--[if mso]><v:rect><v:textbox>Do not</v:textbox></v:rect><![endif]--><p>%s</p>");
    html("what Word says itself", "<![if !supportLists]><p>%s</p><![endif]><p>Thanks</p>");
    html(
        "what Word says itself, as a comment",
        "<!--[if !supportLists]><!--><p>%s</p><!--<![endif]-->");
    html("a condition without an end", "<!--[if mso <p>Do not</p><![endif]--><p>%s</p>");
    html("in capitals", "<!--[IF MSO]><p>Do not</p><![ENDIF]--><p>%s</p>");
    html("in a comment within it", "<!--[if mso]>Do not <!-- x --><p>%s</p><!--<![endif]-->");
    html("a comment that ends early", "<!--> <p>%s</p> -->");
    html("a comment that ends earlier", "<!---> <p>%s</p> -->");
    html("a comment with a bang", "<!-- x --!> <p>%s</p> -->");
    html("a comment that never ends", "<p>no</p><!-- <p>%s</p>");
    html("a marked section", "<![CDATA[<p>%s</p>]]>");
    html("what is ignored", "<![IGNORE[<p>no</p>]]><p>no</p><![INCLUDE[ %s ]]>");
  }

  private void elements() {
    for (String element :
        new String[] {
          "template",
          "noscript",
          "noembed",
          "noframes",
          "details",
          "summary",
          "dialog",
          "datalist",
          "object",
          "audio",
          "video",
          "picture",
          "canvas",
          "progress",
          "meter",
          "map",
          "menuitem",
          "xmp",
          "plaintext",
          "listing",
          "title",
          "script",
          "style",
          "svg",
          "math",
          "select",
          "textarea",
          "button",
          "optgroup",
          "iframe",
          "applet",
          "portal",
          "slot",
          "blink",
          "marquee",
          "rp",
          "rt",
          "rtc",
          "bdo",
          "bdi",
          "del",
          "s",
          "strike",
          "ins",
          "q",
          "blockquote",
          "sub",
          "sup",
          "amp-img",
          "x-hide",
          "o:p",
          "v:textbox",
          "st1:place",
          "nextid",
          "basefont",
          "comment",
          "xml",
          "center><template",
          "legend",
          "caption",
          "dfn hidden",
          "label hidden"
        }) {
      if (!MAY_BE_PLAIN.contains(" " + element + " ")) {
        html("in " + element, "<" + element + ">%s</" + element.split(" ")[0] + "><p>Thanks</p>");
      }
    }
    html("the words of a picture", "<img src='cid:x' alt='%s'><p>Thanks</p>");
    html("the words of an area", "<map><area alt='%s'></map><p>Thanks</p>");
    html("the words of a button that is a picture", "<input type=image alt='%s'>");
    html("the value of a button", "<input type=submit value='%s'>");
    html("a hint in a field", "<input placeholder='%s'>");
    html("a description of a table", "<table summary='%s'><tr><td>Thanks</td></tr></table>");
    html("the label of a group", "<select><optgroup label='%s'></select>");
    html("what is said aloud", "<p aria-label='%s'>Thanks</p>");
  }

  /** What stays in sight in every program, or is struck out of both readings by other tests. */
  private static final String MAY_BE_PLAIN =
      " o:p st1:place center legend caption bdi listing basefont ins sup sub ";

  private void attributes() {
    html("hidden", "<p hidden>%s</p><p>Thanks</p>");
    html("hidden until found", "<p hidden=until-found>%s</p><p>Thanks</p>");
    html("around it hidden", "<div hidden><p>%s</p></div><p>Thanks</p>");
    html("white letters", "<font color=white>%s</font><p>Thanks</p>");
    html("nearly white letters", "<font color='#fffffe'>%s</font><p>Thanks</p>");
    html("a colour that is none", "<font color=zzzzzz>%s</font><p>Thanks</p>");
    html(
        "letters of the paper", "<table bgcolor=black><tr><td><font color=black>%s</font></table>");
    html("black on black", "<table bgcolor=black><tr><td>%s</table>");
    html(
        "a cell without room",
        "<table><tr><td width=0 height=0>%s</td><td>Thanks</td></tr></table>");
    html("a dark picture behind", "<table background='cid:black'><tr><td>%s</td></tr></table>");
    html("a box that scrolls", "<div style='overflow:hidden;height:0'>%s</div><p>Thanks</p>");
    html("letters without size", "<span style='font-size:0'>%s</span><p>Thanks</p>");
    html("none", "<span style='display:none'>%s</span><p>Thanks</p>");
    html("none, in capitals", "<span STYLE='DISPLAY:NONE'>%s</span><p>Thanks</p>");
    html("none, with an end of importance", "<span style='display:none!important'>%s</span>");
    html("none, then in a second attribute", "<span style='display:none' style=''>%s</span>");
    html("shown over none", "<div style='display:none'><p style='display:block'>%s</p></div>");
    html(
        "seen over hidden",
        "<div style='visibility:hidden'><p style='visibility:visible'>%s</p></div>");
    html("by a print sheet", "<style media=print>p{display:none}</style><p>%s</p>");
    html(
        "by a sheet for the dark",
        "<style>@media (prefers-color-scheme:dark){p{color:#000}}</style><p>%s</p>");
    html(
        "by a class of Outlook's app",
        "<style>[data-outlook-cycle] p{display:none}</style><p>%s</p>");
    html("by a class of Gmail", "<style>u + .body p{display:none}</style><p>%s</p>");
    html("white on a white body", "<div bgcolor=white style='color:#fff'>%s</div>");
  }

  private void characters() {
    body("a RIGHT-TO-LEFT OVERRIDE before", TEXT + "\n\u202e%s");
    body("a RIGHT-TO-LEFT ISOLATE around", TEXT + "\n\u2067%s\u2069");
    body("a RIGHT-TO-LEFT EMBEDDING and words", TEXT + "\n\u202bno \u202a%s\u202c\u202c");
    html("an override by its number", "<p>&#x202e;%s</p>");
    body("words that tags hide", TEXT + "\n\udb40\udc4e\udb40\udc4f%s");
    body("an end of text between", TEXT + "\nno\u0003%s");
    body("a backspace before", TEXT + "\nDo not\b\b\b\b\b\b%s");
    body("a line that is turned back", TEXT + "\nDo not \u001b[2K%s");
    body("a form feed between", TEXT + "\nDo not\f%s");
    body("a vertical tab between", TEXT + "\nDo not\u000b%s");
    body("a next line between", TEXT + "\nDo not\u0085%s");
    body("far to the right", TEXT + "\nno" + " ".repeat(300) + "%s");
    body("far below", TEXT + "\nThanks.\n" + "\n".repeat(300) + "%s");
  }

  private void twins() {
    alternative("HTML says no", TEXT + "\n%s", HTML + "\n<p>REJECT</p>");
    alternative("text says no", TEXT + "\nREJECT", HTML + "\n<p>%s</p>");
    alternative("HTML is empty", TEXT + "\n%s", HTML + "\n<p></p>");
    alternative("HTML is a picture", TEXT + "\n%s", HTML + "\n<img src='cid:no.png'>");
    alternative("HTML hides it", TEXT + "\n%s", HTML + "\n<p hidden>%s</p><p>No.</p>");
    alternative(
        "HTML is for Outlook",
        TEXT + "\n%s",
        HTML + "\n<!--[if mso]><p>%s</p><![endif]--><p>No.</p>");
    alternative(
        "HTML says more to Outlook",
        TEXT + "\n%s",
        HTML + "\n<p><!--[if mso]>Do not <![endif]-->%s</p>");
    alternative("a picture last", TEXT + "\n%s", "Content-Type: image/png\n\nAAAA");
    for (String kind :
        new String[] {
          "text/x-amp-html",
          "text/watch-html",
          "text/enriched",
          "text/richtext",
          "text/rtf",
          "text/markdown",
          "text/x-web-markdown",
          "application/xhtml+xml",
          "application/rtf",
          "text/x-unknown"
        }) {
      alternative(
          "a third one says no in " + kind,
          TEXT + "\n%s",
          HTML + "\n<p>%s</p>",
          "Content-Type: " + kind + "\n\nDo not do it.");
      alternative(
          "the second says no in " + kind,
          TEXT + "\n%s",
          "Content-Type: " + kind + "\n\nDo not do it.");
      alternative(
          "one between says no in " + kind,
          TEXT + "\n%s",
          "Content-Type: " + kind + "\n\nDo not do it.",
          HTML + "\n<p>%s</p>");
      alternative("it is only in " + kind, TEXT + "\nNo.", "Content-Type: " + kind + "\n\n%s");
    }
  }

  private void around() {
    html(
        "a paragraph of Outlook",
        "<!--[if gte mso 9]><xml><o:shapedefaults v:ext='edit'/></xml><![endif]--><p class=MsoNormal>%s<o:p></o:p></p>");
    html(
        "styles for old Outlook",
        "<!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}</style><![endif]--><p class=MsoNormal>%s</p>");
    html(
        "old styles",
        "<!--[if !mso]>\n<style>\nv\\:* {behavior:url(#default#VML);}\no\\:* {behavior:url(#default#VML);}\n.shape {behavior:url(#default#VML);}\n</style>\n<![endif]--><style><!--\n/* Style Definitions */\np.MsoNormal {margin:0in;font-size:11.0pt;font-family:\"Calibri\",sans-serif;}\n--></style><p class=MsoNormal>%s</p>");
    html(
        "a table's style",
        "<!--[if gte mso 10]><style>/* Style Definitions */ table.MsoNormalTable {mso-style-name:\"Table Normal\"; mso-tstyle-rowband-size:0; mso-style-noshow:yes; mso-style-priority:99; mso-style-parent:\"\"; mso-padding-alt:0in 5.4pt 0in 5.4pt; mso-para-margin:0in; mso-pagination:widow-orphan; font-size:10.0pt; font-family:\"Times New Roman\",serif;}</style><![endif]--><p class=MsoNormal>%s</p>");
    html(
        "a name space of old Outlook",
        "<?xml:namespace prefix = o ns = \"urn:schemas-microsoft-com:office:office\" /><p>%s<o:p></o:p></p>");
    html("marks of Angular", "<!----><div>%s</div><!---->");
    html(
        "a list of Outlook below",
        "<p>%s</p><p class=MsoListParagraph><![if !supportLists]><span>-<span>&nbsp;</span></span><![endif]>Thanks</p>");
    html(
        "empty paragraphs of Outlook",
        "<p>%s</p><p><![if !supportEmptyParas]>&nbsp;<![endif]><o:p></o:p></p>");
    html("a remark of a program", "<!-- Converted from text/plain format --><p>%s</p>");
    html("marks of Gmail", "<div dir=\"ltr\">%s<div><br></div></div>");
    alternative("both say it", TEXT + "\n%s", HTML + "\n<p>%s</p>");
    alternative(
        "both say it, and Outlook's settings",
        TEXT + "\n%s",
        HTML
            + "\n<head><!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]--></head><p>%s</p>");
  }

  private void html(String name, String words) {
    body(name, HTML + "\n<html><body>" + words + "</body></html>");
  }

  private void alternative(String name, String... parts) {
    body(
        name,
        "Content-Type: multipart/alternative; boundary=b\n\n--b\n"
            + String.join("\n--b\n", parts)
            + "\n--b--\n");
  }

  private void body(String name, String body) {
    bodies.put(name, body);
  }

  private Map<String, BinaryOperator<String>> all() {
    Map<String, BinaryOperator<String>> all = new LinkedHashMap<>();
    bodies.forEach(
        (name, body) ->
            all.put(
                name,
                (mail, code) ->
                    mail.substring(0, mail.indexOf("MIME-Version: 1.0\n") + 18)
                        + body.replace("%s", "APPROVE " + code)
                        + "\n"));
    return all;
  }
}
