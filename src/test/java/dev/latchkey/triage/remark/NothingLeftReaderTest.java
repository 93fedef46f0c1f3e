package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who has nothing left to show, and who has only nothing left to tell. */
class NothingLeftReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "The key burnt with the house, I have nothing left.",
        "Telefon weg, Codes weg, mehr habe ich nicht.",
        "Je n'ai plus ni le téléphone ni les codes.",
        "Perdí el bolso y no me queda nada.",
        "O celular foi roubado e não sobrou nada.",
        "鍵も紙も捨ててしまい、何も残っていません。",
        "手机和本子都没了。"
      })
  void hasNothing(String written) {
    assertThat(NothingLeftReader.says(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There is nothing left to say but thanks.",
        "Habe ich nichts mehr zu tun?",
        "No me queda nada que añadir.",
        "何も問題はありません。",
        "I lost the phone in May, the codes are in a drawer."
      })
  void hasSomething(String written) {
    assertThat(NothingLeftReader.says(MailText.of(written))).isFalse();
  }
}
