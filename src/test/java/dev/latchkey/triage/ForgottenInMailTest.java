package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.ticket.Reason;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody forgot to write is no password. */
class ForgottenInMailTest {
  private final TriageReader triage;

  ForgottenInMailTest() throws Exception {
    triage = Desk.triage();
  }

  private Set<Reason> reasons(String text) {
    return triage.read(TypedMail.later(text)).request().reasons();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sorry, forgot: my login is nora",
        "I forgot to say: I lost my phone.",
        "I forgot to mention that my username is nora.",
        "Forgot my name in the first mail, it is nora.",
        "Oh, I forgot the username: nora",
        "Entschuldigung, vergessen: mein Login ist nora",
        "Ich habe vergessen zu sagen, dass mein Benutzername nora ist.",
        "In der ersten Mail habe ich meinen Benutzernamen vergessen: nora",
        "J'ai oublié de préciser : mon identifiant est nora",
        "Désolée, oublié : mon identifiant est nora",
        "Olvidé decir que mi usuario es nora",
        "Se me olvidó poner el nombre en el primer correo: nora",
        "Esqueci de dizer: o meu utilizador é nora",
        "Desculpe, esqueci: a minha conta é nora",
        "書き忘れました。ユーザー名は nora です。",
        "すみません、忘れていました。ユーザー名は nora です。",
        "忘了说，我的用户名是 nora",
        "不好意思，忘了写，用户名：nora",
      })
  void isNoReason(String text) {
    assertThat(reasons(text)).doesNotContain(Reason.FORGOT_PASSWORD, Reason.OTHER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot my password, my login is nora",
        "forgot it: the password",
        "I forgot to say: I forgot my password.",
        "Ich habe mein Passwort vergessen. Mein Login ist nora",
        "Passwort vergessen",
        "J'ai oublié mon mot de passe, identifiant nora",
        "Olvidé la contraseña, usuario nora",
        "Esqueci a senha",
        "パスワードを忘れました。nora です",
        "忘了密码，用户名 nora",
      })
  void aPasswordThatIsForgottenIsOne(String text) {
    assertThat(reasons(text)).contains(Reason.FORGOT_PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot to say: I lost my phone.",
        "Vergessen zu schreiben: mein Handy ist kaputt.",
        "J'ai oublié de dire que j'ai perdu mon téléphone.",
        "Olvidé decir que perdí el teléfono.",
        "Esqueci de dizer que perdi o telemóvel.",
        "忘了说，我的手机丢了。",
        "書き忘れましたが、スマホをなくしました。",
      })
  void whatIsToldWithItCounts(String text) {
    assertThat(reasons(text)).contains(Reason.LOST_2FA_DEVICE);
  }
}
