package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/**
 * A command in HTML counts where its writer sees it: under styles that are known to leave it in
 * plain sight, and under no others.
 */
@NullMarked
class StyledCommandTest {
  private static final String[] TRICKS = {
    "transform: scale(0)",
    "scale: 0",
    "translate: -9999px",
    "rotate: 90deg; rotate: x 90deg",
    "clip-path: inset(100%)",
    "clip: rect(0,0,0,0); position: absolute",
    "position: fixed; top: 0",
    "position: relative; left: -300px",
    "opacity: 0.01",
    "op/**/acity: 0",
    "\\6f pacity: 0",
    "filter: opacity(0)",
    "mix-blend-mode: screen",
    "mask: linear-gradient(transparent, transparent)",
    "-webkit-text-fill-color: transparent",
    "content-visibility: hidden",
    "line-height: 0",
    "letter-spacing: -1em",
    "zoom: 0.01",
    "font-size: 0.01em",
    "font-size: 3px",
    "margin-left: -900px",
    "overflow: hidden; height: 4px",
    "max-height: 2px; overflow-y: hidden",
    "color: #fefefe",
    "color: #fefefe; background: #ffffff",
    "color: var(--paper)",
    "color: white; color: black",
    "background: url(https://pictures.example/black.png)",
    "mso-hide: all",
    "display: ruby-text",
    "a-new-property: of-next-year",
    "font: 0/0 a",
    "font: 1px Arial",
    "font: bold 12px/0 Arial",
    "font: xx-small Arial",
    "font: 12px Wingdings",
    "font-family: Webdings, Arial",
    "font-family: Symbol",
    "font-size-adjust: 0",
    "-webkit-text-size-adjust: 1%",
    "vertical-align: -9000px",
    "padding-left: 9000px",
    "padding: 0 0 0 300em",
    "border-left: 9000px solid white",
    "border-spacing: 9000px",
    "outline: 60px solid white",
    "text-decoration: underline 40px",
    "text-decoration-thickness: 3em; text-underline-offset: -2em",
    "-webkit-text-stroke-width: 40px",
    "color-scheme: dark",
    "mso-style-textfill-fill-alpha: 0%",
    "mso-text-raise: -900pt",
    "mso-font-width: 1%"
  };
  private static final String[] SHEETS = {
    "div > p { display: none }",
    "[title] { opacity: 0 }",
    "p:first-child { font-size: 0 }",
    "* { color: white }",
    "@media all { p { display: none } }",
    "@import 'https://styles.example/hide.css';",
    ".said { display: none !important } .said { display: block }",
    "p.said { color: white !important }",
    "p { visibility: hidden"
  };
  private static final String[] PLAIN = {
    "font-family: Calibri, Arial, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0)",
    "font-size:11.0pt;font-family:\"Calibri\",sans-serif;color:#1F497D;mso-fareast-language:EN-US",
    "margin:0in;line-height:107%",
    "overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break: after-white-space;",
    "caret-color: rgb(0, 0, 0); color: rgb(0, 0, 0); font-size: 14px; letter-spacing: normal;"
        + " text-indent: 0px; white-space: normal; word-spacing: 0px;"
        + " -webkit-text-stroke-width: 0px; text-decoration: none",
    "direction:ltr; background-color: white; color: black",
    "color: white; background-color: #202020",
    "font: 400 12px/18px Arial, sans-serif; vertical-align: text-top; padding: 0in 5.4pt",
    "font:7.0pt \"Times New Roman\"; border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in",
    "border: 1px solid rgb(204, 204, 204); text-decoration: none solid rgb(0, 0, 0); tab-size: 4",
    "font-family: \"Segoe UI\", \"Segoe UI Symbol\", Symbol; color-scheme: light dark;"
        + " -webkit-text-size-adjust: 100%; mso-text-raise: 0; text-decoration-thickness: initial"
  };

  @Test
  void whatMayBeOutOfSightApprovesNothingAndWhatIsPlainDoes() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StyledCommandTest.class)) {
      for (String style : TRICKS) {
        assertNothing(desk, style, styled(style));
        assertNothing(
            desk, "around it: " + style, "<div style='" + style + "'>" + said() + "</div>");
      }
      for (String sheet : SHEETS) {
        assertNothing(desk, sheet, "<style>" + sheet + "</style><div>" + said() + "</div>");
      }
      assertNothing(desk, "details", "<details>" + said() + "</details>");
      assertNothing(
          desk, "sheet elsewhere", "<link rel=stylesheet href='https://s.example/a.css'>" + said());
      assertNothing(desk, "canvas", "<canvas>" + said() + "</canvas>");
      assertNothing(desk, "face", "<font face=Wingdings>" + said() + "</font>");
      assertNothing(desk, "bdo", "<bdo dir=rtl>" + said() + "</bdo>");
      desk.receive(reply(desk, said()));
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
    }
  }

  @Test
  void commandsInPlainSightCountWhateverTheClientWritesAroundThem()
      throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StyledCommandTest.class)) {
      for (String style : PLAIN) {
        desk.receive(reply(desk, "<div>" + styled(style) + "</div>"));
        assertThat(desk.state(1001)).as(style + desk.desk().lastReason()).isEqualTo("COOLING_OFF");
        desk.alice("DECIDED", "UNDO");
        assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("IN_REVIEW");
        desk.receive(
            desk.stamped(
                "alice@staff.example", "support@desk.example", "Re: x", "", "STATUS LK-1001"));
      }
    }
  }

  @Test
  void whatOnlyStopsCountsUnderAnyStyle() throws IOException, SQLException {
    try (Conversation desk = Conversation.inReview(StyledCommandTest.class)) {
      desk.receive(reply(desk, styled("a-new-property: 1")).replaceAll("APPROVE \\w+", "HOLD"));

      assertThat(desk.standing(1001)).as(desk.desk().lastReason()).isEqualTo("ON_HOLD");
    }
  }

  private static void assertNothing(Conversation desk, String trick, String html)
      throws SQLException {
    desk.receive(reply(desk, html));

    assertThat(desk.state(1001)).as(trick).isEqualTo("IN_REVIEW");
    assertThat(desk.column("SELECT COUNT(*) FROM approval")).as(trick).containsExactly("0");
  }

  private static String said() {
    return "<p class=said>APPROVE %CODE%</p>";
  }

  private static String styled(String style) {
    return "<p style='" + style + "'>APPROVE %CODE%</p><p>Looks good to me, thanks.</p>";
  }

  private static String reply(Conversation desk, String html) throws SQLException {
    return desk.answer("alice@staff.example", desk.last("CASE", "alice@staff.example"), html)
        .replace("text/plain", "text/html");
  }
}
