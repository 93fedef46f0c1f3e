package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.form.Intent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntentReaderTest {
  private static final IntentReader READER = new IntentReader(ReadingForms.shipped());

  @Test
  void intentsAreReadFromManyPhrasings() {
    List<String> wrong = new ArrayList<>();
    for (String[] line : ReadingForms.lines("intents.txt")) {
      Intent found = READER.read(line[1]).intent();
      if (!found.word().equals(line[0])) {
        wrong.add(line[1] + " -> " + found);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I have not found my codes yet, please keep this open.",
        "Is this solved?",
        "Please don't close this issue.",
        "I found my codes but they are rejected.",
        "Everything is fine with the mail address, but I still cannot log in.",
        "Nothing is resolved.",
        "When this is resolved, will I get a mail?",
        "I would close this if I could log in.",
      })
  void whatIsNotOverIsNeverResolved(String text) {
    assertThat(READER.read(text).intent()).isNotEqualTo(Intent.RESOLVED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Everything is in place, take a look.",
        "The file is up, have a look.",
        "I had a look and it is not there.",
        "Quand je clique sur le lien, rien ne se passe.",
        "Quand j'étais étudiante, j'avais une autre adresse."
      })
  void whatAsksForNoNewsIsNoStatus(String text) {
    assertThat(READER.read(text).intent()).isNotEqualTo(Intent.STATUS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Could you take a look at my case?",
        "Could anyone take a look?",
        "Has anyone had a look yet?",
        "Can you have a look?",
        "Can you take a look?",
        "Is there a chance to have a look?",
        "Is there a chance to take a look?",
        "Could you have a look?",
        "Please take a look.",
        "Could somebody take a look?",
        "When will someone take a look at my case?",
        "C'est quand ?",
        "Jusqu'à quand dois-je attendre ?",
        "Quand allez-vous répondre ?",
        "Quand aurez-vous un moment ?",
        "Quand comptez-vous répondre ?",
        "Quand pensez-vous répondre ?",
        "Quand pensiez-vous répondre ?",
        "Quand pourrai-je entrer ?",
        "Quand puis-je espérer une réponse ?",
        "Quand recevrai-je une réponse ?",
        "Quand saurai-je ce qu'il en est ?",
        "Quand sera ouverte ma demande ?",
        "Quand serai-je fixé ?",
        "Quand vais-je recevoir une réponse ?",
        "J'aimerais savoir quand.",
        "Quand aurai-je une réponse ?",
        "C'est pour quand ?",
        "Vous pensez répondre quand ?"
      })
  void whatAsksForNewsStillDoes(String text) {
    assertThat(READER.read(text).intent()).isEqualTo(Intent.STATUS);
  }

  @Test
  void theSignsThatDecidedAreNamed() {
    assertThat(READER.read("Any news?").why()).anyMatch(sign -> sign.startsWith("status: "));
  }
}
