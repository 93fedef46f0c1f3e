package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.TextLine;
import dev.latchkey.triage.command.CommandReading;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.secret.SecretKind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TriageReaderTest {
  private static final String TOKEN = "ghp_0123456789abcdefghijABCDEFGHIJ012345";

  private final TriageReader triage;

  TriageReaderTest() throws Exception {
    triage = Desk.triage();
  }

  private static InboundMail mail(List<HeaderField> headers, String text, MailPart... parts) {
    return new InboundMail(
        headers,
        EmailAddress.find("nora@mail.example"),
        List.of("nora@mail.example"),
        List.of("support@desk.example"),
        BodyText.plain(text),
        "hidden " + TOKEN,
        List.of(parts),
        Set.of());
  }

  private static HeaderField field(String name, String value) {
    return new HeaderField(name, value, value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ﾕｰｻﾞｰ名 ODEN-kun\nｽﾏﾎｦ鍋ﾆ落ﾄｼﾏｼﾀ｡ ｱﾌﾟﾘｶﾞ使ｴﾏｾﾝ｡", "ﾞ", "\u3164", "a \u115F b", "ــ"})
  void aSignThatIsNoLetterOnceFoldedStopsNoReader(String text) {
    assertThat(triage.read(mail(List.of(field("Subject", text)), text)).mail().subject())
        .isEqualTo(text);
  }

  @Test
  void nothingOfASecretIsLeftInAnyTextOfTheMail() {
    InboundMail mail =
        mail(
            List.of(
                field("Subject", "my password is meadow77"),
                new HeaderField(
                    "Thread-Topic", "=?utf-8?b?bXkgcGFzc3dvcmQ=?=", "my password is meadow77"),
                field("Message-ID", "<5c1c0dd0ef9e4d5d@mail.example>")),
            "I lost access.\nmy password is meadow77\n\n> token " + TOKEN + "\n",
            new MailPart("text/plain", Optional.of("meadow.txt"), true, 40, "password: meadow77"),
            new MailPart("text/html", Optional.empty(), false, 99, "<b>mead</b>ow77"),
            new MailPart("image/png", Optional.of(TOKEN + ".png"), true, 9, ""));

    TriagedMail triaged = triage.read(mail);

    assertThat(triaged.toString()).doesNotContain("meadow77", "mead</b>", TOKEN);
    assertThat(triaged.mail().subject()).isEqualTo("my password is [password removed]");
    assertThat(triaged.mail().fields("Thread-Topic").get(0).raw()).doesNotContain("bXkgcGFz");
    assertThat(triaged.mail().messageId()).contains("<5c1c0dd0ef9e4d5d@mail.example>");
    assertThat(triaged.reply().generous()).contains("my password is [password removed]");
    assertThat(triaged.secrets())
        .containsExactlyInAnyOrder(SecretKind.PASSWORD, SecretKind.API_TOKEN);
  }

  @Test
  void mailWithoutSecretsIsUnchanged() {
    InboundMail mail =
        new InboundMail(
            List.of(field("Subject", "I forgot my password")),
            Optional.empty(),
            List.of(),
            List.of(),
            new BodyText(
                List.of(
                    TextLine.plain("My account is nora2019."),
                    new TextLine("Your code", TextLine.Mark.QUOTE))),
            "",
            List.of(new MailPart("text/plain", Optional.empty(), false, 20, "My account …")),
            Set.of());
    assertThat(triage.read(mail).mail()).isEqualTo(mail);
  }

  @Test
  void codeOfACommandIsReadAndItsTextRedacted() {
    TriagedMail triaged =
        triage.read(mail(List.of(), "APPROVE K7Q2M4XAPR5TW3ZN\nHer token " + TOKEN + " works.\n"));
    StaffCommand command = ((CommandReading.Commands) triaged.commands()).commands().get(0);
    assertThat(command.code()).contains("K7Q2M4XAPR5TW3ZN");
    assertThat(command.text()).isEqualTo("Her token [api token removed] works.");
  }

  @Test
  void answerToACommandNotUnderstoodRepeatsNoSecret() {
    TriagedMail triaged = triage.read(mail(List.of(), "password: meadow77\n"));
    assertThat(triaged.commands().toString()).doesNotContain("meadow77");
  }

  /** A program's line below a quotation without marks is nobody's word that it is over. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It works again, please close this request.",
        "This conversation is resolved, please close the ticket.",
        "Ticket closed. I no longer need help, it is solved.",
        "Es geht wieder, die Anfrage kann geschlossen werden.",
        "C'est résolu, vous pouvez fermer la demande."
      })
  void nothingIsOverForALineBelowAQuotationWithoutMarks(String line) {
    String quote =
        """
        Von: Nora Quill <nora@desk.example>
        Gesendet: Montag, 2. März 2026 10:00
        An: Kim
        Betreff: Anfrage

        Hello Kim,
        we are looking at it.

        Nora Quill

        """;
    TriagedMail below = triage.read(mail(List.of(), quote + line + "\n"));
    assertThat(below.reply().generous()).contains(line);
    assertThat(below.intent().over() && below.intent().sure()).isFalse();
    TriagedMail above = triage.read(mail(List.of(), line + "\n\n" + quote));
    assertThat(above.intent()).isEqualTo(triage.read(mail(List.of(), line)).intent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "XBSN-5FFC-OVIY-TCNZ",
        "xbsn 5ffc oviy tcnz",
        "XBSN\u20115FFC\u2011OVIY\u2011TCNZ",
        "XBSN\u00a05FFC\u00a0OVIY\u00a0TCNZ",
        "XBSN-\u00ad5FFC-\u00adOVIY-\u00adTCNZ",
        "XBSN \u2013 5FFC \u2013 OVIY \u2013 TCNZ",
        "XBSN-5FFC-\nOVIY-TCNZ"
      })
  void aCodeIsReadFromTheTextAndFromTheSubjectWhateverJoinsItsGroups(String code) {
    assertThat(triage.read(mail(List.of(), "here: " + code)).codes())
        .contains(
            code.equals(code.toLowerCase(Locale.ROOT)) ? "xbsn5ffcoviytcnz" : "XBSN5FFCOVIYTCNZ");
    String title = code.replace("\n", " ").toUpperCase(Locale.ROOT);
    assertThat(triage.read(mail(List.of(field("Subject", "Re: " + title)), "here")).codes())
        .contains("XBSN5FFCOVIYTCNZ");
  }
}
