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
        "Bobが同意した場合に限ります"
      })
  void takenBack(String remark) {
    assertThat(SecondThoughts.takeBack(remark)).isTrue();
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
        "If she writes again, tell her it takes three days."
      })
  void aRemarkThatTakesNothingBack(String remark) {
    assertThat(SecondThoughts.takeBack(remark)).isFalse();
  }
}
