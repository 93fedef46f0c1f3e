package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What who writes letters is told and shown; settings without a single secret are enough. */
class TemplatesCommandTest {
  @TempDir private Path folder;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private Path config = Path.of("");

  @BeforeEach
  void copyTheTemplates() throws IOException {
    Path templates = Path.of("templates");
    try (Stream<Path> files = Files.walk(templates)) {
      for (Path file : files.sorted().toList()) {
        Path copy = folder.resolve("letters").resolve(templates.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy);
        }
      }
    }
    config =
        Files.writeString(
            folder.resolve("latchkey.yaml"),
            """
            desk: {name: Example desk, address: help@desk.example}
            database: {password: "${env:NOT_SET}"}
            templates: letters
            links: {recovery: "https://desk.example/recovery"}
            words: {nobody_says_this: x, in_person: The desk in the library}
            targets: {limit: {en: the desk, de: der Schalter}, transfer: "https://desk.example/move"}
            """);
  }

  private int run(String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    String[] all = new String[arguments.length + 3];
    all[0] = "templates";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    all[arguments.length + 1] = "--config";
    all[arguments.length + 2] = config.toString();
    return LatchkeyCommand.run(
        Desk.commands(), new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve("letters").resolve(name), text);
  }

  @Test
  void soundTemplatesAreSaidToBeSound() {
    assertThat(run("check")).isZero();
    assertThat(out.toString())
        .contains("warn  words.nobody_says_this stands in no letter", "ok    ", "de, en")
        .contains("warn  words.in_person is one text for every language, and stands as it is in")
        .contains("that your people write, as in {en: …, de: …}")
        .contains("warn  targets.limit is not said in es, fr, ja, pt, zh:")
        .doesNotContain("targets.transfer", "words.nobody_says_this is not said")
        .doesNotContain("FAIL  ");
  }

  @Test
  void allThatIsWrongIsSaidAtOnce() throws IOException {
    Files.delete(folder.resolve("letters/de/approved.txt"));
    write("en/left-over.txt", "Subject: x\n\ny\n");
    write("en/merged.txt", "Subject: x\n\n{{ nothing }} {{ links.login }}\n");
    write("en/withdrawn.txt", "Subject: x\n\n" + "word ".repeat(250) + "\n");
    write("de/expired.txt", "Subject: " + "Wort ".repeat(30) + "\n\ny\n");
    assertThat(run("check")).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "FAIL  en/left-over.txt:1: belongs to no letter",
            "FAIL  en/merged.txt:3: this letter has no variable nothing",
            "FAIL  en/merged.txt:3: links.login is not set: set it in the settings",
            "FAIL  en/withdrawn.txt:3: has 1250 octets, and a line of a mail can carry 997",
            "FAIL  de/expired.txt:1: the Subject has 149 characters");
    Files.delete(folder.resolve("letters/en/left-over.txt"));
  }

  @Test
  void whatALanguageLacksIsAWarning() throws IOException {
    Files.delete(folder.resolve("letters/de/approved.txt"));
    assertThat(run("check")).isZero();
    assertThat(out.toString())
        .contains("warn  de/approved.txt:1: is missing; English stands in for it");
    assertThat(run("list")).isZero();
    assertThat(out.toString())
        .containsPattern("(?m)^approved +requester +en\\b")
        .containsPattern("(?m)^notice-final +owner +de en\\b")
        .containsPattern("(?m)^case +staff ");
  }

  @Test
  void aLetterIsShownAsItsReaderSeesIt() {
    assertThat(run("render", "notice-final")).isZero();
    assertThat(out.toString())
        .startsWith("Subject: Last notice: your account will be recovered on Tuesday, 3 March")
        .contains("Tuesday, 3 March 2026, 14:00 UTC (in 4 days)")
        .endsWith(
            """
            Example desk, help@desk.example
            How recovery works: https://desk.example/recovery
            Reference: LK-1042
            """);
    assertThat(run("render", "NOTICE_FINAL", "--language", "de", "--width", "40")).isZero();
    assertThat(out.toString()).contains("nicht ich", "(in 4 Tagen)");
    assertThat(out.toString().lines()).allMatch(line -> line.length() <= 40);
    assertThat(run("render", "--language", "de")).isZero();
    assertThat(out.toString()).contains("=== approved\n", "=== notice-final\n", "=== case\n");
    assertThat(run("render", "rejected", "--empty")).isZero();
    assertThat(out.toString()).doesNotContain("Dora wrote");
  }

  @Test
  void whatThereIsNotIsSaid() throws IOException {
    assertThat(run("render", "notice-finale")).isEqualTo(64);
    assertThat(err.toString()).contains("there is no letter notice-finale", "templates list");
    assertThat(run("render", "approved", "--language", "fi")).isEqualTo(64);
    assertThat(err.toString()).contains("only in [de, en,");
    write("en/merged.txt", "Subject: x\n\n{{ nothing }}\n");
    assertThat(run("render", "approved")).isEqualTo(1);
    assertThat(run("list")).isEqualTo(1);
    assertThat(err.toString()).contains("en/merged.txt:3: this letter has no variable nothing");
    Files.writeString(config, "desk: {name: x}\nlinks: {recovery: here}\n");
    assertThat(run("check")).isEqualTo(78);
    assertThat(err.toString())
        .contains("desk.address: is missing", "links.recovery: must be a link");
  }
}
