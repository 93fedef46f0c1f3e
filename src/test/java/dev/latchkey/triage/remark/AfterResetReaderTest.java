package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What people write whose account was just given back, and what only begins like it. */
class AfterResetReaderTest {
  @ParameterizedTest(name = "{2}")
  @CsvFileSource(
      resources = "/reading/after-reset-or-not.tsv",
      delimiter = '\t',
      quoteCharacter = '\0')
  void goodWordsAfterTheReset(String good, String language, String text) {
    assertThat(AfterResetReader.isGood(text)).isEqualTo(good.equals("yes"));
  }

  @ParameterizedTest(name = "{2}")
  @CsvFileSource(resources = "/reading/in-and-more.tsv", delimiter = '\t', quoteCharacter = '\0')
  void whoIsInMayWantOneThingMore(String more, String language, String text) {
    assertThat(AfterResetReader.isInAndWantsMore(text)).isEqualTo(more.equals("yes"));
  }

  @Test
  void whoIsOutAgainIsNotIn() {
    assertThat(AfterResetReader.isIn("I got in, thanks")).isTrue();
    assertThat(AfterResetReader.isIn("I got in and now I am out")).isFalse();
    assertThat(AfterResetReader.goesOn("I was logged in, it threw me out")).isTrue();
  }
}
