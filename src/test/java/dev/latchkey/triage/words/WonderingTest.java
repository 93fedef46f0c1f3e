package dev.latchkey.triage.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves a doubt beside a voucher's code, and what only sounds so. */
class WonderingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I think it is her, not sure",
        "Probably her, the line was bad.",
        "The voice sounded right but I could not swear, it might be her sister.",
        "No, I have doubts about the caller.",
        "I'm not a hundred percent certain",
        "Ich glaube, sie ist es, bin mir aber nicht sicher.",
        "Wahrscheinlich ist sie es.",
        "Je pense que c'est elle, mais je ne suis pas sûr.",
        "J'ai un doute sur la voix.",
        "Creo que es ella, no estoy seguro.",
        "Tengo mis dudas.",
        "Acho que é ela, não tenho certeza.",
        "应该是她，我不太确定。",
        "我有点怀疑。",
        "たぶん彼女です。",
        "本人だと思います。自信がありません。"
      })
  void doubts(String words) {
    assertThat(Wondering.in(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I spoke with her on the telephone an hour ago. It is her.",
        "There is no doubt that it is her.",
        "No doubt whatsoever, it is Nora.",
        "I do not have the slightest doubt.",
        "She asked me if I could vouch for her. She is who she says.",
        "It is her. If you need anything else, call me. Hope this helps!",
        "Es gibt keinen Zweifel, sie ist es.",
        "Ich habe nicht den geringsten Zweifel.",
        "Il n'y a pas de doute, c'est elle.",
        "No hay duda, es ella.",
        "No me queda la menor duda.",
        "Não há dúvida, é ela.",
        "毫无疑问，是她本人。",
        "疑いはありません。彼女です。"
      })
  void isSure(String words) {
    assertThat(Wondering.in(words)).isFalse();
  }
}
