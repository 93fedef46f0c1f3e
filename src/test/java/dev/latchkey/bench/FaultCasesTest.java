package dev.latchkey.bench;

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

/** Each fault is played, on servers or by a test that is there, or it is said why not. */
@NullMarked
class FaultCasesTest {
  private static final Path FAULTS = Path.of("../shared/corpora/attacks/faults.tsv");

  @Test
  void eachFaultIsPlayedOrSaysWhyNot() throws IOException {
    assertThat(FaultCase.all())
        .hasSizeGreaterThan(30)
        .allMatch(
            it ->
                FaultSuite.plays().containsKey(it.key())
                    || !it.tests().isEmpty()
                    || !it.missing().isEmpty());
  }

  @Test
  void whatIsPlayedStandsInTheList() throws IOException {
    assertThat(FaultCase.all().stream().map(FaultCase::key))
        .containsAll(FaultSuite.plays().keySet())
        .doesNotHaveDuplicates();
  }

  @Test
  void theTestsAreThere() throws IOException {
    Set<String> there;
    try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
      there =
          tests
              .map(file -> file.getFileName().toString().replaceFirst("[.]java$", ""))
              .collect(Collectors.toSet());
    }
    assertThat(FaultCase.all().stream().flatMap(it -> it.tests().stream()))
        .allMatch(there::contains);
  }

  @Test
  void noFaultOfTheSharedListIsDropped() throws IOException {
    Assumptions.assumeTrue(Files.exists(FAULTS), "the corpora are not here");
    List<String> shared =
        Files.readAllLines(FAULTS).stream().skip(1).map(line -> line.split("\t")[0]).toList();

    assertThat(FaultCase.all().stream().map(FaultCase::key)).containsAll(shared);
  }
}
