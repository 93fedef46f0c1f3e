package dev.latchkey.cli;

import java.io.Console;
import java.util.Locale;
import picocli.CommandLine;

/** What is asked of a person at a terminal before something is done. */
final class Question {
  private Question() {}

  /**
   * Whether they agree; nothing but a plain yes is one.
   *
   * @throws CommandLine.ParameterException when nobody sits there, who would say {@code --yes}
   */
  // From JDK 22 on a console is always there, and one without a terminal reads nothing: no yes.
  @SuppressWarnings("SystemConsoleNull")
  static boolean agreed(String question, CommandLine line) {
    Console console = System.console();
    if (console == null) {
      throw new CommandLine.ParameterException(line, "there is nobody to ask: say --yes");
    }
    line.getOut().flush();
    String answer = console.readLine(question + " [y/N] ");
    return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
  }
}
