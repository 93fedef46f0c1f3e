package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Which test plays which case of the shared attacks is written down, and what is named is there.
 */
@NullMarked
class AttackCasesTest {
  private static final Path CASES = Path.of("src/test/resources/attack-cases.tsv");
  private static final Path ATTACKS = Path.of("../shared/corpora/attacks/attack-mails.tsv");
  private static final String NONE = "- (";

  @Test
  void whatIsNamedIsThere() throws IOException {
    Set<String> there;
    try (Stream<Path> tests = Files.walk(Path.of("src/test/java"));
        Stream<Path> stories = Files.list(Conversation.STORIES)) {
      there =
          Stream.concat(tests, stories)
              .map(file -> file.getFileName().toString().replaceFirst("[.]java$", ""))
              .collect(Collectors.toSet());
    }
    List<String> named =
        rows(CASES)
            .map(row -> row[1])
            .filter(tests -> !tests.startsWith(NONE))
            .flatMap(tests -> Stream.of(tests.split(", ")))
            .toList();

    assertThat(named).hasSizeGreaterThan(100).allMatch(there::contains);
  }

  @Test
  void eachCaseHasItsTest() throws IOException {
    Assumptions.assumeTrue(Files.exists(ATTACKS), "the corpora are not here");
    List<String> cases = rows(ATTACKS).skip(1).map(row -> row[0]).toList();

    assertThat(rows(CASES).map(row -> row[0])).containsExactlyElementsOf(cases);
  }

  private static Stream<String[]> rows(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t"));
  }
}
