package dev.latchkey.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.triage.form.Wish;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What later mails say in words of their own, which no list holds. */
class LaterWordsTest {
  private final TriageReader triage;

  LaterWordsTest() throws Exception {
    triage = Desk.triage();
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/reading/kind-or-not.tsv", delimiter = '\t', quoteCharacter = '\0')
  void kindWordsSpeakOfNoTrouble(String kind, String language, String text) {
    assertThat(triage.read(TypedMail.later(text)).intent().pleased()).isEqualTo(kind.equals("yes"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(
      resources = "/reading/mailbox-gone-or-not.tsv",
      delimiter = '\t',
      quoteCharacter = '\0')
  void aMailboxIsGoneInManyWords(String gone, String language, String text) {
    assertThat(triage.read(TypedMail.later(text)).intent().wishes().contains(Wish.NO_MAILBOX))
        .isEqualTo(gone.equals("yes"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(
      resources = "/reading/perhaps-over-or-not.tsv",
      delimiter = '\t',
      quoteCharacter = '\0')
  void theEndIsHeardBesideThanks(String over, String language, String text) {
    assertThat(triage.read(TypedMail.later(text)).intent().over()).isEqualTo(over.equals("yes"));
  }
}
