package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NobodyKnowsReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "No one at our office remembers the password for the account clubhouse.",
        "Keiner von uns im Verein kennt noch das Passwort.",
        "Personne au club ne se souvient du mot de passe.",
        "Nadie en la asociación recuerda la contraseña.",
        "Ninguém aqui no clube se lembra da senha.",
        "我们社团里没人记得账号的密码了。",
        "部の誰もアカウントのパスワードを覚えていません。"
      })
  void whoeverSaysSoIsLockedOut(String text) {
    assertThat(NobodyKnowsReader.says(MailText.of(text))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nobody but me knows the password.",
        "Nobody else knows the password.",
        "Nobody knows my password.",
        "Niemand außer mir kennt das Passwort.",
        "Personne d'autre ne connaît le mot de passe.",
        "Nadie excepto yo sabe la contraseña.",
        "Ninguém além de mim sabe a senha.",
        "除了我没有人知道密码。",
        "私以外は誰もパスワードを知りません。",
        "Does nobody at your desk know the password?"
      })
  void thatItsOwnerAloneKnowsItSaysNothing(String text) {
    assertThat(NobodyKnowsReader.says(MailText.of(text))).isFalse();
  }
}
