package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import dev.latchkey.parse.html.HtmlText;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as typed in the answer to a letter that is known. */
class KnownLetterTest {
  private static final String CODE = "XBSN-5FFC-OVIY-TCNZ";
  private static final String LETTER =
      """
      Somebody asked us to help them back into the account kim. This address is registered for it.

      Not you? Reply with: not me. That stops it, and our staff will look into it.

      You? Please check the reference, and reply from this address, with this code at the top:

          XBSN-5FFC-OVIY-TCNZ

      The code is good until Tuesday, 3 March 2026, 09:00 UTC (in 2 days).

      APPROVE DEUPMO3H
      REJECT <reason>

      We need, one line each:

      1. What is the name of the account?
      2. Do you have recovery codes: yes, lost, or never made?
      3. Do you agree to the code of conduct? Yes / no.

      Example desk, help@desk.example
      Reference: LK-1001
      """;

  private static TrimmedReply read(String text) {
    return read(BodyText.plain(text));
  }

  private static TrimmedReply read(BodyText text) {
    return new ReplyTrimmer()
        .trim(
            text,
            "",
            List.of(
                new SentLetter(
                    LETTER,
                    List.of("example desk", "help@desk.example"),
                    SentLetter.Asks.NOTHING)));
  }

  private static String marked(String text) {
    return text.replaceAll("(?m)^", "> ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "APPROVE DEUPMO3H",
        CODE,
        "not me",
        "Not you? Reply with: not me. That stops it.",
        "1. kim\n2. lost\n3. yes",
        "Do you agree to the code of conduct? Yes",
        "The code is good until Tuesday, 3 March 2026, 09:00 UTC, you wrote, and it is " + CODE,
        "I agree to the code of conduct",
        "Reference: LK-1001"
      })
  void whoRepeatsWordsOfOursIsHeard(String typed) {
    assertThat(read(typed).strict()).isEqualTo(typed);
    assertThat(read(typed + "\n\n" + LETTER).strict()).isEqualTo(typed);
    assertThat(read(typed + "\n\nhelp@desk.example wrote:\n" + marked(LETTER)).strict())
        .isEqualTo(typed);
    assertThat(read(LETTER + "\n\n" + typed).strict()).isEqualTo(typed);
    assertThat(read(marked(LETTER) + "\n\n" + typed).strict()).isEqualTo(typed);
  }

  /** The letter says what is enough; who types just that on one line is not quoting it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I agree to the code of conduct. I understand that this may take time.",
        "I have none. I agree to the code of conduct. I understand that this may take time. Kim",
        "I agree to the code of conduct.",
        "I understand that this may take time and I agree to the code of conduct",
        "Hello,\n\nI agree to the code of conduct.\nI understand that this may take time.",
      })
  void theSentencesThatAreEnoughAreTyped(String typed) {
    String letter =
        """
        Hello,

        To go on, we need these answers from you:

        - That you agree to the code. Writing "I agree to the code of conduct" is enough.
        - That you know it. Writing "I understand that this may take time" is enough.

        Example desk, help@desk.example
        Reference: LK-1001
        """;
    SentLetter sent =
        new SentLetter(
            letter, List.of("example desk", "help@desk.example"), SentLetter.Asks.NOTHING);
    String head = "\n\nFrom: Example desk <help@desk.example>\nSent: 1 May 2026\nSubject: x\n\n";
    for (String below :
        List.of("", "\n\n" + letter, head + letter, "\n\nDesk wrote:\n" + marked(letter))) {
      assertThat(new ReplyTrimmer().trim(BodyText.plain(typed + below), "", List.of(sent)).strict())
          .as(below)
          .isEqualTo(typed);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "On Monday, Example desk wrote:\n\n", "thanks\n\n", "-- \nKim\n\n"})
  void noCommandOrCodeOfTheLetterIsTyped(String above) {
    for (String quoted : List.of(LETTER, marked(LETTER), marked(marked(LETTER)))) {
      assertThat(read(above + quoted).typed()).doesNotContain("APPROVE", "XBSN");
      assertThat(read(above + quoted.replace("\n\n", "\n")).typed())
          .doesNotContain("APPROVE", "XBSN");
      assertThat(read(above + quoted.replaceAll("(?m)^(> )*You[?].*\n", "")).typed())
          .doesNotContain("APPROVE", "XBSN");
    }
  }

  /** A line of the letter that a program changed is no line that was typed. */
  @Test
  void aCommandThatWasChangedOnItsWayIsNotTyped() {
    String changed = LETTER.replace("APPROVE DEUPMO3H", "APPROVE DEUPMO3H (please)");
    assertThat(read(marked(changed)).strict()).doesNotContain("APPROVE");
    String glued = LETTER.replace("APPROVE DEUPMO3H\n", "APPROVE DEUPM03H\n");
    assertThat(read(marked(glued)).strict()).doesNotContain("DEUP");
  }

  @Test
  void theCodeTypedOnceMoreInTheQuoteIsTyped() {
    String typed = marked(LETTER.replace("    " + CODE, "    " + CODE + "\n\n" + CODE));
    assertThat(read("help@desk.example wrote:\n" + typed).strict()).isEqualTo(CODE);
    String behind = marked(LETTER.replace("until Tuesday", "until " + CODE + " Tuesday"));
    assertThat(read(behind).generous()).contains(CODE);
  }

