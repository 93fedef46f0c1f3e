package dev.latchkey.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words beside or below DONE may say that it is not. */
class ReportDoubtsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Actually not yet, the account system is down, will try on Monday",
        "UPDATE: it failed after all",
        "but the link bounced, I think",
        "hopefully :)",
        "No.",
        "Well, not really.",
        "I could not get the form to work.",
        "The mail with the link has not gone out so far",
        "Should be fine now.",
        "as far as I can tell",
        "Fingers crossed!",
        "Sorry, wrong ticket!",
        "Wait, I did the other account.",
        "It says error 500, so who knows",
        "Did it work?",
        "still waiting for the admin to press the button",
        "She says no link came.",
        "I will carry it out tomorrow",
        "Oder doch noch nicht, das System ist gerade ausgefallen",
        "Hat leider nicht geklappt.",
        "Der Link ging nicht raus",
        "Müsste jetzt gehen",
        "hoffe ich mal",
        "Kam eine Fehlermeldung.",
        "ça n'a pas marché",
        "normalement c'est bon",
        "Le lien est revenu, je crois",
        "Pas encore, le système est en panne",
        "todavía no, el sistema está caído",
        "No funcionó.",
        "espero que sí",
        "El enlace rebotó",
        "ainda não, tento na segunda",
        "Afinal não deu certo.",
        "acho que sim",
        "O link voltou",
        "还没有，系统坏了",
        "没成功",
        "应该可以了",
        "链接被退信了",
        "まだです、システムが落ちています",
        "うまくいきませんでした",
        "たぶん大丈夫です",
        "エラーが出ました"
      })
  void doubted(String words) {
    assertThat(ReportDoubts.in(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "It was done at 10:20 already.",
        "link sent, no problems",
        "Reset in the account system, new link sent to her address.",
        "Password reset and second factor removed.",
        "No errors this time.",
        "She should be able to log in now.",
        "Took me half an hour, what a slow system.",
        "That was fast!",
        "The link is valid until tomorrow.",
        "On Monday at ten, by telephone with her beside me.",
        "Anything else for me today?",
        "Hope that helps!",
        "Nothing else to do here.",
        "Carla Novak\nAccount team\nPhone +49 30 1234",
        "Heute Morgen erledigt, alles gut.",
        "Erledigt, keine Fehler",
        "Link verschickt. Schönen Tag noch!",
        "C'est fait, sans problème.",
        "Fait lundi, le lien est parti",
        "Hecho esta mañana, sin problemas",
        "Enviado el enlace a las 10:20",
        "Feito, sem problemas.",
        "Link enviado às 10:20, ela já entrou",
        "已完成，没有问题",
        "链接已发送",
        "完了しました。問題ありません",
        "10:20にリンクを送りました"
      })
  void aReport(String words) {
    assertThat(ReportDoubts.in(words)).isFalse();
  }
}
