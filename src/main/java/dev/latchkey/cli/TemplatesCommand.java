package dev.latchkey.cli;

import dev.latchkey.cli.page.Table;
import dev.latchkey.cli.page.Terminal;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.LetterSettings;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.Remarks;
import dev.latchkey.letter.RenderedLetter;
import dev.latchkey.letter.writing.Languages;
import dev.latchkey.letter.writing.Samples;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.letter.writing.TemplateException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey templates check|render|list}: the letters, as who writes them needs them. */
@Command(
    name = "templates",
    mixinStandardHelpOptions = true,
    description = {
      "Checks and shows the letters. Reads only what they need of the settings, no secret and no"
          + " server; without settings, the letters that come with the desk.",
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey templates check --config /etc/latchkey/latchkey.yaml",
      "  latchkey templates render notice-final --language de --width 40",
      "  latchkey templates list"
    })
public final class TemplatesCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Spec private CommandSpec spec = CommandSpec.create();

  public TemplatesCommand(DeskDoor door) {
    this.door = door;
  }

  /** Alone it does nothing. */
  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "check, render or list?");
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = {
        "Tells everything that is wrong with the templates and words of every language, a line"
            + " each: missing, left over, unknown variables, what is not set, lines that no mail"
            + " can carry, subjects that are too long."
      },
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:a desk can work with them; there may be warnings",
        "1:something is wrong",
        "78:the settings are wrong"
      })
  int check(@Mixin ConfigOption config) throws InvalidConfigurationException {
    Findings findings = new Findings(spec.commandLine().getOut());
    try {
      TemplateCatalog templates = door.letters(config).templates();
      templates.readAll();
      tell(templates, findings);
      findings.ok(
          "%d letters in each of: %s"
              .formatted(LetterKind.all().size(), String.join(", ", templates.languages())));
    } catch (TemplateException e) {
      e.errors().forEach(findings::fail);
    }
    return findings.failed() ? ExitCode.FOUND_FAULT : ExitCode.OK;
  }

  /** What a desk can live with. */
  static void tell(TemplateCatalog templates, Findings findings) {
    templates.lacks().forEach(what -> findings.warn(what + "; English stands in for it"));
    Set<String> unused = templates.unused();
    unused.forEach(name -> findings.warn(name + " stands in no letter"));
    Map<String, Set<String>> unsaid = new TreeMap<>(templates.unsaid());
    unsaid.keySet().removeAll(unused);
    unsaid.forEach(
        (name, languages) ->
            findings.warn(
                languages.containsAll(templates.languages())
                    ? name
                        + " is one text for every language, and stands as it is in the letters of"
                        + " each; give it in those that your people write, as in {en: …, de: …}"
                    : name
                        + " is not said in "
                        + String.join(", ", languages)
                        + ": letters in these have it in another language, or without your words;"
                        + " give it in each, as in {en: …, "
                        + languages.iterator().next()
                        + ": …}"));
  }

  @Command(
      name = "render",
      mixinStandardHelpOptions = true,
      description = "Shows letters with sample values, as their readers see them.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it was shown",
        "1:something is wrong with the templates",
        "64:there is no such letter or language",
        "78:the settings are wrong"
      })
  int render(
      @Mixin ConfigOption config,
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "A letter, for example notice-final; without one, all of them.")
          @Nullable List<String> names,
      @Option(
              names = "--language",
              paramLabel = "XX",
              defaultValue = "en",
              description = "ISO 639-1 code; default ${DEFAULT-VALUE}.")
          String language,
      @Option(
              names = "--width",
              paramLabel = "N",
              defaultValue = "0",
              description = "Breaks lines at so many columns, as a mail program does.")
          int width,
      @Option(names = "--empty", description = "With nothing in what may be empty.") boolean empty)
      throws InvalidConfigurationException {
    List<LetterKind> letters =
        names == null ? LetterKind.all() : names.stream().map(this::letter).toList();
    LetterSettings settings = door.letters(config);
    PrintWriter out = spec.commandLine().getOut();
    try {
      TemplateCatalog templates = settings.templates();
      if (!templates.speaks(language)) {
        throw wrong("there are templates only in " + templates.languages());
      }
      for (LetterKind letter : letters) {
        RenderedLetter shown =
            templates.write(
                Samples.letter(letter, !empty),
                Languages.of(language),
                Samples.head(settings.name(), settings.address()),
                Remarks.NONE);
        if (letters.size() > 1) {
          out.println("=== " + name(letter));
        }
        print("Subject: " + shown.subject(), width, out);
        out.println();
        shown.body().lines().forEach(line -> print(line, width, out));
      }
    } catch (TemplateException e) {
      e.errors().forEach(error -> spec.commandLine().getErr().println("latchkey: " + error));
      return ExitCode.FOUND_FAULT;
    }
    return ExitCode.OK;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists the letters: for whom, and in which languages.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:they were listed",
        "1:something is wrong with the templates",
        "78:the settings are wrong"
      })
  int list(@Mixin ConfigOption config) throws InvalidConfigurationException {
    try {
      TemplateCatalog templates = door.letters(config).templates();
      Table table = new Table("letter", "for", "languages");
      for (LetterKind letter : LetterKind.all()) {
        table.add(
            name(letter),
            letter.party(),
            languages(templates, letter).stream().collect(Collectors.joining(" ")));
      }
      table.print(spec.commandLine().getOut());
    } catch (TemplateException e) {
      e.errors().forEach(error -> spec.commandLine().getErr().println("latchkey: " + error));
      return ExitCode.FOUND_FAULT;
    }
    return ExitCode.OK;
  }

  private static String name(LetterKind letter) {
    return letter.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private LetterKind letter(String name) {
    return LetterKind.find(name.toUpperCase(Locale.ROOT).replace('-', '_'))
        .orElseThrow(() -> wrong("there is no letter " + name + "; see: latchkey templates list"));
  }

  /** Those that have it themselves. */
  private static List<String> languages(TemplateCatalog templates, LetterKind letter) {
    return templates.languages().stream()
        .filter(language -> templates.writtenIn(letter, language).equals(language))
        .toList();
  }

  private CommandLine.ParameterException wrong(String what) {
    return new CommandLine.ParameterException(spec.commandLine(), what);
  }

  /** Breaks at words where there are any, as mail programs do. */
  private static void print(String line, int width, PrintWriter out) {
    String rest = Terminal.harmless(line);
    while (width > 0 && rest.codePointCount(0, rest.length()) > width) {
      int most = rest.offsetByCodePoints(0, width);
      int space = rest.lastIndexOf(' ', most);
      int end = space > 0 && !rest.substring(0, space).isBlank() ? space : most;
      out.println(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    out.println(rest);
  }
}
