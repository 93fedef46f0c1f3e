package dev.latchkey.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.letter.writing.DeskWords;
import dev.latchkey.letter.writing.LetterWords;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.letter.writing.TemplateException;
import dev.latchkey.letter.writing.WordsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days and hours in letters are those of the desk's zone, and say which. */
class ZoneTest {
  private static final Path TEMPLATES = Path.of("templates");
  private static final Instant LATE = Instant.parse("2026-03-17T23:30:00Z");

  @Test
  void aMomentIsOfTheDayThatItIsThereAndNamesTheZone() throws IOException {
    for (String language : languages()) {
      assertThat(words(language, "UTC").moment(LATE))
          .as(language)
          .contains("17", "23", "30", "UTC");
      assertThat(words(language, "Pacific/Kiritimati").moment(LATE))
          .as(language)
          .contains("18", "13", "30", "LINT")
          .doesNotContain("UTC");
      assertThat(words(language, "Pacific/Pago_Pago").moment(LATE))
          .as(language)
          .contains("17", "12", "30", "SST");
      assertThat(words(language, "Pacific/Kiritimati").day(LATE)).as(language).contains("18");
    }
  }

  @Test
  void daysAreCountedByThatCalendar() throws IOException {
    Instant now = Instant.parse("2026-03-17T09:30:00Z");
    Span span = Span.by(Instant.parse("2026-03-17T10:30:00Z"), true);
    assertThat(words("en", "UTC").span(span, now)).contains("in 1 hour");
    assertThat(words("en", "Pacific/Kiritimati").span(span, now)).contains("18", "in 1 day");
  }

  @Test
  void aPatternOfOnesOwnThatSaysUtcIsRefusedInAnotherZone(@TempDir Path folder) throws IOException {
    copy(TEMPLATES, folder);
    Path words = folder.resolve("en/words.properties");
    Files.writeString(words, Files.readString(words).replace("HH:mm zzz", "HH:mm 'UTC'"));
    assertThat(TemplateCatalog.load(folder, desk("UTC")).languages()).contains("en");
    assertThatThrownBy(() -> TemplateCatalog.load(folder, desk("Europe/Berlin")))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("says UTC, and desk.zone is Europe/Berlin; write zzz");
  }

  private static DeskWords desk(String zone) {
    return new DeskWords(Map.of(), Map.of(), Map.of(), Duration.ofDays(30), ZoneId.of(zone));
  }

  private static LetterWords words(String language, String zone) throws IOException {
    List<String> errors = new ArrayList<>();
    LetterWords english = WordsFile.english(source("en"), desk(zone), errors);
    LetterWords words =
        WordsFile.read(language, source(language), desk(zone), english, errors, new ArrayList<>());
    assertThat(errors).isEmpty();
    return words;
  }

  private static String source(String language) throws IOException {
    return Files.readString(TEMPLATES.resolve(language).resolve(WordsFile.NAME));
  }

  private static List<String> languages() throws IOException {
    try (Stream<Path> folders = Files.list(TEMPLATES)) {
      return folders.filter(Files::isDirectory).map(each -> each.getFileName().toString()).toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path there = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(there);
        } else {
          Files.copy(each, there);
        }
      }
    }
  }
}
