package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.Answers.Question;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of people who are tired of the question. */
class ToldBeforeTest {
  private final AskedReader reader = ReadingForms.asked();

  private GivenAnswers read(String written, Question... asked) {
    return reader.read(ReadingForms.typed(written), List.of(asked));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I TOLD you: walt",
        "as I said, walt",
        "it's walt, like I wrote",
        "I already told you, it's walt",
        "walt, as I said",
        "Again: walt",
        "For the third time: walt",
        "How often do I have to say it? walt",
        "Sorry, forgot: walt",
        "wie gesagt: walt",
        "Hab ich doch schon geschrieben: walt",
        "Ich hab's doch gesagt: walt",
        "walt, wie schon geschrieben",
        "Hatte ich vergessen: walt",
        "Comme je l'ai dit : walt",
        "Je vous l'ai déjà dit, c'est walt",
        "Désolée, oublié : walt",
        "Ya se lo dije: walt",
        "Como ya dije, es walt",
        "Já disse: walt",
        "É walt, como escrevi",
        "Desculpe, esqueci: walt",
        "前に書いた通り、waltです",
        "もう書きました。walt",
        "我说过了：walt",
        "我已经说过了，是walt",
        "不好意思，忘了写，用户名：walt",
      })
  void theNameIsRead(String written) {
    assertThat(read(written, Question.ACCOUNT_NAME).name()).contains("walt");
    assertThat(
            read(written, Question.ACCOUNT_NAME, Question.RECOVERY_CODES, Question.CODE_OF_CONDUCT)
                .conduct())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I TOLD you: walt",
        "it's walt, like I wrote",
        "wie gesagt: walt",
        "Je vous l'ai déjà dit, c'est walt",
        "Como ya dije, es walt",
        "É walt, como escrevi",
        "waltです",
        "我已经说过了，是walt",
      })
  void soItIsWhereMoreIsAsked(String written) {
    GivenAnswers given =
        read(written, Question.ACCOUNT_NAME, Question.RECOVERY_CODES, Question.CODE_OF_CONDUCT);
    assertThat(given.name()).contains("walt");
    assertThat(given.conduct()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I told you already",
        "As I said, I lost my phone",
        "wie gesagt, ich weiß es nicht",
        "like I wrote, no idea",
        "as I said, my colleague walt knows it",
        "I told walt already",
        "as I said before, help",
        "Comme je l'ai dit, perdu",
        "Ya se lo dije: no me acuerdo",
        "Já disse, não sei",
        "我说过了，不记得",
        "さっきも言いましたが忘れました",
        "it's lost, as I said",
      })
  void noNameIsReadWhereNoneIsTold(String written) {
    assertThat(read(written, Question.ACCOUNT_NAME).name()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"it's ok", "it is fine", "c'est bon", "as I said, yes", "es ist gut"})
  void anAgreementIsNoName(String written) {
    assertThat(read(written, Question.ACCOUNT_NAME, Question.CODE_OF_CONDUCT).name()).isEmpty();
  }
}
