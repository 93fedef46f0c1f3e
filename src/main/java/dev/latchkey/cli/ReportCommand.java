package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.store.OnTheSide;
import dev.latchkey.store.PastFigures;
import dev.latchkey.watch.Glance;
import dev.latchkey.watch.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey report}: the last weeks on one page. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes one page of HTML with the last days of the desk: what came, what waits, what became of"
          + " it and why people were locked out. It holds all it needs, no script, and no name of"
          + " anybody; a file that is there is replaced as a whole."
    },
    footerHeading = "%nExample:%n",
    footer = "  latchkey report --html /var/www/intern/recovery.html",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:it is written",
      "64:wrong usage",
      "69:the database is away",
      "73:the file cannot be written",
      "78:the settings are wrong"
    })
public final class ReportCommand implements Callable<Integer> {
  private static final int MOST_DAYS = 366;

  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--html", paramLabel = "FILE", required = true, description = "Where to.")
  private Path file = Path.of("");

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Of so many days, 2 to 366; default ${DEFAULT-VALUE}.")
  private int days;

  public ReportCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    if (days < 2 || days > MOST_DAYS) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--days must be 2 to " + MOST_DAYS);
    }
    Settings settings = door.glance(config);
    String page;
    try (OpenDesk desk = door.open(settings)) {
      // Both wait for the database, of a large desk for a second each.
      OnTheSide<PastFigures> past = OnTheSide.ask(() -> desk.lookout().past(days));
      Glance now = desk.lookout().look();
      page = new Report(settings.name(), now, past.get()).html();
    }
    try {
      write(page);
    } catch (IOException e) {
      spec.commandLine().getErr().println(FileFault.of(file, e));
      return ExitCode.NO_OUTPUT;
    }
    return ExitCode.OK;
  }

  /**
   * Whoever reads it meanwhile reads the old one or the new one. A link stays one, and what is no
   * file, as {@code /dev/stdout}, is written to and never replaced.
   */
  private void write(String page) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      Files.writeString(file, page);
      return;
    }
    Path whole = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file;
    Path beside = whole.resolveSibling(whole.getFileName() + ".new");
    try {
      Files.writeString(beside, page);
      Files.move(beside, whole, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      // Half a page helps nobody, and takes room.
      deleted(beside).ifPresent(e::addSuppressed);
      throw e;
    }
  }

  private static Optional<IOException> deleted(Path half) {
    try {
      Files.deleteIfExists(half);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(e);
    }
  }
}
