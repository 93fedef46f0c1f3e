package dev.latchkey.triage.learned;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.learned.CorpusLine.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same lines teach the same octets in every run. */
class LineTrainingTest {
  /** A map's order differs from run to run, and the solver ends elsewhere with another order. */
  @Test
  void theHeadingsOfTheFormComeInAnOrderOfTheirOwn() {
    List<String> fields =
        LineTraining.ofForm(ReadingFile.standard()).stream()
            .filter(line -> line.kind() == Kind.HEADINGS)
            .map(line -> line.label().get(0))
            .distinct()
            .toList();

    assertThat(fields)
        .containsExactly(
            "name", "reason", "codes", "conduct", "wait", "addresses", "projects", "site", "none");
  }
}
