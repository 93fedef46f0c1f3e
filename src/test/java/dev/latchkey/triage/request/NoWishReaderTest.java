package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wants no account back at all. */
class NoWishReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nein, ICH will nichts wiederherstellen! Da will einer, dass ich für orla bürge.",
        "No, I do NOT want to recover anything",
        "You misunderstood. I am not asking you to restore any account.",
        "Ich möchte gar kein Konto zurückhaben.",
        "Mais je ne veux rien récupérer !",
        "No quiero recuperar ninguna cuenta.",
        "Eu não quero recuperar nada, foi um engano",
        "我不想恢复任何账号",
        "何も復旧したくありません。"
      })
  void theyWantNone(String written) {
    assertThat(NoWishReader.says(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I do not want to recover anything but my account kim",
        "I don't want to recover by code, I have no codes",
        "Ich will nichts verlieren, nur mein Konto wiederherstellen",
        "I cannot recover anything, nothing works",
        "Je ne veux pas de récupération par téléphone, mais par mail",
        "No quiero perder nada, quiero recuperar mi cuenta",
        "Do you not want to recover anything?",
        "私のアカウント以外は何も復旧したくありません"
      })
  void theyWantOne(String written) {
    assertThat(NoWishReader.says(written)).isFalse();
  }
}
