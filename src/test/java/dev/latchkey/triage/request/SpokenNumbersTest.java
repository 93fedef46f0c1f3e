package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Numbers of questions that are spoken, in seven languages, and words that only count something.
 */
class SpokenNumbersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok number one no i have no such list number two yes of course",
        "question one: lost. question two: yes",
        "first question no, second question yes",
        "Nummer eins keine Nummer zwei ja",
        "zur Frage eins: nein, zur Frage zwei: ja",
        "numéro un aucun numéro deux oui",
        "número uno no tengo número dos sí",
        "pergunta um: não, pergunta dois: sim",
        "第一个没有，第二个同意",
        "一つ目はありません、二つ目ははい"
      })
  void bothAreFound(String line) {
    assertThat(SpokenNumbers.in(line, 3))
        .extracting(SpokenNumbers.Spoken::number)
        .containsExactly(1, 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one of my two phones is gone",
        "my number one reason is the phone",
        "question two comes before question one",
        "Ich habe eins von zwei Geräten",
        "第一次登录"
      })
  void nothingIsCounted(String line) {
    assertThat(SpokenNumbers.in(line, 3)).isEmpty();
  }
}
