package dev.latchkey.triage.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TrainingTest {

  @Test
  void theFileInTheRepositoryIsWhatTheCorpusTeaches() throws IOException {
    assertThat(Training.file())
        .as("train again, as README says under 'What was learned'")
        .isEqualTo(Files.readAllBytes(Training.FILE));
  }
}
