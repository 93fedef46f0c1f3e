package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose success leaves the writer outside, and whose does not. */
class StillOutReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "My brother is back in but I am still locked out.",
        "They let me into the test site, but not here.",
        "It was fine until this morning.",
        "Mein Chef kommt rein, ich nicht.",
        "Bis gestern lief alles.",
        "Ma sœur a pu se connecter, moi non.",
        "Ça marchait jusqu'à hier.",
        "Mi socia ya entró, yo todavía no.",
        "Funcionaba ayer.",
        "A minha chefe já entrou, eu ainda não.",
        "Funcionou uma vez e mais nada.",
        "上司はログインできましたが、私はまだです。",
        "昨日まで使えたのですが。",
        "他可以了,我还是不行。",
        "昨天还好好的。"
      })
  void theWriterIsStillOutside(String written) {
    assertThat(StillOutReader.says(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I'm back in, thanks, please close it.",
        "I did not need the codes in the end, I am back in.",
        "Ich bin wieder drin, weitere Hilfe brauche ich nicht.",
        "Estoy dentro, más ayuda no necesito.",
        "Until yesterday I was locked out, now I am back in.",
        "Bis gestern war ich ausgesperrt, jetzt bin ich wieder drin.",
        "Tout remarche, le badge était dans le tiroir.",
        "Hasta ayer no podía, pero ahora funciona.",
        "Já consegui entrar, obrigado.",
        "昨日まで駄目でしたが、今は入れます。",
        "现在可以了,谢谢。"
      })
  void theWriterIsBackIn(String written) {
    assertThat(StillOutReader.says(MailText.of(written))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The form went through, yet the page keeps asking for a code.",
        "I get one step further now but it still wants the key.",
        "Die Seite öffnet sich, verlangt aber immer noch einen Code.",
        "La page s'ouvre mais elle réclame toujours un code.",
        "Entro un poco más, pero sigue pidiendo la llave.",
        "Já vejo a página, mas ainda pede o código.",
        "画面は出ますが、まだコードを求められます。",
        "页面打开了,可还是要验证码。"
      })
  void theSiteStillAsks(String written) {
    assertThat(StillOutReader.isStillAsked(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I was asked for a code and typed it in.",
        "Ich wurde nach einem Code gefragt und habe ihn eingegeben.",
        "On m'a demandé un code et je l'ai donné.",
        "Me pidió un código y lo puse.",
        "コードを求められたので入力しました。",
        "页面要我输验证码,我输了。"
      })
  void theSiteAskedOnce(String written) {
    assertThat(StillOutReader.isStillAsked(MailText.of(written))).isFalse();
  }
}
