package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.request.RequestReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** First mails in which passwords and recovery codes are called otherwise than we call them. */
class OtherNamesTest {
  private final TriageReader triage;

  OtherNamesTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "FORGOT_PASSWORD | locked out | My account is bramble. The word to get in is gone from my head since"
            + " the operation.",
        "LOST_RECOVERY_CODES | bloquée | Bonjour, mon compte mirabelle est inaccessible : téléphone perdu. La"
            + " feuille avec les codes de secours a brûlé."
      })
  void aReasonThatIsToldByWhatHappenedIsSure(Reason reason, String subject, String text) {
    RequestReading request = triage.read(TypedMail.first(subject, text)).request();

    assertThat(request.reasons()).contains(reason);
    assertThat(request.sure()).isTrue();
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "入れません | hanako のアカウントに入れません。スマホは水没、予備の番号は引き出しにあります。",
        "进不去 | walnut 的账号进不去了，手机掉水里了。那十个备用数字在抽屉里。"
      })
  void codesByAnotherNameThatLieSomewhereAreThere(String subject, String text) {
    assertThat(triage.read(TypedMail.first(subject, text)).request().said())
        .contains(Said.CODES_HAVE);
  }
}
