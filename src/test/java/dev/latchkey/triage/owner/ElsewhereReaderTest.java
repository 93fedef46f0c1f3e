package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** First mails about another house, a thing or a list, and those that may mean ours. */
class ElsewhereReaderTest {
  private static boolean says(String written) {
    return ElsewhereReader.says(MailText.of(""), MailText.of(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot the code of the printer on the third floor.",
        "hallo, ich hab das wlan passwort vergessen",
        "J'ai oublié le code de la porte d'entrée de l'immeuble.",
        "Olvidé la contraseña del wifi de casa, ¿me la pasan?",
        "A senha do alarme eu esqueci, liga para ele.",
        "家里门锁密码忘了，您发我一下。",
        "Wi-Fiのパスワードを忘れました。",
        "Somebody pretends to be me under the name jane_real. I never signed up here.",
        "Hay un perfil que no soy yo y usa mi foto. Nunca me registré con ustedes.",
        "有人用我的照片，我从来没有在你们这里注册过。"
      })
  void theSecretOfAThingOrAStrangersPictureIsNone(String written) {
    assertThat(says(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I forgot my password and my wifi is slow.",
        "The password of my account was on the printer.",
        "My codes are in the safe, and the password is gone.",
        "Das Passwort ist weg, der Drucker auch.",
        "Ma clé est restée derrière la porte, mot de passe connu.",
        "La contraseña de mi cuenta la guardaba el ordenador.",
        "密码忘了，打印机也坏了。",
        "Somebody uses my photo and took over my account."
      })
  void aSecretBesideAThingMayBeOurs(String written) {
    assertThat(says(written)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I can't get into my Revolut app any more, please unlock it.",
        "The printer stopped working, it wants a pin.",
        "We are locked out of the building, can somebody come?",
        "Please take me off this list, I never signed up for anything.",
        "Meine Sparkasse sagt, der Zugang ist gesperrt. Bitte freischalten.",
        "Nehmt mich aus dem Verteiler, ich habe kein Konto bei euch.",
        "Mon espace Ameli ne me laisse plus me connecter.",
        "El portal de Hacienda no me deja entrar, ayuda por favor.",
        "A conta do Nubank está bloqueada, podem liberar?",
        "淘宝账号登不上了，请帮忙。",
        "楽天のアカウントに入れません。助けてください。",
      })
  void isAboutNoneOfOurs(String written) {
    assertThat(says(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I was at the bank when my phone was stolen, now I am locked out.",
        "I keep the recovery codes at my bank and cannot get in. Please help.",
        "The door of the tram ate my phone, I cannot log in.",
        "I can't get into my account on your site, my bank works.",
        "Somebody signed me up in my name, I never registered. Take me off this list.",
        "Mein Handy mit der Banking-App ist weg, ich komme nicht rein.",
        "Mon téléphone avec l'application de la banque est mort, je suis bloqué.",
        "Ich komme nicht rein, bitte helfen Sie mir.",
        "登不上了，请帮忙。",
      })
  void mayMeanOurs(String written) {
    assertThat(says(written)).isFalse();
  }
}
