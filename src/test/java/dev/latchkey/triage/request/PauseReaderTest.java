package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sentences of this project's own, some of each kind in each language. */
class PauseReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Don't do it.",
        "hold off for now please",
        "I changed my mind.",
        "Wait, don't do anything yet",
        "Please wait until I am back on Monday.",
        "Hmm, hang on.",
        "Hello, not so fast, let me think about it.",
        "Warten Sie bitte noch.",
        "Moment, ich bin mir nicht mehr sicher.",
        "Machen Sie noch nichts, ich melde mich.",
        "Bitte noch nicht.",
        "Ich hab's mir anders überlegt.",
        "Attendez.",
        "Ne faites rien pour l'instant.",
        "Bonjour, j'ai changé d'avis.",
        "Réflexion faite, mieux vaut attendre un peu.",
        "Non, pas encore.",
        "Esperen, por favor.",
        "No hagan nada todavía.",
        "Mejor no.",
        "Me lo he pensado y cambié de idea.",
        "Un momento, déjenlo así.",
        "Esperem um pouco.",
        "Não façam nada por enquanto.",
        "Pensei melhor, é melhor não.",
        "Ainda não.",
        "先别弄。",
        "请等一下,我再想想。",
        "我改主意了。",
        "ちょっと待ってください。",
        "まだ何もしないでください。",
        "気が変わりました。"
      })
  void thisAsksToWait(String words) {
    assertThat(PauseReader.pauses(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Thank you, I can wait.",
        "I don't have the old phone any more.",
        "Don't worry, take your time.",
        "Please do not stop it.",
        "What are you waiting for?",
        "The wait is long, when is it done?",
        "I can't wait to be back!",
        "Danke, ich warte gern.",
        "Worauf warten Sie noch?",
        "Vielen Dank, bis Donnerstag.",
        "Merci, j'attends vos nouvelles.",
        "Qu'attendez-vous ?",
        "Gracias, espero su respuesta.",
        "¿Qué esperan?",
        "Obrigado, fico à espera.",
        "Podem continuar.",
        "谢谢,我等你们的消息。",
        "まだかかりますか、お待ちしています。",
        "ありがとうございます。よろしくお願いします。"
      })
  void thisDoesNot(String words) {
    assertThat(PauseReader.pauses(words)).isFalse();
  }
}
