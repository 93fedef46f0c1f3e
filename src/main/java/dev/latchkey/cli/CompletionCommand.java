package dev.latchkey.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code latchkey completion}: what a shell has to know to complete commands and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description =
        "Prints the completion of commands and options for bash, which zsh reads by its"
            + " bashcompinit.",
    footerHeading = "%nExample, in ~/.bashrc:%n",
    footer = "  source <(latchkey completion)")
public final class CompletionCommand implements Callable<Integer>, LatchkeyCommand.TellsOfAll {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandSpec root = spec.root();
    spec.commandLine().getOut().print(AutoComplete.bash(root.name(), root.commandLine()));
    return ExitCode.OK;
  }
}
