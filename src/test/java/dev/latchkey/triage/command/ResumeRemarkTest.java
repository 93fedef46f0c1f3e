package dev.latchkey.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words beside a RESUME are a reason, and which a doubt. */
class ResumeRemarkTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I still wonder whether he got in alone",
        "maybe it was her sister after all",
        "not entirely sure about the man on the phone",
        "She seems fine",
        "did anybody ring the second number?",
        "I'd feel better if somebody called her",
        "hopefully it is really him",
        "Bin mir bei der Frau nicht ganz sicher",
        "Hab dabei ein komisches Gefühl.",
        "Es könnte auch der Bruder gewesen sein",
        "je me demande si c'était elle",
        "sans doute que oui, mais c'est bizarre",
        "No lo tengo muy claro, la verdad",
        "parece que era él",
        "Não estou nada descansada com isto",
        "se calhar era o marido",
        "也许是他同事",
        "我不太确定",
        "本人かどうか気になります",
        "確信がありません"
      })
  void doubted(String remark) {
    assertThat(ResumeRemark.doubts(remark)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "please, she only asked",
        "The login from Kyiv was her own VPN; she told me on the phone.",
        "This sounds like another person.",
        "I called Dora, the colleague was her own, but she did not know that we write to both.",
        "no doubt that it is him: he named the last three invoices",
        "Am Telefon geklärt, es war sein eigener Anruf. Kein Zweifel.",
        "J'ai parlé avec elle, c'était son collègue ; sans aucun doute.",
        "Hablé con ella por teléfono, era su hermano quien escribió.",
        "Falei com ela ontem, ela identificou-se com o cartão.",
        "已电话核实，是本人操作",
        "電話で確認しました。ご本人の操作でした。"
      })
  void aReason(String remark) {
    assertThat(ResumeRemark.doubts(remark)).isFalse();
  }
}
