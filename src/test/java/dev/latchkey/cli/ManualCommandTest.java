package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the packages install for people and shells, and README.md's table of commands. */
class ManualCommandTest {
  private static final Pattern OPTION = Pattern.compile("(?m)^ {2,6}(?:-\\w, )?(--[a-z-]+)");
  private static final Pattern COMMAND = Pattern.compile("(?m)^  ([a-z]+)(?: |$)");

  @Test
  void thePageTellsOfEveryCommandAndOptionThatHelpTellsOf() {
    String page = run("manual");
    List<String> missing = new ArrayList<>();
    for (List<String> command : all(List.of())) {
      String part = part(page, command);
      for (String option : options(command)) {
        if (!part.contains("\\fB" + option.replace("-", "\\-") + "\\fR")) {
          missing.add(command + " " + option);
        }
      }
    }

    assertThat(missing).isEmpty();
    assertThat(all(List.of())).contains(List.of("outbox", "retry"), List.of("staff", "totp"));
  }

  @Test
  void noWordGivesOrdersToTheFormatter() {
    assertThat(run("manual").lines().filter(line -> line.startsWith("'"))).isEmpty();
    assertThat(run("manual").lines().filter(line -> line.startsWith(".")))
        .allMatch(line -> line.matches("\\.(TH|SH|SS|PP|TP|RS|RE|nf|fi)( .*)?"));
    assertThat(run("manual")).doesNotContain("%n", "$$", "${", "@|");
  }

  @Test
  void shellsCompleteEveryCommandAndOption() {
    String script = run("completion");

    for (List<String> command : all(List.of())) {
      assertThat(script).contains(command.get(command.size() - 1));
      options(command).forEach(option -> assertThat(script).as("%s", command).contains(option));
    }
    assertThat(script).contains("bashcompinit", "complete -F _complete_latchkey");
  }

  /** The tar.gz is unpacked anywhere. */
  @Test
  void whatZshReadsNamesNoPlaceOfThePackage() throws IOException {
    assertThat(Path.of("src/package/tree/usr/share/zsh/vendor-completions/_latchkey"))
        .content()
        .contains("bash-completion/completions/latchkey")
        .doesNotContain("/usr/");
  }

  @Test
  void readmeHasARowForEveryCommand() throws IOException {
    List<String> rows =
        Files.readAllLines(Path.of("README.md")).stream()
            .filter(line -> line.startsWith("| `latchkey "))
            .toList();

    for (List<String> command : all(List.of())) {
      assertThat(rows)
          .as("%s", command)
          .anyMatch(row -> command.stream().allMatch(word -> row.split(" \\| ")[0].contains(word)));
    }
  }

  /** The commands, as words behind {@code latchkey}. */
  private static List<List<String>> all(List<String> above) {
    String help = help(above);
    int at = help.indexOf("Commands:");
    if (at < 0) {
      return List.of();
    }
    return COMMAND
        .matcher(help.substring(at).split("\n\n")[0])
        .results()
        .map(found -> Stream.concat(above.stream(), Stream.of(found.group(1))).toList())
        .flatMap(command -> Stream.concat(Stream.of(command), all(command).stream()))
        .toList();
  }

  private static List<String> options(List<String> command) {
    return OPTION
        .matcher(help(command))
        .results()
        .map(found -> found.group(1))
        .filter(option -> !option.equals("--help") && !option.equals("--version"))
        .toList();
  }

  /** From the heading of a command to the next. */
  private static String part(String page, List<String> command) {
    Matcher heading =
        Pattern.compile("(?m)^\\.SS \"latchkey " + String.join(" ", command) + "\"$").matcher(page);
    assertThat(heading.find()).as("%s", command).isTrue();
    int end = page.indexOf("\n.SS ", heading.end());
    return page.substring(heading.start(), end < 0 ? page.length() : end);
  }

  private static String help(List<String> command) {
    return run(Stream.concat(command.stream(), Stream.of("--help")).toArray(String[]::new));
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    assertThat(
            LatchkeyCommand.run(
                Desk.commands(), new PrintWriter(out), new PrintWriter(out), arguments))
        .isZero();
    return out.toString();
  }
}
