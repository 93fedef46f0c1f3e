package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.letter.writing.TemplateCatalog;
import dev.latchkey.letter.writing.TemplateException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey check}: proves that a desk could work with its settings. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Proves the settings, the templates, the database, the mailbox, the outgoing server and the"
          + " account system; a line each. Orders nothing, sends nothing unless it is told to, and"
          + " looks at the headers of processed mails only; makes the folder for processed mail when"
          + " it is missing.",
    },
    footerHeading = "%nExamples:%n",
    footer = {"  latchkey check --config /etc/latchkey/latchkey.yaml", "  latchkey check --mail"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a desk can work; there may be warnings",
      "1:something failed",
      "64:wrong usage",
      "78:the settings are wrong"
    })
public final class CheckCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--mail",
      description =
          "Send a mail to a reply address of the desk's own as well, and wait until it is in the"
              + " mailbox; tell what the own server writes on it, and whether forged results that"
              + " it brings along are taken off or believed.")
  private boolean mail;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long that mail may take; default ${DEFAULT-VALUE}.")
  private int wait;

  @Option(
      names = "--read-all",
      hidden = true,
      description =
          "Read what the service reads before its first mail as well: class-archive records it.")
  private boolean readAll;

  public CheckCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    Settings settings = door.settings(config);
    UnaryOperator<String> places = door.places(config);
    Findings findings = new Findings(spec.commandLine().getOut(), known(places));
    // They take most of the time, and the others wait for servers.
    CompletableFuture<TemplateCatalog> letters =
        CompletableFuture.supplyAsync(() -> checked(settings.templates()));
    new SettingsProbe(settings, findings).run();
    try (OpenDesk desk = door.open(settings)) {
      if (readAll) {
        desk.prepare();
      }
      boolean databaseAnswers = new DatabaseProbe(settings, desk, findings).run();
      new OutsideProbe(settings, desk, new ServerAdvice(places), findings).run(databaseAnswers);
      tell(letters, findings);
      if (mail) {
        new LoopProbe(settings, desk, findings, Duration.ofSeconds(wait), InstantSource.system())
            .run();
      }
    }
    return findings.failed() ? ExitCode.FOUND_FAULT : ExitCode.OK;
  }

  /** With every letter of every language read and tried out, if that is not known to go well. */
  private static TemplateCatalog checked(TemplateCatalog templates) {
    templates.check();
    return templates;
  }

  private static void tell(CompletableFuture<TemplateCatalog> letters, Findings findings) {
    try {
      TemplateCatalog templates = letters.join();
      findings.ok("templates: " + String.join(", ", templates.languages()));
      TemplatesCommand.tell(templates, findings);
    } catch (CompletionException e) {
      if (e.getCause() instanceof TemplateException broken) {
        throw broken;
      }
      throw e;
    }
  }

  /** What a finding names and is not set stands in no line. */
  private static UnaryOperator<String> known(UnaryOperator<String> places) {
    return key -> {
      String placed = places.apply(key);
      return placed.startsWith(key + " (line ") ? placed : key;
    };
  }
}
