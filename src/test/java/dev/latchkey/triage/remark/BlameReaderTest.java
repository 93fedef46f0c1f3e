package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who hears of a reset and asks who did it, or names somebody. */
class BlameReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Wer hat denn da an meinem Konto gedreht? Die Nachbarin durfte das nicht!",
        "So the lodger has been at my computer again",
        "Who on earth signed off on this",
        "that'll be my stepson, the little rat",
        "Da steckt bestimmt mein Schwager dahinter",
        "Von wem kam das bitte?",
        "Mais qui a touché à mes affaires",
        "Ma colocataire s'en est mêlée sans rien me dire",
        "¿Quién anduvo en lo mío?",
        "La cuidadora se tomó demasiadas confianzas",
        "Quem mexeu nisto?",
        "A empregada não tinha nada que responder por mim",
        "谁动了我的账号",
        "肯定是我室友干的，我没让她弄",
        "誰がやったのですか",
        "同居人が勝手にやったのだと思います",
        "thanks for nothing, my ex was never allowed in there",
      })
  void blames(String written) {
    assertThat(BlameReader.blames(written)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Desculpem, mas já consegui, obrigada a todos!!",
        "my daughter says thank you as well",
        "Who can I call about the bill?",
        "Der neue Link geht nicht",
        "Danke, auch von meiner Frau",
        "Ça marche, merci à toute l'équipe",
        "Todo bien, mi hija está feliz",
        "An wen kann ich mich wenden?",
        "C'est moi qui ai demandé, tout va bien",
        "好了，谢谢大家，我老婆也很高兴",
        "無事に入れました。妻も喜んでいます。",
        "the link expired before I got round to it",
        "Não consigo abrir a ligação",
      })
  void doesNot(String written) {
    assertThat(BlameReader.blames(written)).isFalse();
  }
}
