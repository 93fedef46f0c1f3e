package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who writes Chinese in traditional signs, as in Taiwan and Hong Kong, is understood alike. */
class TraditionalSignsTest {
  private final TriageReader triage = Desk.triage();
  private final OwnerAnswerReader owner = new OwnerAnswerReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "LOST_2FA_DEVICE|kim-b77|我的手機掉進海裡了,驗證器也跟著沒了,現在登不進去。帳號是 kim-b77,麻煩幫忙。",
        "FORGOT_PASSWORD|lamp_shop|密碼忘記了,重設密碼的信也一直收不到。我的帳戶名稱：lamp_shop",
        "LOST_RECOVERY_CODES|ourlamp|當初的備用碼也弄丟了,手機也換了,登入不了帳號 ourlamp。",
        "ACCOUNT_COMPROMISED|lamp_shop|帳號 lamp_shop 被盜了,密碼被別人改掉。",
        "RECOVERY_CODES_INVALID|lamp_shop|輸入備用碼一直顯示無效。帳號 lamp_shop",
        "EMAIL_UNVERIFIED|lamp_shop|註冊時的驗證信一直沒收到,帳號 lamp_shop 沒辦法啟用"
      })
  void aRequestIsReadWithItsReason(Reason reason, String account, String text) {
    TriagedMail read = triage.read(TypedMail.first("無法登入帳號", text));
    assertThat(read.request().recovery()).isTrue();
    assertThat(read.request().reasons()).contains(reason);
    assertThat(read.request().username()).contains(account);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "OBJECTS|我沒有提出這個申請,請不要動我的帳號。",
        "OBJECTS|不是我本人,請馬上停止。",
        "AGREES|是我本人申請的,請繼續。",
        "AGREES|沒錯,是我申請的",
        "UNCLEAR|請問這是什麼意思?"
      })
  void anOwnerIsHeard(OwnerAnswer answer, String text) {
    assertThat(owner.read(text)).isEqualTo(answer);
  }
}
