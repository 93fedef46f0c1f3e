package dev.latchkey.cli;

import dev.latchkey.cli.page.DeskTime;
import dev.latchkey.cli.page.Table;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.store.QuarantinedMail;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latchkey quarantine}: the mails that were put aside. */
@Command(
    name = "quarantine",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the mails that were put aside because the desk could not read them, or failed on them"
          + " three times. They were not answered."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  latchkey quarantine list",
      "  latchkey quarantine export 17 /tmp/17.eml && latchkey explain /tmp/17.eml",
      "  latchkey quarantine replay 17"
    })
public final class QuarantineCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Spec private CommandSpec spec = CommandSpec.create();

  public QuarantineCommand(DeskDoor door) {
    this.door = door;
  }

  /** Alone it does nothing. */
  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "list, show, replay or export?");
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists them, newest first.")
  int list(@Mixin ConfigOption config, @Mixin RowLimit limit) throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      Table table = table(desk.time());
      var mails = desk.quarantine().list(limit.rows());
      mails.forEach(mail -> add(table, mail, desk.time()));
      table.print(spec.commandLine().getOut());
      limit.tell(mails.size());
    }
    return ExitCode.OK;
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it was shown",
        "1:no such mail is in quarantine",
        "64:wrong usage",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int show(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "MAIL", description = "Its number in the list.") long id)
      throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      Optional<QuarantinedMail> mail = desk.quarantine().find(id);
      if (mail.isEmpty()) {
        return missing(id);
      }
      Table table = table(desk.time());
      add(table, mail.get(), desk.time());
      table.print(spec.commandLine().getOut());
      spec.commandLine()
          .getOut()
          .printf("attempts: %d; its octets: latchkey quarantine export%n", mail.get().attempts());
    }
    return ExitCode.OK;
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = "Has one worked on once more, at the next poll.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it will be",
        "1:no such mail is in quarantine",
        "64:wrong usage",
        "69:the database is away",
        "78:the settings are wrong"
      })
  int replay(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "MAIL", description = "Its number in the list.") long id)
      throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      if (!desk.quarantine().replay(id, desk.clock().instant())) {
        return missing(id);
      }
    }
    spec.commandLine().getOut().println("mail " + id + " is worked on at the next poll");
    return ExitCode.OK;
  }

  @Command(
      name = "export",
      mixinStandardHelpOptions = true,
      description = "Writes one, as it came, into a new file that only you can read.",
      exitCodeListHeading = "%nExit codes:%n",
      exitCodeList = {
        "0:it is written",
        "1:no such mail is in quarantine",
        "64:wrong usage",
        "69:the database is away",
        "73:the file cannot be written",
        "78:the settings are wrong"
      })
  int export(
      @Mixin ConfigOption config,
      @Parameters(paramLabel = "MAIL", description = "Its number in the list.") long id,
      @Parameters(paramLabel = "FILE", description = "A file that is not there yet.") Path file)
      throws InvalidConfigurationException {
    try (OpenDesk desk = door.look(config)) {
      Optional<MailBytes> octets = octets(desk, id);
      if (octets.isEmpty()) {
        return missing(id);
      }
      write(file, octets.get());
    } catch (IOException e) {
      spec.commandLine().getErr().println(FileFault.of(file, e));
      return ExitCode.NO_OUTPUT;
    }
    return ExitCode.OK;
  }

  private static Optional<MailBytes> octets(OpenDesk desk, long id) {
    return desk.quarantine().find(id).flatMap(mail -> desk.mailStore().findOctets(mail.id()));
  }

  private static void write(Path file, MailBytes octets) throws IOException {
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, octets.octets(), StandardOpenOption.WRITE);
  }

  private static Table table(DeskTime time) {
    return new Table("MAIL", time.head("AT"), "OCTETS", "FROM", "OUTCOME", "BECAUSE");
  }

  private static void add(Table table, QuarantinedMail mail, DeskTime time) {
    table.add(
        Long.toString(mail.id()),
        time.moment(mail.receivedAt()),
        Long.toString(mail.size()),
        mail.sender().orElse("-"),
        mail.outcome(),
        mail.reasons());
  }

  private int missing(long id) {
    spec.commandLine().getErr().println("latchkey: no mail " + id + " is in quarantine");
    return ExitCode.FOUND_FAULT;
  }
}
