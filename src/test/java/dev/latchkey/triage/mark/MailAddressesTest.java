package dev.latchkey.triage.mark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<a@b.example>:| a@b.example",
        "rfc822;a@b.example| a@b.example",
        "'a@b.example'| a@b.example",
        "\"a@b.example\":| a@b.example",
        "to a@b.example.| a@b.example",
        "Recipient: [SMTP:a@b.example]| a@b.example",
        "dda:SMTP=a@B.example;| a@B.example",
        "\"a..b\"@phone.example| \"a..b\"@phone.example",
        ".a..b.@phone.example| .a..b.@phone.example",
        "bounce+x=y.example@b.example| bounce+x=y.example@b.example",
        "宛先kai@b.exampleです| kai@b.example"
      })
  void anAddressIsFoundAsWritten(String text, String address) {
    assertThat(MailAddresses.in(text)).containsExactly(address);
  }

  @Test
  void severalAreFoundInOrder() {
    assertThat(MailAddresses.in("a@b.example, <c@d.example>"))
        .containsExactly("a@b.example", "c@d.example");
  }

  @Test
  void anAtSignAloneIsNone() {
    assertThat(MailAddresses.in("@ @b.example a@ a @ b \"x y\"@b.example @@@")).isEmpty();
  }
}
