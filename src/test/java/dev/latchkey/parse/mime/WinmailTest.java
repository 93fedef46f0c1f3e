package dev.latchkey.parse.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.parse.MailParser;
import dev.latchkey.parse.tnef.TnefFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Mails whose text is in a file of Outlook. */
class WinmailTest {
  private static final byte[] HELLO =
      new TnefFile().body("Hello, I lost my phone.", StandardCharsets.US_ASCII).octets();

  @Test
  void theTextOfTheFileIsTheBodyWhereThereIsNoOther() throws MalformedMailException {
    InboundMail mail = parse(part("application/ms-tnef", HELLO));

    assertThat(mail.text().asString()).isEqualTo("Hello, I lost my phone.");
    assertThat(mail.faults()).containsExactly(StructureFault.TEXT_IN_FILE);
    assertThat(mail.faults().iterator().next().onlyAdds()).isTrue();
  }

  @Test
  void aTextBesideItIsTheBody() throws MalformedMailException {
    InboundMail mail =
        parse("--b\nContent-Type: text/plain\n\nThe text.\n" + part("application/ms-tnef", HELLO));

    assertThat(mail.text().asString()).isEqualTo("The text.");
    assertThat(mail.faults()).isEmpty();
  }

  @Test
  void namesInItAreCleanedLikeAllOthers() throws MalformedMailException {
    byte[] file =
        new TnefFile()
            .body("see the files", StandardCharsets.US_ASCII)
            .file("X.EXE", "../../etc/passwd")
            .file("X.EXE", "C:\\tmp\\invoice\u202egnp.exe\r\nBcc: x")
            .octets();

    assertThat(parse(part("application/ms-tnef", file)).attachmentNames())
        .hasSize(3)
        .contains("passwd")
        .noneMatch(name -> name.contains("/") || name.contains("\\") || name.contains("\n"))
        .noneMatch(name -> name.contains("\u202e"));
  }

  @Test
  void whatIsAttachedAsAMailIsNotLookedInto() throws MalformedMailException {
    String inner =
        "Subject: x\nContent-Type: application/ms-tnef\nContent-Transfer-Encoding: base64\n\n";
    InboundMail mail =
        parse(
            "--b\nContent-Type: message/rfc822\n\n"
                + inner
                + Base64.getMimeEncoder().encodeToString(HELLO)
                + "\n");

    assertThat(mail.text().asString()).isEmpty();
  }

  @Test
  void manyFilesAndLongOnesCostLittle() throws MalformedMailException {
    ByteArrayOutputStream rtf = new ByteArrayOutputStream();
    while (rtf.size() < 900_000) {
      rtf.writeBytes("{\\v {\\*{\\par\\u65?\\'e4\\plain}".getBytes(StandardCharsets.US_ASCII));
    }
    byte[] hostile =
        new TnefFile()
            .properties(
                new TnefFile.Properties()
                    .binary(0x1009, TnefFile.plainRtf(rtf.toString(StandardCharsets.US_ASCII))))
            .octets();
    String one = part("application/ms-tnef", hostile);
    parse(one);
    long begun = System.nanoTime();
    parse(one.repeat(15));

    // On a quiet machine less than 0.3 s.
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void anyOctetsInItAreRead() throws MalformedMailException {
    Random random = new Random(5);
    for (int round = 0; round < 2_000; round++) {
      byte[] changed = HELLO.clone();
      for (int i = random.nextInt(6); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
      }
      parse(part("application/ms-tnef", Arrays.copyOf(changed, random.nextInt(changed.length))));
    }
  }

  private static String part(String type, byte[] octets) {
    return "--b\nContent-Type: "
        + type
        + "; name=winmail.dat\nContent-Transfer-Encoding: base64\n\n"
        + Base64.getMimeEncoder().encodeToString(octets).replace("\r\n", "\n")
        + "\n";
  }

  private static InboundMail parse(String parts) throws MalformedMailException {
    String mail =
        "From: Kim <kim@mail.example>\nTo: support@desk.example\nSubject: Help\nMIME-Version: 1.0\n"
            + "Content-Type: multipart/mixed; boundary=b\n\n"
            + parts
            + "--b--\n";
    return new MailParser()
        .parse(new MailBytes(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }
}
