package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who tried to set a password anew, and could not. */
class LockedOutReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot my password and the reset page gives an error 500.",
        "The password reset form doesn't load, I tried three browsers.",
        "The reset link is broken: it says 404.",
        "Die Seite zum Zurücksetzen zeigt nur einen Fehler.",
        "Le lien de réinitialisation ne marche pas.",
        "La página para restablecer la contraseña da un error.",
        "O link de redefinição expirou, dá erro.",
        "重置密码的页面打不开。",
        "パスワード再設定ページでエラーが出ます。"
      })
  void thePageFails(String written) {
    assertThat(LockedOutReader.pageFails(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot my password. I have not tried the reset page yet.",
        "My phone is broken and I forgot my password.",
        "The reset page gave an error, but I am logged in again.",
        "Our users say that the reset page gives an error.",
        "Mein Handy ist kaputt, das Passwort weiß ich nicht mehr.",
        "我忘了密码。",
        "パスワードを忘れました。"
      })
  void nobodySaysSo(String written) {
    assertThat(LockedOutReader.pageFails(written)).isFalse();
  }
}
