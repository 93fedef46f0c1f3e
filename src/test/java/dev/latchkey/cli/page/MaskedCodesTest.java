package dev.latchkey.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class MaskedCodesTest {
  @ParameterizedTest
  @CsvSource({
    "[GitHub] 482913 is your verification code, [GitHub] ****** is your verification code",
    "Your Example code is 4829, Your Example code is ******",
    "482913 – Ihr Sicherheitscode, ****** – Ihr Sicherheitscode",
    "Votre code : 482913, Votre code : ******",
    "Confirm: code G-482913, Confirm: code G-******",
    "Your login code: 482-913, Your login code: ******",
    "Use 482 913 to sign in, Use ****** to sign in",
    "您的验证码：482913, 您的验证码：******",
    "Your one-time key K7Q2M4XA is here, Your one-time key ****** is here"
  })
  void codesOfOtherHousesAreHidden(String subject, String shown) {
    assertThat(MaskedCodes.in(subject)).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Re: Approved, waiting until 5 March 2026 – LK-1001",
        "Account recovery request: dora",
        "PEP 541 request #12345",
        "ACCOUNT LOCKED",
        "Lost my phone on 2 May"
      })
  void whatIsNoCodeStays(String subject) {
    assertThat(MaskedCodes.in(subject)).isEqualTo(subject);
  }
}
