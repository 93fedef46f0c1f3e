package dev.latchkey.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.MailBytes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A letter as its reader sees it, and nothing of it that steers a terminal. */
class DemoScreenTest {
  private static final DemoMail LETTER =
      DemoMail.of(
          new MailBytes(
              """
              Received: from somewhere
              From: Desk <support@desk.example>
              To: =?UTF-8?Q?Mar=C3=ADa?= <maria@post.example>
              Subject: =?UTF-8?Q?Ihr_Schl=C3=BCssel?=
              MIME-Version: 1.0
              Content-Type: text/plain; charset=UTF-8; format=flowed
              Content-Transfer-Encoding: quoted-printable

              Gr=C3=BC=C3=9Fe an=20
              alle.
              =1B[2JHidden
              """
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII)));

  private final StringWriter written = new StringWriter();

  private String shown(boolean letters) {
    new DemoScreen(new PrintWriter(written), letters, () -> written.write("(room)"))
        .outgoing("maria@post.example", LETTER);
    return written.toString();
  }

  @Test
  void aLetterIsShownAsItsReaderSeesIt() {
    assertThat(shown(true))
        .isEqualToNormalizingNewlines(
            """
            (room)                  desk -> maria@post.example: Ihr Schlüssel
                              | From: Desk <support@desk.example>
                              | To: María <maria@post.example>
                              | Subject: Ihr Schlüssel
                              |\s
                              | Grüße an alle.
                              | \ufffd[2JHidden

            """);
  }

  @Test
  void elsewhereItsSubjectIsEnough() {
    assertThat(shown(false))
        .isEqualToNormalizingNewlines(
            "(room)                  desk -> maria@post.example: Ihr Schlüssel\n");
  }
}
