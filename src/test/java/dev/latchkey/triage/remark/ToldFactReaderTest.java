package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts about an account, and what only sounds like one. */
class ToldFactReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "It was created in 2013, I believe.",
        "Der letzte Login war wohl im November.",
        "Je me suis inscrite vers 2017.",
        "La última vez que entré fue en octubre.",
        "Criei essa conta em 2015.",
        "登録したのは2018年です。",
        "我是2016年注册的。",
        "There are two packages called moss and fern that I published.",
        "Die Datei ist im Anhang.",
        "Segue em anexo o que pediram.",
        "書類を添付いたします。"
      })
  void tells(String written) {
    assertThat(ToldFactReader.says(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Was it created in 2013?",
        "I made it to the station in time.",
        "Ich kann den Anhang nicht öffnen.",
        "No puedo abrir el adjunto.",
        "添付ファイルが開けません。",
        "我打不开附件。",
        "Thanks, see you in October."
      })
  void tellsNothing(String written) {
    assertThat(ToldFactReader.says(MailText.of(written))).isFalse();
  }
}
