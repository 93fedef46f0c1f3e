package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Main;
import dev.latchkey.mail.EmailAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a command does not need it does not load: the models, the rules of reading and the letters
 * take most of the time of a start. Each command in a process of its own, which tells its classes.
 */
class LoadedClassesTest {
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");
  private static final String MODELS = "dev.latchkey.triage.learned.LinearModel";
  private static final String RULES = "dev.latchkey.config.ReadingFile$Standard";
  private static final String LETTERS = "io.pebbletemplates.pebble.PebbleEngine";
  private static final String OWNERS = "dev.latchkey.triage.owner.OwnerAnswerReader$Known";
  private static final List<String> COSTLY = List.of(MODELS, RULES, LETTERS, OWNERS);

  @TempDir private Path folder;
  private CommandDesk desk;

  @BeforeEach
  void open() throws Exception {
    desk = CommandDesk.open(LoadedClassesTest.class, folder);
    desk.server().addUser(NORA, "secret");
    desk.server().addUser(EmailAddress.of("alice@staff.example"), "secret");
    desk.write(NORA, "Hello", "Good morning, and thank you for your work.");
    assertThat(desk.run("poll")).isZero();
  }

  @AfterEach
  void close() {
    desk.close();
  }

  /** Which of the costly classes a command loads. */
  private List<String> loaded(String... command) throws Exception {
    Path classes = folder.resolve("classes.log");
    Path said = folder.resolve("said.log");
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of(
            "-Xmx256m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xlog:class+load:file=" + classes + "::filesize=0",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    words.addAll(Arrays.asList(command));
    words.addAll(List.of("--config", desk.config().toString()));
    Process process =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
    String all = Files.readString(classes);
    assertThat(all.contains(" dev.latchkey.Desk source:")).as("it loads a desk").isTrue();
    return COSTLY.stream().filter(name -> all.contains(" " + name + " source:")).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tickets list",
        "mails",
        "outbox list",
        "outbox retry --parked",
        "restored --dry-run",
        "import --dry-run",
        "health",
        "poll"
      })
  void whoWritesAndReadsNothingLoadsNothingForIt(String command) throws Exception {
    assertThat(loaded(command.split(" "))).isEmpty();
  }

  /** The tests of the project looked at the letters as they travel. */
  @Test
  void checkLooksAtTheLettersWhereTheDesksWordsStandInThemAndAtNoModel() throws Exception {
    assertThat(loaded("check")).isEmpty();

    desk.settings("links: {login: \"https://index.example/login\"}");
    assertThat(loaded("check")).containsExactly(LETTERS);
  }

  @Test
  void whoReadsAMailLoadsAllOfIt() throws Exception {
    desk.write(NORA, "Locked out", "I lost my phone and cannot log in. My username is nora");
    assertThat(loaded("poll")).containsAll(List.of(MODELS, RULES, LETTERS));
  }

  /** Own letters and rules that are broken are in nobody's way who needs none of them. */
  @Test
  void brokenLettersStopWhoWritesThemAndNobodyElse() throws Exception {
    Files.createDirectories(folder.resolve("broken/en"));
    Files.writeString(folder.resolve("reading.yaml"), "languages: []\n");
    desk.settings("templates: broken\nreading: reading.yaml");
    for (String command :
        List.of("tickets list", "outbox retry --parked", "restored --dry-run", "health")) {
      assertThat(desk.run(command.split(" "))).as(command + desk.err()).isZero();
    }
    for (String command : List.of("check", "poll", "import --dry-run")) {
      assertThat(desk.run(command.split(" "))).as(command).isEqualTo(ExitCode.CONFIG);
      assertThat(Stream.of("broken", "reading.yaml")).allMatch(desk.err()::contains);
    }
  }

  /** By it class-archive records what the service loads at its start. */
  @Test
  void whatIsRecordedForTheServiceIsAllOfIt() throws Exception {
    assertThat(loaded("check", "--read-all")).containsAll(COSTLY.subList(0, 3));
  }
}
