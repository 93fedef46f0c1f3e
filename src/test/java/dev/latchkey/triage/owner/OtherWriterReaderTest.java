package dev.latchkey.triage.owner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Who says that they write for the owner, or that the owner is dead, and who speaks of others. */
@NullMarked
class OtherWriterReaderTest {
  private static final Path SENTENCES = Path.of("src/test/resources/reading/writer-sentences.txt");
  private static final Map<String, Writer> MARKS =
      Map.of("ANOTHER", Writer.ANOTHER, "DIED", Writer.BEREAVED, "OWNER", Writer.OWNER);

  @Test
  void eachSentenceIsReadAsItIsMeant() throws IOException {
    List<String> wrong =
        Files.readAllLines(SENTENCES).stream()
            .filter(line -> !line.startsWith("#"))
            .filter(
                line -> {
                  int blank = line.indexOf(' ');
                  return OtherWriterReader.read(line.substring(blank + 1))
                      != MARKS.get(line.substring(0, blank));
                })
            .map(
                line ->
                    line + " -> " + OtherWriterReader.read(line.substring(line.indexOf(' ') + 1)))
            .toList();
    assertThat(wrong).isEmpty();
  }
}
