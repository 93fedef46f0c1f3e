package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays {@code src/test/resources/play}: mail as servers, gateways and clients send it, a folder a
 * kind.
 */
@NullMarked
class PlayTest {
  private static final Path PLAYS = Path.of("src/test/resources/play");

  @TestFactory
  Stream<DynamicTest> everyPlayComesOut() throws IOException {
    List<Path> plays;
    try (Stream<Path> found = Files.walk(PLAYS)) {
      plays = found.filter(file -> file.toString().endsWith(".play")).sorted().toList();
    }
    assertThat(plays).isNotEmpty();
    return plays.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    PLAYS.relativize(file).toString(),
                    () -> new Play(file, DemoPeople.accounts(), "", PlayTest.class).play()));
  }
}
