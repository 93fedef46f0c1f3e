package dev.latchkey.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.RawMail;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.parse.mime.MalformedMailException;
import dev.latchkey.parse.mime.ParseLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Mails that killed, or held up for minutes, a parser that others use (THREATS X5, T22). */
class ParseLimitsTest {
  private static final Duration SOON = Duration.ofSeconds(4);
  private static final String TOP =
      "From: mira@mail.example\r\nTo: support@desk.example\r\nSubject: bomb\r\n";

  @Test
  void twentyThousandNestedPartsAreRefusedForTheirDepth() {
    StringBuilder mail = new StringBuilder(TOP);
    for (int i = 0; i < 20_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b")
          .append(i)
          .append("\r\n\r\n--b")
          .append(i)
          .append("\r\n");
    }
    assertRefused(mail.toString(), "multiparts nested deeper than 20");
  }

  @Test
  void twentyLevelsAreRead() throws Exception {
    assertThat(parse(nested(20)).text().asString()).isEqualTo("deep");
    assertRefused(nested(21), "multiparts nested deeper than 20");
  }

  @Test
  void twoHundredThousandEmptyPartsAreRefused() {
    assertRefused(
        TOP + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n".repeat(200_000),
        "more than 200 parts");
  }

  @Test
  void partsAreCountedInTheWholeTree() {
    String inner =
        "--o\r\nContent-Type: multipart/mixed; boundary=i\r\n\r\n"
            + "--i\r\n\r\nx\r\n".repeat(20)
            + "--i--\r\n";
    assertRefused(
        TOP + "Content-Type: multipart/mixed; boundary=o\r\n\r\n" + inner.repeat(15) + "--o--\r\n",
        "more than 200 parts");
  }

  @Test
  void twoHundredEntitiesAreRead() throws Exception {
    String mail =
        TOP + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + "--b\r\n\r\n".repeat(199);
    assertThat(parse(mail + "--b--\r\n").parts()).hasSize(199);
  }

  @Test
  void aHeaderOfSixteenMebibytesIsRefused() {
    assertRefused(
        TOP + "X-Long: " + "x".repeat(16 << 20) + "\r\n\r\nhi",
        "a header section has more than 262144 octets");
    assertRefused(
        TOP + "X-Many: y\r\n".repeat(1 << 20) + "\r\nhi",
        "a header section has more than 262144 octets");
    assertRefused(
        TOP + "References:\r\n" + " <abcdefghijklmnop@mail.example>\r\n".repeat(300_000) + "\r\nhi",
        "a header section has more than 262144 octets");
  }

  @Test
  void aHeaderOfSixteenMebibytesInAPartIsRefused() {
    assertRefused(
        TOP
            + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nX-Long: "
            + "x".repeat(16 << 20)
            + "\r\n\r\nhi\r\n--b--\r\n",
        "a header section has more than 262144 octets");
  }

  @Test
  void aMailLargerThanAnyThatIsDownloadedIsRefused() {
    assertRefused(
        new byte[RawMail.LARGEST + RawMail.MISSTATED + 1],
        "the mail has more than 27214400 octets");
  }

  @Test
  void anEmptyMailIsRefused() {
    assertRefused(new byte[0], "the mail is empty");
  }

  @Test
  void workBeyondTheBudgetIsRefusedAtTheNextEntity() {
    AtomicLong clock = new AtomicLong();
    MailParser slow =
        new MailParser(
            ParseLimits.DEFAULTS, () -> clock.getAndAdd(Duration.ofSeconds(2).toNanos()));
    assertThatThrownBy(() -> slow.parse(mail(nested(5))))
        .isInstanceOf(MalformedMailException.class)
        .hasMessage("parsing took more than 5000 ms");
  }

  @Test
  void aQuoteOf767KilobytesIsReadAtOnce() {
    String quote = ">".repeat(767_000);
    InboundMail mail =
        assertTimeout(SOON, () -> parse(TOP + "\r\n> " + quote + " end\r\nmine\r\n"));
    assertThat(mail.text().lines()).hasSize(2);
  }

  @Test
  void aFlowedQuoteOf767KilobytesIsReadAtOnce() {
    String body = "> > deep words that go on \r\n".repeat(28_000) + ">".repeat(100_000) + "\r\n";
    assertTimeout(
        SOON,
        () -> parse(TOP + "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\n" + body));
  }

