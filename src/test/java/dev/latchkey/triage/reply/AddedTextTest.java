package dev.latchkey.triage.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.TextLine;
import dev.latchkey.mail.TextLine.Mark;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways, clients and employers add to a mail, and what people paste into it. */
class AddedTextTest {
  private final ReplyTrimmer trimmer = new ReplyTrimmer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[EXT]  External message",
        "** EXTERNAL **",
        "[Externe E-Mail]",
        "WARNING - this message came from an external network.",
        "Caution! The sender of this mail is outside of Quill Works.\nPlease do not open attachments.",
        "This email has been sent by an unknown sender.\nDo not click links.",
        "ACHTUNG! Externe Nachricht: Anhänge nur öffnen, wenn Sie den Absender kennen.",
        "ATTENTION: message externe, vérifiez l'expéditeur avant d'ouvrir les pièces jointes.",
        "*** Mail from an EXTERNAL sender ***",
        "EXTERNAL SENDER"
      })
  void aWarningAboveTheTextIsNotTyped(String warning) {
    for (String between : new String[] {"\n\n", "\n"}) {
      TrimmedReply reply = trimmer.trim(BodyText.plain(warning + between + "HOLD\n\nI will look."));
      assertThat(reply.strict()).as(warning).isEqualTo("HOLD\n\nI will look.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HOLD",
        "NOTE the sender is outside of the company",
        "Not me.",
        "I get no external mail any more.",
        "Hello,"
      })
  void aTypedLineIsNoWarning(String line) {
    assertThat(trimmer.trim(BodyText.plain(line + "\nmore")).strict()).isEqualTo(line + "\nmore");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This message did not begin at Quill Works",
        "*** THIS MESSAGE DID NOT BEGIN AT QUILL WORKS ***",
        "This message did not begin at Quill Works. Ask the help desk when in doubt.",
        "This message did not\nbegin at Quill Works",
        "Tag: blue\nThis message did not begin at Quill Works",
      })
  void whatTheDesksOwnGatewayWritesIsNotTyped(String warning) {
    ReplyTrimmer own =
        new ReplyTrimmer(Arrays.asList("This message did not begin at Quill Works", "Tag: blue"));
    for (String between : new String[] {"\n\n", "\n"}) {
      String mail = warning + between + "HOLD\n\nI will look.";
      assertThat(own.trim(BodyText.plain(mail)).strict()).isEqualTo("HOLD\n\nI will look.");
      assertThat(trimmer.trim(BodyText.plain(mail)).strict()).isNotEqualTo("HOLD\n\nI will look.");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This message did not begin",
        "This message\n\ndid not begin at Quill Works",
        "HOLD\nThis message did not begin at Quill Works",
        "> This message did not begin at Quill Works",
        "I see: This message did not begin at Quill Works",
      })
  void whatOnlyResemblesTheLineOfTheGatewayIsTyped(String text) {
    ReplyTrimmer own = new ReplyTrimmer(Arrays.asList("This message did not begin at Quill Works"));
    assertThat(own.trim(BodyText.plain(text + "\nmore")).whole()).isEqualTo(text + "\nmore");
    assertThat(own.trim(BodyText.plain(text + "\nmore")).generous())
        .isEqualTo(trimmer.trim(BodyText.plain(text + "\nmore")).generous());
  }

  @Test
  void whatStandsInTheSignatureElementIsTypedWhenNothingElseIs() {
    BodyText inside =
        new BodyText(
            Arrays.asList(
                new TextLine("ABCD-EFGH", Mark.SIGNATURE),
                new TextLine("Sent from my Galaxy", Mark.SIGNATURE)));
    BodyText outside =
        new BodyText(
            Arrays.asList(
                new TextLine("Fine.", Mark.PLAIN), new TextLine("ABCD-EFGH", Mark.SIGNATURE)));

    assertThat(trimmer.trim(inside).strict()).isEqualTo("ABCD-EFGH");
    assertThat(trimmer.trim(outside).strict()).isEqualTo("Fine.");
    assertThat(trimmer.trim(outside).typed()).contains("ABCD-EFGH");
  }

  @Test
  void wordsBelowAPhonesLineAreTypedWhenTheQuoteIsMarked() {
    String text =
        "Sent from my iPad\n\nABCD\n\nOn 3 Mar 2026, at 09:00, Desk <a@b.example> wrote:\n> x";

    assertThat(trimmer.trim(BodyText.plain(text)).strict()).isEqualTo("ABCD");
    assertThat(trimmer.trim(BodyText.plain("Sent from my iPad\n\nABCD")).strict()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOTICE TO RECIPIENTS: any unauthorised use is prohibited.",
        "If you are not the intended reader, stop reading.",
        "Fraud warning: we never change our bank details.",
        "This communication is confidential; unauthorized copying is fraud.",
        "Der Inhalt dieser Nachricht ist vertraulich, Betrug wird verfolgt."
      })
  void anEmployersWordsAreNoAnswer(String notice) {
    TrimmedReply reply = trimmer.trim(BodyText.plain("Yes, that was me.\n\n" + notice), "Tess");

    assertThat(reply.answer()).as(notice).isEqualTo("Yes, that was me.");
    assertThat(reply.typed()).contains(notice);
    assertThat(reply.generous()).doesNotContain(notice);
  }

  @Test
  void belowTheWritersOwnNameNothingIsAnswered() {
    String text = "That was me.\n\nTess Marlow\n\n12 Stopford Road";

    assertThat(trimmer.trim(BodyText.plain(text), "Tess Marlow").answer())
        .isEqualTo("That was me.");
    assertThat(trimmer.trim(BodyText.plain("Hello\n\nTess\n\nThat was not me."), "Tess").answer())
        .contains("That was not me.");
  }

  @Test
  void headerLinesThatTheWriterAnnouncedArePasted() {
    String text =
        """
        I got this mail:

        From: Desk <desk@index.example>
        To: Tess <tess@mail.example>
        Subject: Your account

        I did not ask for it.""";

    TrimmedReply reply = trimmer.trim(BodyText.plain(text));

    assertThat(reply.generous()).contains("I did not ask for it.").doesNotContain("Subject:");
    assertThat(trimmer.trim(BodyText.plain(text.replace("mail:", "mail."))).generous())
        .doesNotContain("I did not ask for it.");
  }

  @Test
  void answersInAQuoteWithoutMarksMayBeTyped() {
    String quote =
        """
        From: Quill Desk <desk@index.example>
        Sent: Tuesday
        To: Tess
        Subject: Your account

        We need:

        1. The name of the account
        %s
        2. The recovery codes
        %s

        Please answer.

        Quill Desk
        LK-1001
        %s\
        """;

    assertThat(trimmer.trim(BodyText.plain(quote.formatted("tess-m", "lost", ""))).generous())
        .isEqualTo("tess-m\nlost");
    assertThat(trimmer.trim(BodyText.plain(quote.formatted("", "", "\nNot me!"))).generous())
        .isEqualTo("Not me!");
    assertThat(trimmer.trim(BodyText.plain(quote.formatted("", "", ""))).generous()).isEmpty();
    assertThat(trimmer.trim(BodyText.plain(quote.formatted("x", "y", "\nNot me!"))).strict())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "First.\n\n-----\nSecond.\n-----\n\nThird.",
        "You wrote:\n> the lake\nWhich lake?",
        "It was on\n3.3.2026 09:14\nWas it you?",
        "These lines are wrong:\n\nFrom: a@b.example\nTo: c@d.example\nSubject: x\n\nWe never sent them.",
        "Enough.\n\n-- \n\nWrite again with a letter.",
        "Regards are no proof.\n\nKind regards,\nNora\n\nPS: call us."
      })
  void staffWordsBelowACommandAreKeptWhole(String words) {
    String mail =
        "REJECT\n\n"
            + words
            + "\n\nOn 3 Mar 2026 at 09:18, Desk <a@b.example> wrote:\n> LK-1001\n> code";

    assertThat(trimmer.trim(BodyText.plain(mail)).below().replaceAll("\\s+", " ").strip())
        .isEqualTo(words.replaceAll("\\s+", " ").strip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "________________\nCase LK-1001\n\nLK-1001\nABCD2345\nWhat is asked",
        "03/03/2026 09:14\nCase\n  APPROVE ABCD2345\nfacts",
        "Nora, 3 Mar, 09:14:\nfacts\nABCD-EFGH-IJKL-MNOP"
      })
  void ourOwnCaseQuotedBareIsNotAmongThem(String quote) {
    String mail = "REJECT\n\nNot theirs.\n\n" + quote;

    assertThat(trimmer.trim(BodyText.plain(mail)).below()).doesNotContain("ABCD");
  }
}
