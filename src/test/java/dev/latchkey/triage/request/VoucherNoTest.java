package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.owner.OwnerAnswer;
import dev.latchkey.triage.owner.OwnerAnswerReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What somebody who is asked to vouch is told to answer when something is wrong. */
class VoucherNoTest {
  private final OwnerAnswerReader reader = new OwnerAnswerReader();

  @ParameterizedTest
  @CsvSource({"en,no", "de,nein", "fr,non", "es,no", "pt,parem", "zh,不是", "ja,いいえ"})
  void theWordThatTheLetterAsksForStops(String language, String no) throws Exception {
    String letter =
        Files.readString(Path.of("templates", language, "vouch.txt"), StandardCharsets.UTF_8);

    assertThat(letter).contains(no);
    assertThat(reader.read(no)).isEqualTo(OwnerAnswer.OBJECTS);
    assertThat(reader.read(no + ".")).isEqualTo(OwnerAnswer.OBJECTS);
  }

  @ParameterizedTest
  @CsvSource({"I know her well", "ok"})
  void whatIsNoPlainNoDoesNotStop(String words) {
    assertThat(reader.read(words)).isNotEqualTo(OwnerAnswer.OBJECTS);
  }
}
