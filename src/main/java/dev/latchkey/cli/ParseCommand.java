package dev.latchkey.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code latchkey parse --json FILE… | @LIST}: one JSON object a mail, in the order asked for.
 *
 * <p>Mails are read on all cores, a few ahead of the one that is printed, so that neither the list
 * nor the answers are ever in memory as a whole.
 */
@Command(
    name = "parse",
    mixinStandardHelpOptions = true,
    description = "Reads mails as the desk would and answers one JSON object a line.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every file was answered",
      "64:wrong usage",
      "66:a file could not be read",
      "70:a bug came up; the line of its mail says where"
    })
public final class ParseCommand implements Callable<Integer> {
  private static final int AHEAD = 64;

  private final MailFiles files;
  private final Queue<Future<Answer>> waiting = new ArrayDeque<>();
  private int exitCode = ExitCode.OK;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--json", description = "Answers as JSON, the only form there is.")
  private boolean json;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A mail (.eml), or @LIST: a file that names one mail a line.")
  private List<String> arguments = List.of();

  /** One mail's line, and what to tell about it on the side. */
  private record Answer(String file, MailFiles.Outcome outcome, String line) {}

  public ParseCommand(MailFiles files) {
    this.files = files;
  }

  @Override
  public Integer call() throws ExecutionException, InterruptedException {
    if (!json) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "add --json; for people there is latchkey explain FILE");
    }
    ExecutorService workers =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (String argument : arguments) {
        if (argument.startsWith("@")) {
          readList(argument.substring(1), workers);
        } else {
          read(argument, workers);
        }
      }
      printUntil(0);
    } finally {
      workers.shutdownNow();
    }
    return exitCode;
  }

  private void readList(String list, ExecutorService workers)
      throws ExecutionException, InterruptedException {
    try (BufferedReader lines = Files.newBufferedReader(Path.of(list))) {
      for (String file = lines.readLine(); file != null; file = lines.readLine()) {
        if (!file.isBlank()) {
          read(file, workers);
        }
      }
    } catch (IOException | InvalidPathException problem) {
      complain(list, MailFiles.reason(problem), ExitCode.NO_INPUT);
    }
  }

  private void read(String file, ExecutorService workers)
      throws ExecutionException, InterruptedException {
    waiting.add(workers.submit(() -> answer(file)));
    printUntil(AHEAD);
  }

  private Answer answer(String file) {
    MailFiles.Outcome outcome = files.read(file);
    return new Answer(file, outcome, MailJson.line(file, outcome));
  }

  /** Out of memory is no fault of a mail: it ends the process, as everywhere. */
  private Answer next() throws ExecutionException, InterruptedException {
    try {
      return waiting.remove().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  private void printUntil(int left) throws ExecutionException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    while (waiting.size() > left) {
      Answer answer = next();
      out.println(answer.line());
      if (answer.outcome() instanceof MailFiles.Unreadable unreadable) {
        complain(answer.file(), unreadable.reason(), ExitCode.NO_INPUT);
      } else if (answer.outcome() instanceof MailFiles.Failed failed) {
        complain(answer.file(), "a bug: " + failed.where(), ExitCode.SOFTWARE);
      }
    }
  }

  private void complain(String file, String problem, int code) {
    spec.commandLine().getErr().println("latchkey: " + file + ": " + problem);
    exitCode = Math.max(exitCode, code);
  }
}
