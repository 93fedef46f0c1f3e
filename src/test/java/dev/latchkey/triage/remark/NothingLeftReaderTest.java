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
        "手机和本子都没了。",
        "I cannot read either of those, I only have this gmail now",
        "The address was my employer's and is closed. All I have is this one.",
        "None of these is possible for me.",
        "My old provider went bust, this here is the only address I've got.",
        "Beide Adressen sind weg, ich habe nur noch dieses Postfach.",
        "Auf keins der beiden habe ich Zugriff.",
        "Aucune de ces solutions n'est possible pour moi",
        "L'ancienne boîte est fermée, je n'ai plus que cette adresse.",
        "No puedo leer ninguno de esos correos, solo tengo este gmail",
        "Não consigo ler nenhum desses",
        "どの方法も私には無理です。",
        "那两个邮箱都看不了，现在只有这个"
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
        "I lost the phone in May, the codes are in a drawer.",
        "I only use gmail.",
        "Solo tengo este correo registrado.",
        "None of it can I understand.",
        "Is none of that possible by phone?",
        "Nichts davon verstehe ich."
      })
  void hasSomething(String written) {
    assertThat(NothingLeftReader.says(MailText.of(written))).isFalse();
  }
}
