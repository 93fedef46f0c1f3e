package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.ticket.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What nobody knows, remembers or finds any more, and what is not taken, is a reason. */
class NobodyKnowsTest {
  private final TriageReader triage;

  NobodyKnowsTest() {
    triage = Desk.triage();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "FORGOT_PASSWORD|The password of the account ourlamp is something no one knows here;"
            + " no one remembers it, none of us know it and none of us knows who set it."
            + " None of us remember, none of us remembers anything.",
        "LOST_2FA_DEVICE|My phone with the app is nowhere to be found and the site will not take any"
            + " of my codes. Account: ourlamp.",
        "FORGOT_PASSWORD|I forgot the pass code of my account ourlamp.",
        "FORGOT_PASSWORD|Das Passwort vom Konto ourlamp kennt keiner, erinnert sich keiner,"
            + " niemand erinnert sich, niemand weiß es, weiß niemand.",
        "RECOVERY_CODES_INVALID|Von den Codes funktioniert keiner, klappt keiner, die anderen"
            + " gehen auch nicht. Das Handy ist nicht aufzutreiben, ich kann es nicht mehr finden."
            + " Konto: ourlamp.",
        "FORGOT_PASSWORD|Le mot de passe du compte ourlamp, aucun de nous ne sait,"
            + " personne ne connaît, personne ne se souvient. Les codes ne fonctionnent pas, je"
            + " ne les trouve plus, on ne trouve plus le téléphone, soit dit en passant.",
        "LOST_RECOVERY_CODES|La contraseña de la cuenta ourlamp: nadie se acuerda, ninguno recuerda,"
            + " ninguno sabe, ninguno se acuerda, no sabe nadie. Los códigos no aparecen,"
            + " no los encuentro, ya no tengo ese móvil.",
        "RECOVERY_CODES_INVALID|A senha da conta ourlamp: ninguém se recorda, nenhum de nós sabe. Os"
            + " códigos todos dão erro, dão erro sempre, e não encontro o telemóvel.",
        "FORGOT_PASSWORD|账号ourlamp的密码没人记得，没有人记得，手机不知道放哪了。"
      })
  void itIsAReason(Reason reason, String text) {
    assertThat(triage.read(TypedMail.first("Account", text)).request().reasons()).contains(reason);
  }
}
