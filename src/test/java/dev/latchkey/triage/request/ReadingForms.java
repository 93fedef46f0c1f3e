package dev.latchkey.triage.request;

import dev.latchkey.config.ReadingFile;
import dev.latchkey.triage.learned.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The form that ships with the desk, and the fixtures beside these tests. */
final class ReadingForms {
  private ReadingForms() {}

  static RequestForm shipped() {
    return ReadingFile.standard();
  }

  /** What was learned of single lines. */
  static LineReader learned() {
    return LineReader.standard(shipped().scorer(), shipped().topics());
  }

  /** The lines {@code expected | text} of a fixture. */
  static List<String[]> lines(String name) {
    try (InputStream file =
        Objects.requireNonNull(ReadingForms.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> line.split(" \\| ", 2))
          .toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