  @Test
  void nothingButNulsIsAMailWithoutWords() {
    InboundMail mail = assertTimeout(SOON, () -> new MailParser().parse(mail(new byte[1 << 20])));
    assertThat(mail.identity()).isEmpty();
    assertThat(mail.faults()).contains(StructureFault.NO_FROM);
  }

  @Test
  void floodsOfWhatIsLookedForAreReadInLinearTime() {
    String[] seeds = {
      "=?",
      "=?u?q?",
      "=?u?b?w7",
      "=?utf-8?q?=41?=",
      "?=",
      "(",
      "((",
      "\"\\",
      "\"",
      "<",
      "@",
      ":",
      ";",
      "a=b ",
      "a=\"b\" ",
      "x*0*=",
      "name=",
      "filename*1=x;",
      ",",
      "\\",
      "a@b ",
      "<a@b>,",
      "\t",
      "'"
    };
    for (String seed : seeds) {
      String flood = seed.repeat(200_000 / seed.length());
      for (String name : new String[] {"From", "To", "Subject", "Content-Type"}) {
        assertTimeout(SOON, () -> tryToParse(name + ": " + flood + "\r\n\r\nhi\r\n"), seed);
      }
      assertTimeout(
          SOON,
          () -> tryToParse("Content-Type: text/plain; name" + flood + "\r\n\r\nhi\r\n"),
          seed);
      assertTimeout(
          SOON, () -> tryToParse("Content-Disposition: x; a=\"" + flood + "\r\n\r\nhi\r\n"), seed);
    }
  }

  @Test
  void floodsInABodyAreReadInLinearTime() {
    String[] seeds = {
      "begin 644 a\n",
      "=ybegin name=x\n",
      "begin 644 A\nM\n",
      "=\n",
      "=",
      "+",
      "~{",
      "\u001b$B",
      "\u001b(B",
      ">",
      " \n",
      "--",
      "--b",
      "\n--b",
      "\n--b\n",
      "<",
      "<param>",
      "-- \n",
      "\r",
      "\r\n "
    };
    String[] types = {
      "text/plain",
      "text/plain; charset=utf-7",
      "text/plain; charset=iso-2022-jp",
      "text/plain; charset=hz-gb-2312",
      "text/plain; format=flowed",
      "text/enriched",
      "multipart/alternative; boundary=b",
      "text/plain\r\nContent-Transfer-Encoding: quoted-printable",
      "text/plain\r\nContent-Transfer-Encoding: base64",
      "text/plain\r\nContent-Transfer-Encoding: x-uuencode"
    };
    for (String seed : seeds) {
      String flood = seed.repeat(300_000 / seed.length());
      for (String type : types) {
        assertTimeout(
            SOON,
            () -> tryToParse(TOP + "Content-Type: " + type + "\r\n\r\n" + flood),
            seed + type);
      }
    }
  }

  private static String nested(int levels) {
    StringBuilder mail = new StringBuilder(TOP);
    for (int i = 0; i < levels; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b" + i + "x\r\n\r\n--b" + i + "x\r\n");
    }
    mail.append("Content-Type: text/plain\r\n\r\ndeep\r\n");
    for (int i = levels - 1; i >= 0; i--) {
      mail.append("--b" + i + "x--\r\n");
    }
    return mail.toString();
  }

  private static void assertRefused(String mail, String reason) {
    assertRefused(mail.getBytes(StandardCharsets.ISO_8859_1), reason);
  }

  private static void assertRefused(byte[] octets, String reason) {
    assertTimeout(
        SOON,
        () ->
            assertThatThrownBy(() -> new MailParser().parse(new MailBytes(octets)))
                .isInstanceOf(MalformedMailException.class)
                .hasMessage(reason));
  }

  /** A refusal is as good as an answer here, as long as it comes soon. */
  private static boolean tryToParse(String mail) {
    try {
      return parse(mail).parts().isEmpty();
    } catch (MalformedMailException e) {
      return e.toString().isEmpty();
    }
  }

  private static InboundMail parse(String mail) throws MalformedMailException {
    return new MailParser().parse(mail(mail));
  }

  private static MailBytes mail(String mail) {
    return new MailBytes(mail.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static MailBytes mail(byte[] octets) {
    return new MailBytes(Arrays.copyOf(octets, octets.length));
  }
}
