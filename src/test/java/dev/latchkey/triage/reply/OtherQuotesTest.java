package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import dev.latchkey.parse.html.HtmlText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quotes of letters that are not known, in shapes that programs and people give them. */
class OtherQuotesTest {
  private static final String BLOCK =
      """
      From: Nora Quill <nora@lamp.example>
      Sent: Monday, 2 March 2026 09:05
      To: Kim Doe
      Subject: Lamps
      """;

  private static TrimmedReply read(String text) {
    return new ReplyTrimmer().trim(BodyText.plain(text));
  }

  private static TrimmedReply page(String html) {
    return new ReplyTrimmer().trim(HtmlText.read(html).text());
  }

  /** "=" stands before what is quoted, whether it bears a mark or not. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "> Please send us the number of the order that stands on the second\npage of the bill\n> we sent.",
        "> Bitte senden Sie uns die Nummer, die auf der Rechnung von letzter\n2024 steht, und den Namen\n> dazu.",
        "> 请把您在上一封邮件里提到的订单编号、姓名、地址以及其他相关信\n息发给我们\n> 谢谢。",
        "> Our office is open on every day of the week but Sunday, ask for\nNora or for\n> Bert when you"
            + " call us, or write to the address that stands below\nBoth of them\n> can help.",
        "> The page that you asked for is found at the following address (\n<https://lamp.example/page>\n>"
            + " and nowhere else.",
        "> La commande que vous avez passée en ligne le mois dernier, avec la\nlampe bleue,\n> est partie."
      })
  void theTailOfALineThatAProgramWrappedIsQuoted(String quote) {
    TrimmedReply reply = read("I see, thanks.\n\nOn Monday, Nora wrote:\n" + quote + "\n");
    assertThat(reply.generous()).isEqualTo("I see, thanks.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> What is the name of the account that you would like to get back?\nkim-doe\n> And since when?",
        "> We still need the name of the account, one line is quite enough:\nkim-doe\n> Thanks.",
        "> Name\nkim-doe\n> Year",
        "> Please tell us the name of the account that you lost access to.\nkim-doe, since 2021\n> Bye.",
        "> Which of these addresses is yours, the first one or the second\n\nkim-doe\n\n> ?"
      })
  void anAnswerBelowAQuotedLineIsNoTail(String quote) {
    assertThat(read("On Monday, Nora wrote:\n" + quote + "\n").generous()).contains("kim-doe");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        BLOCK + "\nDear Kim,\nwhich lamp?\n\nNora Quill\n\nThe blue one, please.",
        BLOCK + "\nDear Kim,\nwhich lamp?\n\nNora\n\nThe blue one, please.",
        "On Monday, 2 March 2026 at 09:05, Nora Quill <nora@lamp.example> wrote:\n\nDear Kim,\nwhich"
            + " lamp?\n\nNora Quill\nnora@lamp.example\n\nThe blue one, please.",
        "Am 02.03.2026 um 09:05 schrieb Nora Quill <nora@lamp.example>:\n\nLiebe Kim,\nwelche Lampe?\n\n"
            + "Nora Quill\nhttps://lamp.example\n\nThe blue one, please.",
        BLOCK
            + "\n1. Which lamp?\n\nThe blue one, please.\n\n2. Which shade?\n\nNone.\n\nNora Quill"
      })
  void anAnswerBelowAnUnmarkedQuoteMayBeTyped(String mail) {
    TrimmedReply reply = read(mail);
    assertThat(reply.generous()).contains("The blue one, please.").doesNotContain("lamp?");
    assertThat(reply.strict()).as("it opens nothing").doesNotContain("The blue one");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class='moz-email-headers-table'>@</div><div>Which lamp do you mean?</div>",
        "<blockquote><div>@</div></blockquote><div>Which lamp do you mean?</div>",
        "<div id='__headers__'><p>@</p></div><p>Dear Kim,</p><p>Which lamp do you mean?</p>",
        "<table><tr><td><blockquote type=cite>@</blockquote></td></tr><tr><td>Which lamp do you"
            + " mean?</td></tr></table>",
        "<div style='border:1px solid grey'>@</div><div>Which lamp do you mean?</div>"
      })
  void aHeaderBlockInABoxOfItsOwnTakesItsBodyWithIt(String quote) {
    String block = BLOCK.replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>");
    TrimmedReply reply = page("<div>The blue one.</div><br>" + quote.replace("@", block));
    assertThat(reply.generous()).isEqualTo("The blue one.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div class=gmail_quote>The blue one.<br><br><div class=gmail_attr>On Mon, Mar 2, 2026 at 9:05"
            + " Nora &lt;nora@lamp.example&gt; wrote:</div><blockquote>Which lamp?</blockquote></div>",
        "<div class=gmail_quote>The blue one.<div><br></div>El lun, 2 mar 2026 a las 9:05, Nora"
            + " (&lt;nora@lamp.example&gt;) escribió:<blockquote>Which lamp?</blockquote></div>",
        "<div class=gmail_quote><blockquote>Which lamp?</blockquote><div>The blue one.</div></div>",
        "<div class=gmail_quote><div><div class=gmail_attr>On Mon, Mar 2, 2026 at 9:05 Nora"
            + " &lt;nora@lamp.example&gt; wrote:</div><blockquote>Which lamp?</blockquote></div><div>The"
            + " blue one.</div></div>",
        "<div class=gmail_quote><p>The blue one.</p><p>2026年3月2日(月) 9:05 Nora"
            + " &lt;nora@lamp.example&gt;:</p><blockquote>Which lamp?</blockquote></div>"
      })
  void whatStandsInTheElementOfAQuoteButNotInTheQuoteIsTyped(String quote) {
    assertThat(page(quote).generous()).isEqualTo("The blue one.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Is this mail from you? It says:\nFrom: Desk <desk@lamp.example>\nTo: kim@mail.example\nSubject:"
            + " Your code\n\nI did not ask for it.",
        "These are its headers\nFrom: Desk <desk@lamp.example>\nTo: kim@mail.example\nSubject: Your"
            + " code\n\nI did not ask for it.",
        "Somebody writes as you.\n\nReturn-Path: <x@bad.example>\nFrom: Desk <desk@lamp.example>\nTo:"
            + " kim@mail.example\nMessage-ID: <1@bad.example>\n\nI did not ask for it.",
        "Hier die Kopfzeilen\nVon: Desk <desk@lamp.example>\nAn: kim@mail.example\nBetreff:"
            + " Code\n\nI did not ask for it.",
        "I copied this:\n\nReceived: from x.bad.example by mx.mail.example\nFrom: Desk"
            + " <desk@lamp.example>\nTo: kim@mail.example\nSubject: Code\n\nI did not ask for it."
      })
  void headerLinesThatTheWriterPastedAreNoQuote(String mail) {
    assertThat(read(mail).generous())
        .contains("I did not ask for it.")
        .doesNotContain("kim@mail.example");
  }

  /** A head of a mail has To, Cc and Bcc, and one of them twice; a list of lines has more. */
  @Test
  void linesThatGoOnLikeAddresseesAreNoHeadOfAMail() {
    String head = "From: Nora Quill <nora@lamp.example>\nSent: Monday, 2 March 2026 09:05\n";
    String five = "To: a@lamp.example\n".repeat(5);

    assertThat(read("Typed.\n\n" + head + five + "Subject: Lamps\n\nQuoted.\n").generous())
        .isEqualTo("Typed.");
    assertThat(
            read("Typed.\n\n" + head + five + "To: b@lamp.example\nSubject: Lamps\n\nTyped too.\n")
                .generous())
        .endsWith("Typed too.");
  }

