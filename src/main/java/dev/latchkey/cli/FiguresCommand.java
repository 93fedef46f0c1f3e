package dev.latchkey.cli;

import dev.latchkey.cli.page.FiguresJson;
import dev.latchkey.cli.page.FiguresPage;
import dev.latchkey.cli.page.Json;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.watch.Glance;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey figures}: how the desk stands. */
@Command(
    name = "figures",
    mixinStandardHelpOptions = true,
    description = {
      "Tells how the desk stands: what waits by state and level and for how long, who of the staff"
          + " looks after what, how long answers take, what arrived and ended in the last day, what"
          + " was put aside. Names the staff and one ticket, nobody else."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  latchkey figures", "  latchkey figures --json | jq .promisesMissed"},
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:they were told",
      "64:wrong usage",
      "69:the database is away",
      "78:the settings are wrong"
    })
public final class FiguresCommand implements Callable<Integer> {
  private final DeskDoor door;

  @Mixin private ConfigOption config = new ConfigOption();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "One JSON object; times in seconds and ISO 8601.")
  private boolean json;

  public FiguresCommand(DeskDoor door) {
    this.door = door;
  }

  @Override
  public Integer call() throws InvalidConfigurationException {
    PrintWriter out = spec.commandLine().getOut();
    try (OpenDesk desk = door.look(config)) {
      Glance glance = desk.lookout().look();
      if (json) {
        out.println(Json.line(FiguresJson.of(glance)));
      } else {
        new FiguresPage(out, desk.time()).print(glance);
      }
    }
    return ExitCode.OK;
  }
}
