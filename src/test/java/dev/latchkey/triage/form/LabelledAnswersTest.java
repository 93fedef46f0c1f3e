package dev.latchkey.triage.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.request.AskedReader;
import dev.latchkey.triage.request.GivenAnswers;
import dev.latchkey.triage.request.ReadingForms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in one line by bare numbers or by labels of one's own, and what is none. */
class LabelledAnswersTest {
  private static final List<Question> THREE =
      List.of(Question.RECOVERY_CODES, Question.CODE_OF_CONDUCT, Question.ACKNOWLEDGEMENT);

  private final AskedReader reader = ReadingForms.asked();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 lost 2 yes 3 yes",
        "1-lost 2-yes 3-yes",
        "1 -> lost, 2 -> yes, 3 -> yes",
        "#1 lost #2 yes #3 yes",
        "Q1: lost Q2: yes Q3: yes",
        "1️⃣ lost 2️⃣ yes 3️⃣ yes",
        "1. lost 2. 👍 3. 👍",
        "1 verloren 2 ja 3 von mir aus.",
        "1 perdus 2 oui 3 oui",
        "1 los perdí 2 sí 3 sí",
        "1 perdi 2 sim 3 sim obrigado",
        "1丢了 2同意 3可以等",
        "①なくしました ②同意します ③はい",
        "My answers: 1 lost 2 yes 3 yes",
        "codes lost conduct yes time yes",
        "lost, conduct ok, time ok",
        "codes: lost; rules: yes; time: yes",
        "Codes: verloren, Kodex: ja, Zeit: ja",
        "codes perdus, d'accord pour le règlement et le délai",
        "códigos: perdidos, conducta: sí, tiempo: sí",
        "códigos: perdidos, conduta: sim, tempo: sim",
        "恢复码：丢了，准则：同意，时间：可以",
        "コード：なくしました、規範：はい、時間：はい"
      })
  void allThreeAreRead(String written) {
    GivenAnswers given = read(written);

    assertThat(given.codes()).isEqualTo(RecoveryCodes.LOST);
    assertThat(given.conduct()).contains(true);
    assertThat(given.waits()).contains(true);
  }

  /** Who names one thing agreed to no other. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "time yes | - | true",
        "wait: yes | - | true",
        "Zeit ok | - | true",
        "oui pour le délai | - | true",
        "sí al plazo | - | true",
        "sim para o tempo | - | true",
        "codes: none, conduct: ok | true | -",
        "Regeln: ja | true | -",
        "conduct ok, time no | true | false",
        "coc yes, time: what do you mean? | true | -",
        "1 lost 2 yes 3 only if it is quick | true | -",
        "1 verloren 2 ja 3 nein | true | false"
      })
  void oneIsRead(String written, String conduct, String waits) {
    GivenAnswers given = read(written);

    assertThat(given.conduct().map(String::valueOf).orElse("-")).isEqualTo(conduct);
    assertThat(given.waits().map(String::valueOf).orElse("-")).isEqualTo(waits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time?",
        "time yes?",
        "last time yes",
        "ok this time",
        "Zeit ok, wenn es schnell geht",
        "conduct ok unless you change it",
        "ok for the wait, provided that I keep my project",
        "ok pour le délai, à condition que ce soit gratuit",
        "sí al plazo, siempre que sea corto",
        "I had 1 yes 2 no from you",
        "I had 1 phone 2 keys 3 laptops",
        "1 ja? 2 ja? 3 ja?"
      })
  void nobodyAgrees(String written) {
    GivenAnswers given = read(written);

    assertThat(given.conduct()).isNotEqualTo(Optional.of(true));
    assertThat(given.waits()).isNotEqualTo(Optional.of(true));
  }

  @Test
  void anEndlessLineIsReadInItsLength() {
    String endless = "1 yes 2 time: ok, ".repeat(4_000) + "a.a.".repeat(4_000);

    assertTimeout(Duration.ofSeconds(5), () -> read(endless));
  }

  private GivenAnswers read(String written) {
    return reader.read(ReadingForms.typed(written), THREE);
  }
}