  /** What clients set before each quoted line, or above a quote, that no other client does. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nora Quill wrote:\n\nNQ> Is it?\nNQ> Really?\n\nYes.",
        "Monday, February 2, 2026, 9:05:00 AM, you wrote:\n\nNQ> Is it?\n\nYes.\n\nNQ> Really?",
        "Monday, you wrote:\n\nDESK> Is it?\n\nYes.\n\nDESK> Really?\n",
        ">>>>> \"NQ\" == Nora Quill <nora@desk.example> writes:\n\n    NQ> Is it?\n    NQ> Really?\n\nYes.",
        "Yes.\n\n---- Replied Message ----\n| From | Nora<nora@desk.example> |\n| Date | 2/2/2026 09:05 |\n| Subject | x |\nIs it?",
        "Yes.\n\n---- 回复的原邮件 ----\n| 发件人 | Nora<nora@desk.example> |\n| 主题 | x |\n\nIs it?",
        "Yes.\n\n2 Feb 2026, 09:05 by nora@desk.example:\n\nIs it?",
        "Yes.\n\n2. Feb. 2026, 09:05 von nora@desk.example:\n\nIs it?",
      })
  void formsOfSingleClientsAreKnown(String mail) {
    assertThat(new ReplyTrimmer().trim(BodyText.plain(mail)).generous().strip()).isEqualTo("Yes.");
  }

  /** The mails of other help desks begin with that line, and say what is new below it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "##- Please type your reply above this line -##\n\nI lost my phone.",
        "\n\n---- Bitte oberhalb dieser Linie antworten ----\n\nI lost my phone.",
        "=-=-= Reply above this line =-=-=\n\nI lost my phone.",
      })
  void belowTheReplyLineOfAnotherDeskStandsWhatItSays(String mail) {
    TrimmedReply reply = new ReplyTrimmer().trim(BodyText.plain(mail));
    assertThat(reply.generous().strip()).isEqualTo("I lost my phone.");
    assertThat(reply.strict()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yes.\n\n##- Please type your reply above this line -##\n\nIs it?"})
  void aboveTheReplyLineItIsTheWritersAlone(String mail) {
    assertThat(new ReplyTrimmer().trim(BodyText.plain(mail)).generous().strip()).isEqualTo("Yes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SQL> select 1;\nSQL> select 2;", "I wrote, for OK>1 and A> 2, this."})
  void capitalsBelowNoIntroductionAreTyped(String mail) {
    assertThat(new ReplyTrimmer().trim(BodyText.plain(mail)).generous()).isEqualTo(mail);
  }
}
