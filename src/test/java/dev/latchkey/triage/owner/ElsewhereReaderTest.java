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
