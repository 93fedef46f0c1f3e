package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.TextLine;
import dev.latchkey.mail.TextLine.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplyTrimmerTest {
  private final ReplyTrimmer trimmer = new ReplyTrimmer();

  @Test
  void replyAboveTheQuoteIsKept() {
    TrimmedReply reply =
        trim(
            "Yes, please.\n\nOn 2 Feb 2026, at 09:05, Nora <nora@desk.example> wrote:\n\n> Is it?");
    assertThat(reply.strict()).isEqualTo("Yes, please.");
    assertThat(reply.quoted())
        .isEqualTo("On 2 Feb 2026, at 09:05, Nora <nora@desk.example> wrote:\n\n> Is it?");
  }

  /** "liens" is French for links, of which warnings of gateways speak. */
  @Test
  void aCodeThatHoldsAWordByChanceIsNoWarningOfAGateway() {
    String mail = "APPROVE XLIENS6Y 995213\n\nOn 2 Feb 2026, at 09:05, Nora wrote:\n> A case.";
    assertThat(trim(mail).strict()).isEqualTo("APPROVE XLIENS6Y 995213");
    assertThat(trim("[LIENS EXTERNES]\n\nAPPROVE K7Q2M4XA").strict()).isEqualTo("APPROVE K7Q2M4XA");
  }

  @Test
  void replyBelowTheQuoteIsKept() {
    assertThat(trim("Nora wrote:\n> Is it?\n\nYes, please.").strict()).isEqualTo("Yes, please.");
  }

  @Test
  void answersBetweenTheLinesOfAQuotedFormAreKept() {
    String form =
        "Nora Quill wrote:\n> Account name:\ntess-marlow\n> Why?\nphone is gone\n> I agree:\nyes\n";
    assertThat(trim(form).generous()).isEqualTo("tess-marlow\nphone is gone\nyes");
  }

  @Test
  void aLineRightBelowAQuotedOneIsInDoubtBecauseAWrapMayHaveBrokenItOff() {
    TrimmedReply reply =
        trim("> The first line of your answer has to be this one:\nAPPROVE K7Q2M4XA");
    assertThat(reply.strict()).isEmpty();
    assertThat(reply.generous()).isEqualTo("APPROVE K7Q2M4XA");
  }

  @Test
  void theRestOfALongQuotedLineBetweenQuotedLinesIsQuoted() {
    String mail =
        "> a quoted line that is so long that the next server broke it right before the\nlast words\n> next\n\nMine.";
    assertThat(trim(mail).generous()).isEqualTo("Mine.");
  }

  @Test
  void aQuoteWithoutMarksTakesTheRestOfTheMail() {
    String mail =
        "Fine.\n\nOn 2 Feb 2026, at 09:05, Nora Quill wrote:\n\nA case waits.\n\nAPPROVE K7Q2M4XA";
    assertThat(trim(mail).generous()).isEqualTo("Fine.");
  }

  @Test
  void aSentenceWithAnAddressAboveAnIntroductionIsTypedAndNoPartOfIt() {
    String quote = "\n\nOn Monday, Support wrote:\n> Is it?";
    for (String typed :
        List.of(
            "sent mail to help@desk.example",
            "I bought the old domain back in 2025, that will do",
            "Done, from tess@mail.example and from tess@other.example")) {
      assertThat(trim(typed + quote).generous()).isEqualTo(typed);
    }
  }

  @Test
  void wordsInFrontOfAnIntroductionOnItsLineAreKeptButInDoubt() {
    TrimmedReply reply =
        trim("Thanks! On Mon, Feb 2, 2026 at 9:05 AM, Nora <nora@desk.example> wrote:\n> Is it?");
    assertThat(reply.generous()).isEqualTo("Thanks!");
    assertThat(reply.strict()).isEmpty();
    assertThat(reply.whole())
        .isEqualTo(
            "Thanks! On Mon, Feb 2, 2026 at 9:05 AM, Nora <nora@desk.example> wrote:\n> Is it?");
  }

  @Test
  void aQuoteMarkedByBarsBelowAnIntroductionIsQuotedAndATableIsNot() {
    assertThat(trim("Nora wrote:\n| Is it?\n| Really?\n\nYes.").strict()).isEqualTo("Yes.");
    assertThat(trim("| a | b |\n| c | d |").strict()).isEqualTo("| a | b |\n| c | d |");
  }

  @Test
  void theFrameOfGroupWiseTakesTheRestOfTheMail() {
    String mail = "Fine.\n\n>>> Nora <nora@desk.example> 02.02.2026 09:05 >>>\nAPPROVE K7Q2M4XA";
    assertThat(trim(mail).generous()).isEqualTo("Fine.");
  }

  @Test
  void theIntroOfAForwardIsWrittenAndTheForwardedMailIsNot() {
    String mail =
        "See below.\n\n---------- Forwarded message ---------\nFrom: Nora <nora@desk.example>\nSubject: x\n\nHello";
    assertThat(trim(mail).generous()).isEqualTo("See below.");
  }

  @Test
  void anUnknownLanguageIsRecognisedByItsBuild() {
    String mail =
        "Fine.\n\nXulo 2 Yamu 2026, 09:05, Nora Quill <nora@desk.example> qorre:\n\nAPPROVE K7Q2M4XA";
    assertThat(trim(mail).strict()).isEqualTo("Fine.");
  }

  @Test
  void whatLooksALittleLikeAQuoteIsInDoubtForCommandsAndKeptForPeople() {
    String mail = "Fine.\n\nNora, 2026-02-02 09:05:\n\nAPPROVE K7Q2M4XA";
    assertThat(trim(mail).strict()).isEqualTo("Fine.");
    assertThat(trim(mail).generous()).isEqualTo(mail);
  }

  @Test
  void aSignatureAboveTheQuoteIsInDoubtAndBelowItIsQuoted() {
    String above = "Fine.\n\n-- \nTess\n\nNora wrote:\n> Is it?";
    String below = "Nora wrote:\n> Is it?\n\nFine.\n\n-- \nTess";
    assertThat(trim(above).generous()).isEqualTo("Fine.\n\n-- \nTess");
    assertThat(trim(above).strict()).isEqualTo("Fine.");
    assertThat(trim(below).generous()).isEqualTo("Fine.");
  }

  @Test
  void textBelowTheLineOfAPhoneIsKeptForPeopleAndInDoubtForCommands() {
    TrimmedReply reply = trim("Fine.\n\nSent from my iPhone\n\nOne more thing.");
    assertThat(reply.generous()).contains("Fine.", "One more thing.").doesNotContain("iPhone");
    assertThat(reply.strict()).isEqualTo("Fine.");
  }

  @Test
  void aWarningOfAGatewayDoesNotHideTheCommandBelowIt() {
    String mail =
        "CAUTION: This email originated from outside.\nDo not click links.\n\nAPPROVE K7Q2M4XA";
    assertThat(trim(mail).strict()).isEqualTo("APPROVE K7Q2M4XA");
  }

  @Test
  void codeBetweenFencesIsKeptButNothingBelowAQuoteInItIsACommand() {
    String mail =
        "Look:\n```\nFrom: a@mail.example\nTo: b@mail.example\nSubject: x\n```\nAPPROVE K7Q2M4XA";
    assertThat(trim(mail).generous()).isEqualTo(mail);
    assertThat(trim(mail).strict()).doesNotContain("APPROVE");
  }

  @Test
  void marksOfHtmlDecideAboutTheirLines() {
    BodyText text =
        new BodyText(
            List.of(
                TextLine.plain("Fine."),
                new TextLine("Nora, lately", Mark.ATTRIBUTION),
                new TextLine("APPROVE K7Q2M4XA", Mark.QUOTE),
                TextLine.plain("And more."),
                new TextLine("Tess", Mark.SIGNATURE)));
    TrimmedReply reply = trimmer.trim(text);
    assertThat(reply.strict()).isEqualTo("Fine.\nAnd more.");
    assertThat(reply.generous()).isEqualTo("Fine.\nAnd more.");
  }

  @Test
  void theLinesAlwaysRecombineToTheWholeText() {
    Random random = new Random(20260202);
    List<String> pieces = pieces();
    for (int round = 0; round < 3_000; round++) {
      StringBuilder mail = new StringBuilder();
      int lines = 1 + random.nextInt(30);
      for (int i = 0; i < lines; i++) {
        mail.append(pieces.get(random.nextInt(pieces.size())));
        mail.append(random.nextInt(5) == 0 ? " " : "\n");
      }
      BodyText text = BodyText.plain(mail.toString());
      assertThat(trimmer.trim(text).whole()).isEqualTo(text.asString());
    }
  }

  @Test
  void aQuoteOf767KilobytesIsQuotedWhole() {
    String quote = "> a line of a quote that somebody sent\n".repeat(767_000 / 38);
    TrimmedReply reply = trim("Fine.\n\nNora wrote:\n" + quote);
    assertThat(reply.generous()).isEqualTo("Fine.");
    assertThat(reply.quoted()).hasSizeGreaterThan(766_000);
  }

  /** Each of these would take minutes if anything in the trimmer grew with the square. */
  @Test
  void repetitionsOfAnythingAreReadInTimeThatGrowsWithTheirLength() {
    for (String piece : pieces()) {
      for (String end : List.of("\n", "\n\n", " ")) {
        BodyText mail = BodyText.plain((piece + end).repeat(40_000 / (piece.length() + 1)));
        assertThat(trimmer.trim(mail).whole()).isEqualTo(mail.asString());
      }
    }
  }

  /** Parts that mails are made of, and some that only an attacker would send. */
  private static List<String> pieces() {
    List<String> pieces = new ArrayList<>(QuoteFormsTest.introductions().subList(0, 12));
    pieces.addAll(
        List.of(
            "a:",
            "> quoted",
            ">>> x",
            "x wrote",
            "From: a@mail.example",
            "Subject: x",
            "```",
            "--",
            "____________",
            "---- x ----",
            "-----Original Message-----",
            "Regards",
            "",
            "> wrote:",
            "<a@mail.example",
            "Sent from my iPhone",
            ">" + " ".repeat(70),
            "| x",
            "NQ> x",
            ">>> Nora 09:05 >>>",
            "2026-02-02 <a@mail.example>",
            "Disclaimer"));
    return pieces;
  }

  private TrimmedReply trim(String mail) {
    return trimmer.trim(BodyText.plain(mail));
  }
}
