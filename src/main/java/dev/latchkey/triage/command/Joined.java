package dev.latchkey.triage.command;

import dev.latchkey.triage.words.LineWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a mail to which a command is one line: the code and the six digits of an approval
 * that were typed, or pasted, on lines of their own right below it stand behind it.
 *
 * @param taken the lines that now stand in the first, without blanks
 */
record Joined(List<String> lines, List<String> taken) {
  static Joined of(List<String> lines) {
    int first = next(lines, 0);
    if (first == lines.size()) {
      return new Joined(lines, List.of());
    }
    String command = lines.get(first);
    List<String> taken = new ArrayList<>();
    int below = next(lines, first + 1);
    while (below < lines.size()) {
      Optional<String> whole = CommandLineReader.joined(command, lines.get(below));
      if (whole.isEmpty()) {
        break;
      }
      command = whole.get();
      taken.add(LineWords.strip(lines.get(below)));
      below = next(lines, below + 1);
    }
    if (taken.isEmpty()) {
      return new Joined(lines, List.of());
    }
    List<String> left = new ArrayList<>(List.of(command));
    left.addAll(lines.subList(below, lines.size()));
    return new Joined(left, taken);
  }

  /** What else is said below the command's line, in whatever reading. */
  String leftOf(String below) {
    List<String> left = new ArrayList<>(CommandReader.lines(below));
    for (String line : taken) {
      left.stream()
          .filter(other -> LineWords.strip(other).equals(line))
          .findFirst()
          .ifPresent(left::remove);
    }
    return String.join("\n", left);
  }

  private static int next(List<String> lines, int from) {
    int at = from;
    while (at < lines.size() && LineWords.strip(lines.get(at)).isEmpty()) {
      at++;
    }
    return at;
  }
}
