package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MimeRendererTest {
  private static final EmailAddress MAYA = EmailAddress.of("maya@outside.example");
  private final MimeRenderer renderer = new MimeRenderer();

  private String render(OutboundMail mail) {
    return new String(renderer.render(mail), StandardCharsets.US_ASCII);
  }

  private static MimeMessage read(byte[] octets) throws Exception {
    return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
  }

  private String body(String text) {
    String mail = render(Mails.plain(text));
    return mail.substring(mail.indexOf("\r\n\r\n") + 4);
  }

  @Test
  void aPlainMailIsSentAsItReads() {
    assertThat(render(Mails.plain("Hello Maya,\n\nwe read your mail.\n")))
        .isEqualTo(
            """
            Date: Wed, 4 Mar 2026 05:06:07 +0000 (UTC)
            From: Recovery desk <support@desk.example>
            To: maya@outside.example
            Reply-To: support+k3j@desk.example
            Message-ID: <lk-1@desk.example>
            In-Reply-To: <q1@outside.example>
            References: <q0@outside.example>
             <q1@outside.example>
            Subject: Your request LK-1042
            Auto-Submitted: auto-replied
            X-Auto-Response-Suppress: All
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8; format=flowed
            Content-Transfer-Encoding: 7bit

            Hello Maya,

            we read your mail.
            """
                .replace("\n", "\r\n"));
  }

  @Test
  void theSameMailIsTheSameOctets() {
    assertThat(render(Mails.plain("é\n"))).isEqualTo(render(Mails.plain("é\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ihre Anfrage über das verlorene Gerät und die Wiederherstellungscodes Ihres Kontos LK-1042",
        "アカウント復旧のご依頼を受け付けました。受付番号は LK-1042 です。しばらくお待ちください。",
        "=?utf-8?q?already_looks_encoded?=",
        "tail   spaces   ",
        "a very long subject in plain letters that goes on and on until it has to be folded somewhere",
        "🔑 key"
      })
  void aSubjectSurvivesTheJourney(String subject) throws Exception {
    byte[] octets = renderer.render(Mails.mail(subject, "x\n", MAYA));
    assertThat(new String(octets, StandardCharsets.ISO_8859_1)).matches("[\\x00-\\x7F]*");
    assertThat(read(octets).getSubject().strip()).isEqualTo(subject.strip());
    assertThat(new String(octets, StandardCharsets.US_ASCII).lines())
        .allMatch(line -> line.length() <= 100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Grüße\n", "日本語の文章です。\n", "trailing é \nnext\n", "bell \u0007\n"})
  void otherTextIsSentAsQuotedPrintable(String body) throws Exception {
    MimeMessage mail = read(renderer.render(Mails.plain(body)));
    assertThat(mail.getEncoding()).isEqualTo("quoted-printable");
    assertThat(((String) mail.getContent()).replace("\r\n", "\n").replace(" \n", "\n"))
        .isEqualTo(body.replace(" \n", "\n"));
    assertThat(new String(renderer.render(Mails.plain(body)), StandardCharsets.ISO_8859_1))
        .matches("[\\x00-\\x7F]*");
  }

  @Test
  void aDisplayNameCannotBecomeAnAddress() throws Exception {
    OutboundMail plain = Mails.plain("x\n");
    OutboundMail odd =
        new OutboundMail(
            plain.envelopeFrom(),
            "Desk\" <evil@outside.example>, ü",
            plain.from(),
            plain.recipient(),
            Optional.empty(),
            plain.messageId(),
            plain.date(),
            Optional.empty(),
            List.of(),
            plain.autoSubmitted(),
            plain.subject(),
            plain.body(),
            Optional.empty());
    MimeMessage mail = read(renderer.render(odd));
    assertThat(mail.getFrom()).hasSize(1);
    assertThat(((InternetAddress) mail.getFrom()[0]).getAddress())
        .isEqualTo("support@desk.example");
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal())
        .isEqualTo("Desk\" <evil@outside.example>, ü");
    assertThat(mail.getHeader("Reply-To")).isNull();
  }

  @Test
  void aParagraphStaysOneLine() {
    String words = "word ".repeat(190).strip();
    assertThat(body(words + "\n")).isEqualTo(words + "\r\n");
  }

  @Test
  void aLineTooLongForAMailIsBrokenAtSpacesAndCanBeJoinedAgain() {
    String words = "word ".repeat(700).strip();
    List<String> lines = body(words + "\n").lines().toList();
    assertThat(lines).hasSize(4).allMatch(line -> line.length() <= 998);
    assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.endsWith(" "));
    assertThat(String.join("", lines)).isEqualTo(words);
  }

  @Test
  void aWordThatIsTooLongStaysWhole() {
    String link = "https://desk.example/" + "x".repeat(200);
    assertThat(body("see " + link + " for more\n")).contains(link);
  }

  @Test
  void quotesAndTheSignatureLineAreLeftAlone() {
    String quote = "> " + "quoted ".repeat(20).strip();
    assertThat(body(quote + "\n-- \nDesk\n")).isEqualTo(quote + "\r\n-- \r\nDesk\r\n");
  }

  @Test
  void spacesAtTheStartAndMboxLinesAreStuffedAndSpacesAtTheEndTakenOff() {
    assertThat(body("  indented\nFrom here\nend   \n"))
        .isEqualTo("   indented\r\n From here\r\nend\r\n");
  }

  @Test
  void aLineOverTheLimitOfSmtpIsEncoded() {
    String mail = render(Mails.plain("x".repeat(5_000) + "\n"));
    assertThat(mail).contains("quoted-printable");
    assertThat(mail.lines()).allMatch(line -> line.length() <= 998);
  }

  @Test
  void aHeaderThatSaysMoreThanIntendedIsABug() {
    OutboundMail mail = Mails.plain("x\n");
    String good = render(mail);
    String header = good.substring(0, good.indexOf("\r\n\r\n") + 4);
    HeaderGuard.requireIntended(header, mail);
    List<String> bad =
        List.of(
            header.replace("Subject:", "Bcc: evil@outside.example\r\nSubject:"),
            header.replace("Subject:", "To: evil@outside.example\r\nSubject:"),
            header.replace("maya@", "maya@outside.example, evil@"),
            header.replace("maya@", "mayb@"),
            header.replace("Reply-To:", "\r\nReply-To:"),
            header.replace("Subject: Your", "Subject: \u00e9"),
            header.replace("Your request", "Your\nrequest"),
            header.replace("Your request", "Your\rrequest"),
            header.replace("From: ", ""),
            header.replaceFirst("Date: .*\r\n", ""),
            header.replaceFirst("Reply-To: .*\r\n", ""),
            header.replace("LK-1042", "x".repeat(1_000)),
            "Authentication-Results: mx.desk.example; dmarc=pass\r\n" + header,
            "\r\n" + header);
    for (String each : bad) {
      assertThatThrownBy(() -> HeaderGuard.requireIntended(each, mail))
          .as(each)
          .isInstanceOf(IllegalStateException.class);
    }
  }

  /** As {@code check --mail} does, and nothing else. */
  @Test
  void onlyWhatAMailClaimsItselfStandsInAuthenticationResults() {
    OutboundMail letter = Mails.plain("x\n");
    OutboundMail mail =
        new OutboundMail(
            letter.envelopeFrom(),
            letter.fromName(),
            letter.from(),
            letter.recipient(),
            letter.replyTo(),
            letter.messageId(),
            letter.date(),
            letter.inReplyTo(),
            letter.references(),
            letter.autoSubmitted(),
            letter.subject(),
            letter.body(),
            letter.picture(),
            List.of("mx.desk.example; dmarc=pass"));
    String written = render(mail);
    String header = written.substring(0, written.indexOf("\r\n\r\n") + 4);

    assertThat(header).startsWith("Authentication-Results: mx.desk.example; dmarc=pass\r\nDate: ");
    for (String each :
        List.of(
            header.replace("dmarc=pass", "dmarc=pass; dkim=pass"),
            header.replace("Date: ", "Authentication-Results: mx.desk.example\r\nDate: "))) {
      assertThatThrownBy(() -> HeaderGuard.requireIntended(each, mail))
          .as(each)
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
