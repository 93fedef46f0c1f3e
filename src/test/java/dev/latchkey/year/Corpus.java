package dev.latchkey.year;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The corpora beside the project, where they are. */
final class Corpus {
  static final Path FOLDER = Path.of("../shared/corpora");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  static boolean isThere() {
    return Files.isDirectory(FOLDER);
  }

  /** One object a line. */
  static List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve(file))) {
      found.add(JSON.readTree(line));
    }
    return found;
  }
}
