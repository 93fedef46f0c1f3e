package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.parse.MailParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class SavedCodeReaderTest {

  private static List<String> codes(String text) throws Exception {
    String mail =
        """
        From: nora@new.example
        To: support@desk.example
        Subject: Re: your letter
        In-Reply-To: <1@desk.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: 8bit

        %s
        """
            .formatted(text);
    return Desk.triage()
        .savedCodes(
            new MailParser().parse(new MailBytes(mail.getBytes(StandardCharsets.UTF_8))),
            List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recovery code: %s",
        "recovery code:\n%s",
        "Hello,\n\nI found a recovery code: %s\n\nNora",
        "My backup code is %s.",
        "recovery code: “%s”",
        "Wiederherstellungscode: %s",
        "code de récupération : %s",
        "código de recuperación: %s",
        "código de recuperação: %s",
        "恢复码：%s",
        "リカバリーコード：%s",
        "%s\n\n> If you find a saved recovery code, reply with it."
      })
  void aCodeOfEachCommonShapeIsRead(String text) throws Exception {
    for (String code :
        List.of("3f9c2e7b1a8d4c60", "a1b2c-3d4e5", "7h2k-9d3m-4q8w", "3F9C2E7B1A8D4C60")) {
      boolean quoted = text.startsWith("%s");
      if (!quoted || !code.startsWith("3F")) {
        assertThat(codes(text.formatted(code))).as(text).containsExactly(code);
      }
    }
  }

  @Test
  void someStandInALineAndEachCountsOnce() throws Exception {
    assertThat(codes("recovery codes: 3f9c2e7b1a8d4c60, 3f9c2e7b1a8d4c61 and 3f9c2e7b1a8d4c60"))
        .containsExactly("3f9c2e7b1a8d4c60", "3f9c2e7b1a8d4c61");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have no recovery code.",
        "My password is 3f9c2e7b1a8d4c60",
        "The commit is 3f9c2e7b1a8d4c60",
        "I lost my recovery codes. My project is at commit 3f9c2e7b1a8d4c60aa of 2021-03-04.",
        "Hello\n\n> my recovery code: 3f9c2e7b1a8d4c60",
        "recovery-7gq2mx4a9ktr22wdkp5e is the name of the branch"
      })
  void whatIsNoneOrNotTheirsIsNotRead(String text) throws Exception {
    assertThat(codes(text)).isEmpty();
  }
}
