package dev.latchkey.parse.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.parse.MailParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mails whose whole text is marked as an attachment. */
class TextMarkedAsFileTest {
  private static final String TEXT = "Content-Type: text/plain; charset=utf-8\n";
  private static final String HELLO = "\nHello, I lost my phone.\n";
  private static final String RTF = "Content-Type: application/rtf\n";
  private static final String RICH =
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}{\\*\\generator x;}\\f0 Ol\\'e1, {\\b perdi} o"
          + " telefone.\\par}\n";
  private static final String MIXED = "Content-Type: multipart/mixed; boundary=b\n\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        TEXT + "Content-Disposition: attachment\n" + HELLO,
        TEXT + "Content-Disposition: attachment; filename=mail.txt\n" + HELLO,
        MIXED + "--b\n" + TEXT + "Content-Disposition: attachment\n" + HELLO + "--b--\n",
        MIXED
            + "--b\n"
            + TEXT
            + "\n\n--b\n"
            + TEXT
            + "Content-Disposition: ATTACHMENT; filename=a.txt\n"
            + HELLO
            + "--b--\n",
        MIXED
            + "--b\nContent-Type: text/html\n\n<p></p>\n--b\n"
            + TEXT
            + "Content-Disposition: attachment\n"
            + HELLO
            + "--b--\n"
      })
  void isReadWhereThereIsNoOther(String content) throws MalformedMailException {
    InboundMail mail = parse(content);

    assertThat(mail.text().asString().strip()).isEqualTo("Hello, I lost my phone.");
    assertThat(mail.faults()).contains(StructureFault.TEXT_IN_FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RTF + "\n" + RICH,
        "Content-Type: text/rtf\n\n" + RICH,
        RTF + "Content-Disposition: attachment; filename=letter.rtf\n\n" + RICH,
        "Content-Type: multipart/alternative; boundary=b\n\n--b\n"
            + TEXT
            + "\n\n--b\n"
            + RTF
            + "\n"
            + RICH
            + "--b--\n",
        MIXED + "--b\n" + RTF + "\n" + RICH + "--b--\n"
      })
  void isReadOfRichTextWhereThereIsNoOther(String content) throws MalformedMailException {
    InboundMail mail = parse(content);

    assertThat(mail.text().asString().strip()).isEqualTo("Olá, perdi o telefone.");
    assertThat(mail.faults()).contains(StructureFault.TEXT_IN_FILE);
  }

  @Test
  void richTextIsNotReadBesideAText() throws MalformedMailException {
    InboundMail mail =
        parse(MIXED + "--b\n" + TEXT + HELLO + "--b\n" + RTF + "\n" + RICH + "--b--\n");

    assertThat(mail.text().asString()).contains("Hello").doesNotContain("perdi");
  }

  @Test
  void isNotReadBesideAText() throws MalformedMailException {
    InboundMail mail =
        parse(
            MIXED
                + "--b\n"
                + TEXT
                + "\nSee the file.\n--b\n"
                + TEXT
                + "Content-Disposition: attachment\n"
                + HELLO
                + "--b--\n");

    assertThat(mail.text().asString().strip()).isEqualTo("See the file.");
    assertThat(mail.faults()).isEmpty();
  }

  @Test
  void isNotReadBesideAnotherFile() throws MalformedMailException {
    InboundMail mail =
        parse(
            MIXED
                + "--b\n"
                + TEXT
                + "Content-Disposition: attachment\n"
                + HELLO
                + "--b\nContent-Type: image/png\nContent-Disposition: attachment\n\nx\n--b--\n");

    assertThat(mail.text().asString().strip()).isEmpty();
  }

  private static InboundMail parse(String content) throws MalformedMailException {
    String mail =
        "From: Kim <kim@mail.example>\nTo: support@desk.example\nSubject: Help\nMIME-Version: 1.0\n"
            + content;
    return new MailParser()
        .parse(new MailBytes(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
  }
}
