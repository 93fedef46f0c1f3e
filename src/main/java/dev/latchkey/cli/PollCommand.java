package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.flow.loop.DeskLoops.Round;
import dev.latchkey.watch.Count;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey poll}: one round of everything, for cron. */
@Command(
    name = "poll",
    mixinStandardHelpOptions = true,
    description = {
      "Does one round and ends: takes mails in, works on them, does what is due, sends.",
      "Brings the schema up to date first. Rounds may overlap, on one machine or several: each mail"
          + " and letter belongs to one of them."
    },
    footerHeading = "%nExample, in a crontab:%n",
    footer = "  * * * * * latchkey poll --quiet --config /etc/latchkey/latchkey.yaml",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the round is done",
      "64:wrong usage",
      "69:the database, the mailbox or the account directory is away",
      "78:the settings are wrong"
    })
public final class PollCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--quiet",
      description =
          "Say nothing when all is well, so that cron writes no mail: only warnings and errors.")
  private boolean quiet;

  public PollCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    try (OpenDesk desk = door.open(config)) {
      desk.database().migrate();
      Round round = desk.loops().round();
      if (!quiet) {
        tell(round);
      }
    }
    return ExitCode.OK;
  }

  private void tell(Round round) {
    spec.commandLine()
        .getOut()
        .printf(
            "%s taken in, %d worked on, %s due, %s executed, %s sent%n",
            Count.of(round.received(), "mail"),
            round.worked(),
            Count.of(round.due(), "ticket"),
            Count.of(round.executed(), "recovery", "recoveries"),
            Count.of(round.sent(), "mail"));
  }
}
