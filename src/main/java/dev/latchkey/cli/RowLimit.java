package dev.latchkey.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code --limit N}, which every list has: how many rows it shows at most. */
public final class RowLimit {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private int rows;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many; default ${DEFAULT-VALUE}.")
  void set(int most) {
    if (most < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--limit takes a number from 1 on");
    }
    rows = most;
  }

  int rows() {
    return rows;
  }

  /** Says on standard error that there may be more, where so many were shown as may be. */
  void tell(int shown) {
    if (shown >= rows) {
      spec.commandLine()
          .getErr()
          .printf("latchkey: these are the first %d; --limit N shows more, if there are%n", rows);
    }
  }
}
