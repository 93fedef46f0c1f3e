package dev.latchkey.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * A fault, and what plays it.
 *
 * @param key of the shared list, or a word where it stands in none
 * @param words what happens
 * @param tests which tests hold what is promised then
 * @param missing what is not played, and what that would need; else empty
 */
@NullMarked
record FaultCase(String key, String words, List<String> tests, String missing) {
  private static final Path CASES = Path.of("src/test/resources/fault-cases.tsv");

  static List<FaultCase> all() throws IOException {
    return Files.readAllLines(CASES).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(cells -> new FaultCase(cells[0], cells[1], names(cells[2]), cells[3]))
        .toList();
  }

  private static List<String> names(String cell) {
    return Stream.of(cell.split(", ")).filter(name -> !name.isEmpty()).toList();
  }
}
