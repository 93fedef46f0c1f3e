package dev.latchkey.cli;

import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.watch.Checkup;
import dev.latchkey.watch.Checkup.Sign;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code latchkey health}: whether the desk does its work. */
@Command(
    name = "health",
    mixinStandardHelpOptions = true,
    description = {
      "Says whether the desk does its work: by what waits too long in its database, so it may be"
          + " asked on any machine that reaches it. A line each, with what to do.",
      "check proves that a desk could work; health tells whether it does."
    },
    footerHeading = "%nExample, in a crontab, which mails what is printed:%n",
    footer = "  */10 * * * * latchkey health > /tmp/health || cat /tmp/health",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all is well; there may be warnings",
      "1:something stands still, or somebody was let down",
      "64:wrong usage",
      "78:the settings are wrong"
    })
public final class HealthCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  public HealthCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    Findings findings = new Findings(spec.commandLine().getOut());
    try (OpenDesk desk = door.look(config)) {
      Checkup checkup = desk.health().examine();
      checkup.signs().forEach(sign -> tell(sign, findings));
    }
    return findings.failed() ? ExitCode.FOUND_FAULT : ExitCode.OK;
  }

  private static void tell(Sign sign, Findings findings) {
    String line = sign.name() + ": " + sign.told();
    switch (sign.verdict()) {
      case OK -> findings.ok(line);
      case WARN -> findings.warn(line);
      case FAIL -> findings.fail(line);
    }
  }
}
