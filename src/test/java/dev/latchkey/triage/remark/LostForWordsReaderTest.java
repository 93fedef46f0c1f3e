package dev.latchkey.triage.remark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Who is lost for words in seven languages, and who only does not know a thing. */
class LostForWordsReaderTest {
  @ParameterizedTest(name = "{1} {2}")
  @CsvFileSource(resources = "/reading/lost-for-words.tsv", delimiter = '\t', quoteCharacter = '\0')
  void whoIsLostForWordsIsHeard(String lost, String language, String text) {
    assertThat(LostForWordsReader.says(text)).isEqualTo(lost.equals("yes"));
  }
}
