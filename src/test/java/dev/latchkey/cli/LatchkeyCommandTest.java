package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.Desk;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

class LatchkeyCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) throws Exception {
    return run(Desk.commands(), arguments);
  }

  private int run(List<Callable<Integer>> commands, String... arguments) {
    return LatchkeyCommand.run(
        commands, new PrintWriter(out, true), new PrintWriter(err, true), arguments);
  }

  private String mail(String name, String subject) throws IOException {
    String text =
        """
        From: Nora <nora@mail.example>
        To: support@desk.example
        Subject: %s
        Date: Mon, 02 Mar 2026 09:00:00 +0000

        I lost my phone.
        """;
    Path file = folder.resolve(name);
    Files.writeString(file, text.formatted(subject).replace("\n", "\r\n"), StandardCharsets.UTF_8);
    return file.toString();
  }

  private List<JsonNode> answers() throws IOException {
    List<JsonNode> answers = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      answers.add(new ObjectMapper().readTree(line));
    }
    return answers;
  }

  @Test
  void aWrongWordIsToldWithWhatWasMeant() throws Exception {
    assertThat(run("tickes", "list", "--all")).isEqualTo(64);
    assertThat(run("tickets", "lst")).isEqualTo(64);
    assertThat(run("check", "--cofig", "a.yaml")).isEqualTo(64);
    assertThat(run("--config", "a.yaml", "check")).isEqualTo(64);
    assertThat(err.toString().lines().filter(line -> line.startsWith("latchkey:")))
        .satisfiesExactly(
            line ->
                assertThat(line)
                    .isEqualTo("latchkey: there is no command tickes; did you mean tickets?"),
            line ->
                assertThat(line).isEqualTo("latchkey: there is no command lst; did you mean list?"),
            line -> assertThat(line).contains("--cofig", "did you mean --config?"),
            line ->
                assertThat(line)
                    .isEqualTo(
                        "latchkey: options stand behind the command: latchkey check --config"
                            + " a.yaml"));
  }

  @Test
  void parseAnswersOneObjectALineInTheOrderAskedFor() throws Exception {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      files.add(mail(i + ".eml", "number " + i));
    }
    Path list = folder.resolve("all.list");
    Files.write(list, files.subList(1, 200));

    assertThat(run("parse", "--json", files.get(0), "@" + list)).isZero();

    assertThat(answers()).extracting(answer -> answer.get("file").asText()).isEqualTo(files);
    assertThat(answers()).allMatch(answer -> answer.get("kind").asText().equals("human"));
  }

  /** Only the one that was called is taken apart; nobody who calls it is to notice. */
  @Test
  void aCommandAloneIsWhatItIsAmongAll() throws Exception {
    CommandLine all = LatchkeyCommand.line(Desk.commands());
    for (Map.Entry<String, CommandLine> each : all.getSubcommands().entrySet()) {
      out.getBuffer().setLength(0);

      assertThat(run(each.getKey(), "--help")).isZero();

      assertThat(out.toString()).isEqualTo(each.getValue().getUsageMessage());
    }
    out.getBuffer().setLength(0);
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("tickets", "staff", "manual");
    assertThat(run("ticket", "list")).isEqualTo(64);
    assertThat(err.toString()).contains("ticket");
    assertThat(run("staff", "lost")).isEqualTo(64);
    assertThat(err.toString()).contains("latchkey staff --help");
  }

  @Test
  void missingFileIsNamedAndTheOthersAreAnswered() throws Exception {
    String first = mail("first.eml", "one");
    String missing = folder.resolve("missing.eml").toString();
    String last = mail("last.eml", "two");

    assertThat(run("parse", "--json", first, missing, last)).isEqualTo(66);

    assertThat(answers()).hasSize(3);
    assertThat(answers().get(1).get("error").asText()).isEqualTo("no such file");
    assertThat(answers().get(2).get("kind").asText()).isEqualTo("human");
    assertThat(err.toString()).isEqualToIgnoringNewLines("latchkey: " + missing + ": no such file");
  }

  @Test
  void missingListIsOneClearLine() throws Exception {
    assertThat(run("parse", "--json", "@" + folder.resolve("missing.list"))).isEqualTo(66);
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void folderIsNoMail() throws Exception {
    assertThat(run("parse", "--json", folder.toString())).isEqualTo(66);
    assertThat(run("explain", folder.toString())).isEqualTo(66);
  }

  @Test
  void emptyFileIsQuarantined() throws Exception {
    Path empty = Files.createFile(folder.resolve("empty.eml"));
    assertThat(run("parse", "--json", empty.toString())).isZero();
    assertThat(answers().get(0).get("quarantined").asText()).isNotEmpty();
  }

  @Test
  void bugInOneMailDoesNotEndTheRun() throws Exception {
    MailFiles.Reader reader = Desk.mails();
    MailFiles files =
        new MailFiles(
            octets -> {
              if (octets.size() == 0) {
                throw new IllegalStateException("secret words of the mail");
              }
              return reader.read(octets);
            });
    Path bad = Files.createFile(folder.resolve("bad.eml"));

    int code =
        run(
            List.of(new ParseCommand(files)),
            "parse",
            "--json",
            bad.toString(),
            mail("good.eml", "one"));

    assertThat(code).isEqualTo(70);
    assertThat(answers().get(0).get("error").asText())
        .contains("IllegalStateException")
        .doesNotContain("secret");
    assertThat(answers().get(1).get("kind").asText()).isEqualTo("human");
    assertThat(err.toString()).doesNotContain("secret").hasLineCount(1);
  }

  @Test
  void wrongUsageIsSaid() throws Exception {
    assertThat(run()).isEqualTo(64);
    assertThat(run("parse", "--json")).isEqualTo(64);
    assertThat(run("parse", "some.eml")).isEqualTo(64);
    assertThat(run("parse", "--yaml", "some.eml")).isEqualTo(64);
    assertThat(run("unknown")).isEqualTo(64);
    assertThat(err.toString()).contains("--yaml", "unknown").doesNotContain("Exception");
  }

  @Test
  void helpNamesTheCommands() throws Exception {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("parse", "explain", "--version");
  }

  @Test
  void everyOptionAndParameterIsExplainedAndWhatReadsTheSettingsSaysHowItEnds() throws Exception {
    List<String> silent = new ArrayList<>();
    CommandLine root = LatchkeyCommand.line(Desk.commands());
    explained(root, silent);
    assertThat(silent).isEmpty();
  }

  private static void explained(CommandLine command, List<String> silent) {
    CommandSpec spec = command.getCommandSpec();
    spec.args().stream()
        .filter(arg -> String.join("", arg.description()).isBlank())
        .forEach(arg -> silent.add(spec.qualifiedName() + " " + arg.paramLabel()));
    if (spec.findOption("--config") != null
        && !spec.usageMessage().exitCodeList().keySet().containsAll(List.of("64", "78"))) {
      silent.add(spec.qualifiedName() + " exit codes");
    }
    command.getSubcommands().values().forEach(one -> explained(one, silent));
  }

  @Test
  void whatIsNoNumberIsToldInWordsOfPeopleWithTheHelpOfTheCommand() throws Exception {
    assertThat(run("quarantine", "replay", "abc")).isEqualTo(64);
    assertThat(run("check", "--wait", "x")).isEqualTo(64);
    assertThat(err.toString())
        .contains("'abc' is no number", "Try: latchkey quarantine replay --help")
        .contains("'x' is no number", "Try: latchkey check --help")
        .doesNotContain(" long", " int");
  }

  @Test
  void versionIsSaid() throws Exception {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("latchkey ");
  }

  @Test
  void explainShowsAPersonWhatTheDeskReads() throws Exception {
    assertThat(run("explain", mail("one.eml", "help"))).isZero();
    assertThat(out.toString())
        .contains("Written by: human", "I lost my phone.", "Request:", "Staff would");
  }

  @Test
  void explainLetsNoMailSteerTheTerminal() throws Exception {
    String escape = new String(new char[] {27});
    Path file = folder.resolve("escape.eml");
    Files.writeString(file, "From: a@b.example\r\n\r\n" + escape + "[2J gone\u202Eenog\r\n");
    assertThat(run("explain", file.toString())).isZero();
    assertThat(out.toString()).doesNotContain(escape, "\u202E").contains("[2J gone");
  }
}
