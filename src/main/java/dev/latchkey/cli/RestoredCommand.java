package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.flow.loop.MailRetake.Found;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey restored}: what has to be done after an old dump was restored. */
@Command(
    name = "restored",
    mixinStandardHelpOptions = true,
    description = {
      "To be called once after an old dump of the database was restored, before the desk runs"
          + " again.",
      "Lets the numbers of tickets and letters jump, so that no reference and no Message-ID of the"
          + " time that is lost is given to somebody else; and takes in once more what stands in"
          + " the folder of processed mails and has no row. It is worked on when the desk runs."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  latchkey restored --dry-run", "  latchkey restored --since 2026-03-01T00:00:00Z"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is done",
      "1:there is no row to go by: say --since",
      "64:wrong usage",
      "69:the database or the mailbox is away",
      "78:the settings are wrong"
    })
public final class RestoredCommand implements Callable<Integer> {
  /** More than a desk gives in a year. */
  private static final long JUMP = 10_000;

  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  @Option(
      names = "--since",
      paramLabel = "INSTANT",
      description =
          "Take in what arrived from then on; default: a day before the last mail that has a row.")
  private @Nullable Instant since;

  public RestoredCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.open(config)) {
      Optional<Instant> from = Optional.ofNullable(since).or(desk.loops()::restoredSince);
      if (from.isEmpty()) {
        spec.commandLine().getErr().println("latchkey: no mail has a row yet; say --since");
        return ExitCode.FOUND_FAULT;
      }
      if (!dryRun) {
        List<Long> next = desk.database().skipNumbers(JUMP);
        out.printf(
            "the next reference is LK-%d, the next letter has number %d%n",
            next.get(0), next.get(2));
      }
      Found found = desk.loops().takeInAgain(from.get(), dryRun);
      out.printf(
          "%d processed mails since %s have no row: %s%n",
          found.missing(), from.get(), dryRun ? "they would be taken in" : "taken in once more");
      out.printf("%d older ones have none either, and are left%n", found.older());
    }
    return ExitCode.OK;
  }
}
