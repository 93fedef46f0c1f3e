package dev.latchkey.triage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands around a name is cut off, what belongs to it is not. */
class NameCandidateTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "the account is hu_die_ and nothing else|hu_die_",
        "the account is _kim9 and nothing else|_kim9",
        "the account is _kim9_ and nothing else|kim9",
        "the account is \"kim9\" and nothing else|kim9",
        "the account is (kim9) and nothing else|kim9",
        "the account is kim(2) and nothing else|kim(2)",
        "the account is w.w.w. and nothing else|w.w.w.",
        "the account is kim.9. And nothing else|kim.9",
        "the account is @kim9 and nothing else|kim9",
        "the account is kim9@ and nothing else|kim9"
      })
  void aNameIsWhatItsOwnerTyped(String text, String name) {
    assertThat(NameCandidate.of("", text, new KnownWords(Map.of()), 0))
        .extracting(NameCandidate::text)
        .contains(name)
        .doesNotContain(name + "@", "@" + name, "_" + name + "_", "(" + name + ")");
  }
}
