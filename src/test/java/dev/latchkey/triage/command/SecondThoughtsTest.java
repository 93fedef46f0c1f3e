package dev.latchkey.triage.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands below an approval may take it back. */
class SecondThoughtsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "No, wait, please do not approve.",
        "Wait, I just saw that the address is new.",
        "Checked the file.\nSorry, wrong ticket!",
        "oh stop, I mixed them up",
        "Actually I don't want this to be approved yet",
        "Please disregard.",
        "Halt, das war das falsche, bitte nicht freigeben",
        "Vergesst das, ich habe mich vertan",
        "Non, attendez",
        "Finalement, n'approuvez pas : je me suis trompé de dossier",
        "No lo aprueben todavía",
        "Me equivoqué, era otro caso",
        "Esperem, não aprovem ainda",
        "等一下，先不要批准",
        "すみません、間違えました。承認しないでください",
        "Or should we wait? I am not sure.",
        "only if Bob agrees",
        "Oder sollten wir warten?",
        "Seulement si Bob est d'accord",
        "solo si Bob está de acuerdo",
        "Não tenho certeza.",
        "我不确定",
        "Bobが同意した場合に限ります",
        "But I am out of office, ask Bob before",
        "please ask Alice first",
        "Bitte vorher noch mit Bob abklären",
        "subject to Bob's okay",
        "once Alice is okay with it",
        "if Bob agrees that is",
        "not before Monday please",
        "Let me check with HR first",
        "unless the owner objects today",
        "Needs a second look first, Bob?",
        "Erst wenn die Personalabteilung zustimmt",
        "Sofern Bob einverstanden ist",
        "Vois d'abord avec Alice",
        "sous réserve de l'accord de Bob",
        "Si Bob est d'accord",
        "Pregunten antes a Bob",
        "siempre que Bob esté de acuerdo",
        "Perguntem primeiro à Alice",
        "Se o Bob concordar",
        "请先问一下Bob",
        "如果Bob同意的话",
        "先にBobに確認してください",
        "Bobさんの了承が得られたら"
      })
  void takenBack(String remark) {
    assertThat(SecondThoughts.takeBack(remark)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Oh no, wrong one. Please take that back",
        "oops, that was a mistake, sorry",
        "I did not mean to approve this, please cancel it",
        "That should not have gone out",
        "Shoot. By accident I approved the wrong person!",
        "I withdraw my approval",
        "Mist, das war der Falsche. Bitte zurücknehmen",
        "Ups, aus Versehen freigegeben",
        "Bitte das wieder rückgängig machen, war ein Irrtum",
        "Oh non, ce n'était pas le bon dossier, annulez s'il vous plaît",
        "Je n'aurais pas dû approuver",
        "¡Ay no, me equivoqué! Anulen eso por favor",
        "Fue un error, retírenlo",
        "Ai não, foi engano, desfaçam isso",
        "Enganei-me, por favor anulem a aprovação",
        "すみません、間違えました。取り消してください",
        "承認をキャンセルしてください",
        "糟了，搞错了，请撤回",
        "哎呀，点错了，请取消"
      })
  void regretted(String words) {
    assertThat(SecondThoughts.callsMistaken(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Looks fine to me, no objections.",
        "Checked with HR, no doubts.",
        "He waited long enough.",
        "I called her; she could not read the old mailbox since May.",
        "kein Problem, alles geprüft",
        "Rückruf gemacht, Stimme erkannt. Nicht nochmal anrufen.",
        "Pas de souci, tout est en ordre",
        "Sin dudas, la llamé ayer",
        "Sem dúvidas, falei com ela",
        "没有问题，已经核实",
        "問題ありません。本人に電話しました",
        "The user had the wrong password for years.",
        "I am sure it is her.",
        "She was not sure of her old address at first, and then was.",
        "If she writes again, tell her it takes three days.",
        "I spoke with Alice and she agrees.",
        "Called her first thing this morning, her voice is known to me.",
        "ID checked, same as before.",
        "If anybody asks: I met him at the conference.",
        "Vorhin mit Bob gesprochen, er ist einverstanden.",
        "Habe sie angerufen, alles bestätigt.",
        "Je l'ai eue au téléphone, c'est bien elle.",
        "Bob est d'accord.",
        "Hablé con ella y lo confirmó.",
        "Falei com o Bob, ele concorda.",
        "已经电话核实过了，同意",
        "Bobさんも同意しています。問題ありません",
        "Alice Miller\nAccount team\nPhone +49 30 1234"
      })
  void aRemarkThatTakesNothingBack(String remark) {
    assertThat(SecondThoughts.takeBack(remark)).isFalse();
  }
}
