package dev.latchkey.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code latchkey}: the root of the command line, under which every command is hung.
 *
 * <p>Writes UTF-8 whatever the locale says, because mail has every script. An {@code @} argument
 * belongs to the commands: picocli does not expand it.
 */
@Command(
    name = "latchkey",
    description = "An account-recovery desk that lives in a mailbox.",
    mixinStandardHelpOptions = true,
    versionProvider = LatchkeyCommand.Version.class,
    synopsisSubcommandLabel = "COMMAND")
public final class LatchkeyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  private LatchkeyCommand() {}

  /** Runs what {@code arguments} name among {@code commands}; the answer is the exit code. */
  public static int run(List<Callable<Integer>> commands, String... arguments) {
    return run(commands, utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments);
  }

  static int run(
      List<Callable<Integer>> commands, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new LatchkeyCommand());
    commands.forEach(line::addSubcommand);
    line.setExpandAtFiles(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (problem, command, parsed) -> Failures.report(problem, command.getErr()))
        .setParameterExceptionHandler(LatchkeyCommand::wrongUsage);
    int code = line.execute(arguments);
    out.flush();
    err.flush();
    return code;
  }

  /** Without a command there is nothing to do. */
  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
  }

  private static int wrongUsage(CommandLine.ParameterException problem, String... arguments) {
    CommandLine line = problem.getCommandLine();
    line.getErr().println("latchkey: " + problem.getMessage());
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  private static PrintWriter utf8(FileDescriptor stream) {
    return new PrintWriter(new FileOutputStream(stream), false, StandardCharsets.UTF_8);
  }

  /** The version that the jar was built as. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = LatchkeyCommand.class.getPackage().getImplementationVersion();
      return new String[] {"latchkey " + Optional.ofNullable(version).orElse("(not packaged)")};
    }
  }
}