  @Test
  void theCodeBelowASignatureIsTyped() {
    assertThat(read("Here it is.\n\n-- \nKim\nMail Works Ltd\n\n" + CODE + "\n\n" + LETTER).typed())
        .contains(CODE);
    assertThat(read(LETTER + "\n-- \nKim\n" + CODE).typed()).contains(CODE);
  }

  @Test
  void whatSomebodyElseTypedIntoTheirQuoteIsNotTheWriters() {
    String other = "> APPROVE DEUPMO3H now\n>\n" + marked(marked(LETTER));
    assertThat(read("What do you think?\n\n> Kim wrote:\n>\n" + other).typed())
        .isEqualTo("What do you think?");
    String between =
        marked(marked(LETTER)).replace("> > 2. Do you", "> > REJECT no\n> > 2. Do you");
    assertThat(read("See below.\n\n> Kim wrote:\n> \n" + between).typed()).isEqualTo("See below.");
  }

  @Test
  void aFormThatCameBackFilledIsReadLineByLine() {
    String filled =
        LETTER
            .replace("of the account?", "of the account? kim")
            .replace("never made?", "never made? lost")
            .replace("Yes / no.", "Yes / no. yes, I do");
    assertThat(read(filled).strict().lines().map(String::strip))
        .containsExactly("kim", "lost", "yes, I do");
    assertThat(read(marked(filled)).strict().lines().map(String::strip))
        .containsExactly("kim", "lost", "yes, I do");
    assertThat(read(filled).whole()).isEqualTo(filled.stripTrailing());
    assertThat(read(marked(filled)).whole()).isEqualTo(marked(filled).stripTrailing());
  }

  @Test
  void twoCopiesOfTheLetterAreQuotedBoth() {
    TrimmedReply reply =
        read("yes\n\n" + LETTER + "\nVon: help@desk.example\nAn: kim@mail.example\n\n" + LETTER);
    assertThat(reply.strict()).isEqualTo("yes");
    assertThat(reply.generous()).doesNotContain("registered", "APPROVE");
  }

  @Test
  void onlyAPartOfTheLetterIsQuoted() {
    String part = LETTER.substring(LETTER.indexOf("We need"), LETTER.indexOf("Example desk"));
    assertThat(read("here you are\n\n" + part.replace("account?\n", "account?\nkim\n")).strict())
        .isEqualTo("here you are\n\nkim");
  }

  @Test
  void wordsOfAnotherMailAreLeftToTheirMarks() {
    String other = "Dear all,\nthe meeting of the board is on Monday at nine in the small hall.\n";
    assertThat(read("fine\n\nKim wrote:\n" + marked(other)).strict()).isEqualTo("fine");
    assertThat(read(other).strict()).isEqualTo(other.strip());
  }

  @Test
  void aQuoteInHtmlWithAnAnswerInEachParagraphIsRead() {
    String page =
        "<div dir=ltr>see below</div><div class=gmail_quote><div class=gmail_attr>am Montag schrieb"
            + " Example desk:</div><blockquote class=gmail_quote>"
            + LETTER
                .replace("<reason>", "&lt;reason&gt;")
                .replace("account?\n", "account? <b>kim</b>\n")
                .replace("made?\n", "made?<div><font color=red>lost</font></div>")
                .replace("\n", "<br>")
            + "</blockquote></div>";
    assertThat(read(HtmlText.read(page).text()).strict().replaceAll("\\s+", " "))
        .isEqualTo("see below kim lost");
  }

  /** A hostile text costs its length: repetitions of what the letter has are looked at once. */
  @Test
  void aLongTextCostsItsLength() {
    for (String piece :
        List.of(
            "the code of conduct the code ",
            LETTER.substring(0, 300) + "\n",
            "> 1. What is the name of\n",
            "https://x.example/%68 ",
            "a ",
            "\n>")) {
      costsItsLength("", piece, "");
    }
  }

  /** The same of lines that may begin, end or interrupt a quote. */
  @Test
  void aLongTextOfBrokenQuotesCostsItsLength() {
    String wrote = "On 1 March 2026 at 09:00, Kim Roe <k@x.example> wrote:\n";
    String block = "Hello\n\nFrom: Kim <k@x.example>\nTo: a@x.example\nSubject: b\n\n";
    costsItsLength(wrote, "a:\n>b\n", "");
    costsItsLength(block, "a:\n>b\n", "");
    costsItsLength(block + "1. What?\n", "a\n\n", "2. Why?\n");
    costsItsLength("From", ":".repeat(900) + "\nFrom", "");
    costsItsLength("", ">", "");
    costsItsLength("", "> From: a\n\n", "");
    costsItsLength("", "-----\n\n", "");
    costsItsLength("", "```\n", "");
  }

  /** Lines that mark-up has above a quote that does not follow. */
  @Test
  void aLongIntroductionInMarkUpCostsItsLength() {
    BodyText text =
        HtmlText.read("<div class=gmail_attr>" + "a<br>".repeat(20_000) + "</div>").text();
    long began = System.nanoTime();
    read(text);
    new ReplyTrimmer().trim(text);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
  }

  private static void costsItsLength(String above, String piece, String below) {
    String small = above + piece.repeat(100_000 / piece.length()) + below;
    BodyText large = BodyText.plain(above + piece.repeat(1_000_000 / piece.length()) + below);
    read(small);
    new ReplyTrimmer().trim(BodyText.plain(small));
    long began = System.nanoTime();
    read(large);
    ForwardedText.of(new ReplyTrimmer().trim(large));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(took).as(above + piece).isLessThan(Duration.ofSeconds(12));
  }
}
