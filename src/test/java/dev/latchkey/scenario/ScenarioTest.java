package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Plays every conversation of {@code src/test/resources/scenario}, a folder a story. */
@NullMarked
class ScenarioTest {
  private static final Path STORIES = Path.of("src/test/resources/scenario");

  @TestFactory
  Stream<DynamicTest> everyStoryComesTrue() throws IOException {
    List<Path> folders;
    try (Stream<Path> found = Files.list(STORIES)) {
      folders = found.sorted().toList();
    }
    assertThat(folders).isNotEmpty();
    return folders.stream()
        .map(
            folder ->
                DynamicTest.dynamicTest(
                    folder.getFileName().toString(),
                    () -> new Story(folder, TestDatabase.emptyFor(ScenarioTest.class)).play()));
  }

  @TestFactory
  Stream<DynamicTest> everyMailOfAStoryIsReceived() throws IOException {
    List<Path> mails;
    try (Stream<Path> found = Files.walk(STORIES)) {
      mails = found.filter(file -> file.toString().endsWith(".eml")).sorted().toList();
    }
    return mails.stream()
        .map(
            mail ->
                DynamicTest.dynamicTest(
                    STORIES.relativize(mail).toString(),
                    () ->
                        assertThat(Files.readString(mail.resolveSibling("script.txt")))
                            .containsAnyOf(
                                "receive " + mail.getFileName(), "bring " + mail.getFileName())));
  }
}
