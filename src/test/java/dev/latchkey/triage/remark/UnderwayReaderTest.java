package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.words.MailText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who waits for the site's mail, and who waits in vain. */
class UnderwayReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have requested the reset mail just now.",
        "Just asked the site for the reset link, waiting for it to arrive.",
        "I clicked \"forgot password\" a minute ago, the mail should be here any moment.",
        "Habe die Rücksetz-Mail gerade angefordert, warte darauf.",
        "J'ai demandé le mail de réinitialisation à l'instant, je l'attends.",
        "He pedido el correo de restablecimiento, lo estoy esperando.",
        "Acabei de pedir o email de reposição, estou à espera.",
        "リセットメールを今リクエストしました。届くのを待っています。",
        "刚刚申请了重置邮件，正在等。"
      })
  void itIsUnderway(String written) {
    assertThat(UnderwayReader.says(MailText.of(written))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I requested the reset mail two hours ago, where is it?",
        "Still waiting for the reset mail.",
        "I asked for the reset link, but it never came.",
        "Please reset my password yourselves.",
        "Ich warte noch auf die Mail zum Zurücksetzen.",
        "J'ai demandé le mail de réinitialisation, rien n'arrive.",
        "He pedido el enlace para restablecer y no llega.",
        "Pedi o link de reposição e nada.",
        "リセットメールをリクエストしましたが、まだ届きません。",
        "申请了重置邮件，一直没收到。"
      })
  void itIsLateOrNeverAskedFor(String written) {
    assertThat(UnderwayReader.says(MailText.of(written))).isFalse();
  }
}
