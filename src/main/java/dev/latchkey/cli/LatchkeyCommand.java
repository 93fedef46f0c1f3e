package dev.latchkey.cli;

import dev.latchkey.config.FileName;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
    StandardOutput out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter err = utf8(new FileOutputStream(FileDescriptor.err));
    return out.code(run(commands, utf8(out), err, arguments), err);
  }

  static int run(
      List<Callable<Integer>> commands, PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = line(needed(commands, arguments));
    line.registerConverter(Long.class, text -> whole(text, Long::valueOf))
        .registerConverter(long.class, text -> whole(text, Long::valueOf))
        .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
        .registerConverter(int.class, text -> whole(text, Integer::valueOf))
        .registerConverter(Path.class, LatchkeyCommand::path)
        .setExpandAtFiles(false)
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

  /** A command that tells of all the others. */
  interface TellsOfAll {}

  /**
   * The one command that was called, since taking all of them apart is most of the work of a small
   * one; all, where help or a wrong word needs them.
   */
  private static List<Callable<Integer>> needed(
      List<Callable<Integer>> commands, String... arguments) {
    return commands.stream()
        .filter(command -> arguments.length > 0 && arguments[0].equals(name(command)))
        .filter(command -> !(command instanceof TellsOfAll))
        .findFirst()
        .map(List::of)
        .orElse(commands);
  }

  private static String name(Callable<Integer> command) {
    return command.getClass().getAnnotation(Command.class).name();
  }

  /** The whole command line, as its help tells it. */
  static CommandLine line(List<Callable<Integer>> commands) {
    CommandLine line = new CommandLine(new LatchkeyCommand());
    commands.forEach(line::addSubcommand);
    tellExitCodes(line);
    return line;
  }

  /** Without a command there is nothing to do. */
  @Override
  public Integer call() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
  }

  /** What every command answers that reads the settings, said in its help. */
  private static void tellExitCodes(CommandLine line) {
    for (CommandLine command : line.getSubcommands().values()) {
      tellExitCodes(command);
      CommandSpec spec = command.getCommandSpec();
      if (spec.findOption("--config") != null) {
        Map<String, String> codes = new TreeMap<>(spec.usageMessage().exitCodeList());
        if (codes.keySet().stream().noneMatch(code -> code.startsWith("0"))) {
          codes.put("0", "it is done");
        }
        codes.putIfAbsent("64", "wrong usage");
        codes.putIfAbsent("78", "the settings are wrong, or there are none");
        spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(codes);
      }
    }
  }

  /** In words of people, who know no int. */
  private static <N> N whole(String text, Function<String, N> read) {
    try {
      return read.apply(text);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("'" + text + "' is no number");
    }
  }

  private static Path path(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' " + FileName.refused(text));
    }
  }

  /** With the help of the command that was called, a part of another maybe. */
  private static int wrongUsage(CommandLine.ParameterException problem, String... arguments) {
    CommandLine line = problem.getCommandLine();
    while (line.getParseResult() != null && line.getParseResult().hasSubcommand()) {
      line = line.getParseResult().subcommand().commandSpec().commandLine();
    }
    line.getErr().println("latchkey: " + told(problem, line));
    line.getErr().println("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  /**
   * What is wrong, and what was meant, where that can be guessed.
   *
   * @param called the command whose words were understood
   */
  private static String told(CommandLine.ParameterException problem, CommandLine called) {
    if (!(problem instanceof CommandLine.UnmatchedArgumentException unmatched)) {
      return String.valueOf(problem.getMessage());
    }
    CommandLine at = problem.getCommandLine();
    List<String> words = unmatched.getUnmatched();
    String first = words.get(0);
    if (first.startsWith("-") && at != called) {
      return "options stand behind the command: %s %s"
          .formatted(called.getCommandSpec().qualifiedName(), String.join(" ", words));
    }
    String meant =
        unmatched.getSuggestions().stream()
            .findFirst()
            .map("; did you mean %s?"::formatted)
            .orElse("");
    boolean command = !first.startsWith("-") && !at.getSubcommands().isEmpty();
    return (command ? "there is no command " + first : problem.getMessage()) + meant;
  }

  private static PrintWriter utf8(OutputStream stream) {
    return new PrintWriter(stream, false, StandardCharsets.UTF_8);
  }

  /** The version that the jar was built as. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {told()};
    }

    /** For people. */
    static String told() {
      String version = LatchkeyCommand.class.getPackage().getImplementationVersion();
      return "latchkey " + Optional.ofNullable(version).orElse("(not packaged)");
    }
  }
}
