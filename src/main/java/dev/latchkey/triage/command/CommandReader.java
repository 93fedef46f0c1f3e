package dev.latchkey.triage.command;

import dev.latchkey.triage.command.CommandFault.Lack;
import dev.latchkey.triage.command.CommandLineReader.Line;
import dev.latchkey.triage.command.CommandReading.Commands;
import dev.latchkey.triage.command.CommandReading.NotUnderstood;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.triage.words.LineWords;
import dev.latchkey.triage.words.Spelling;
import dev.latchkey.triage.words.WordList;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the commands of a staff member out of the strict reading of a mail (DESIGN section 4).
 *
 * <p>The first line that is not blank is the command, the lines below it are its reason, question
 * or note. Lines end at LF or CR LF and nowhere else: Java's {@code ^} would also match after
 * U+0085, U+2028 and a lone CR, where an attacker can hide a command in what a reader sees as one
 * line (THREATS T11).
 *
 * <p>One mail is one decision: a second command below the first and nothing is done. Only a digest
 * may carry several, one a line, and then each names its ticket, before the verb or right after it
 * ({@code LK-1042 APPROVE K7Q2M4XA}, {@code APPROVE LK-1042 K7Q2M4XA}), and no ticket twice. All of
 * them are understood or none is carried out.
 */
public final class CommandReader {
  /** Words of a line that wants a ticket to stop and names it: "could you please stop LK-1042". */
  private static final int MOST_TO_HALT = 5;

  /** What people write for each verb in words of their own, by its name. */
  private static final Map<String, List<String>> VERB_WORDS =
      WordList.phrases(CommandReader.class, "verb-words.txt");

  /** A command line and the lines below it. */
  private record Block(Line command, String shown, StringBuilder below) {}

  /** Reads the strict reading of a mail, of which nothing else is known. */
  public CommandReading read(String strict) {
    return read(strict, "");
  }

  /**
   * Reads the commands of a mail.
   *
   * @param strict its strict reading, in which commands stand
   * @param below all that its sender says below the first line of that: the words of a command that
   *     stands alone in it
   */
  public CommandReading read(String strict, String below) {
    List<Block> blocks = new ArrayList<>();
    for (String line : lines(strict)) {
      if (blocks.isEmpty()) {
        if (LineWords.strip(line).isEmpty()) {
          continue;
        }
        Optional<Line> command = CommandLineReader.read(line, false);
        if (command.isEmpty()) {
          String named = named(line);
          return SecondThoughts.halts(line.replace(named, ""))
              ? check(
                  List.of(new Block(halt(line, named), Shown.start(line), new StringBuilder())),
                  below)
              : new NotUnderstood(noCommand(line));
        }
        blocks.add(new Block(command.get(), Shown.start(line), new StringBuilder()));
        continue;
      }
      boolean digest = blocks.get(0).command().reference().isPresent();
      Optional<Line> command = CommandLineReader.read(line, true).filter(CommandReader::isMeant);
      if (command.isPresent()) {
        blocks.add(new Block(command.get(), Shown.start(line), new StringBuilder()));
      } else if (digest && namesTicketOnly(line)) {
        return new NotUnderstood(new CommandFault.LineOfDigest(Shown.start(line)));
      } else {
        blocks.get(blocks.size() - 1).below().append('\n').append(line);
      }
    }
    return blocks.isEmpty()
        ? new NotUnderstood(new CommandFault.NothingWritten())
        : check(blocks, below);
  }

  /** The word of a short line that names a ticket; in a sentence it may be another. */
  private static String named(String line) {
    String named = "";
    String rest = LineWords.strip(line);
    for (int words = 0; words < MOST_TO_HALT && !rest.isEmpty(); words++) {
      String word = LineWords.first(rest);
      rest = LineWords.after(rest, word);
      named = CommandLineReader.reference(letters(word)).isPresent() ? word : named;
    }
    return rest.isEmpty() ? named : "";
  }

  /**
   * Who wants it stopped in words of their own has said HOLD, of the ticket that they name: "please
   * stop LK-1042".
   */
  private static Line halt(String line, String named) {
    return new Line(
        Verb.HOLD,
        false,
        CommandLineReader.reference(letters(named)),
        Optional.empty(),
        LineWords.strip(line),
        Optional.empty());
  }

  private static CommandReading check(List<Block> blocks, String below) {
    if (blocks.size() > 1) {
      Set<String> tickets = new HashSet<>();
      for (Block block : blocks) {
        if (!tickets.add(block.command().reference().orElse(""))
            || block.command().reference().isEmpty()) {
          return new NotUnderstood(severalCommands(blocks));
        }
      }
    }
    List<StaffCommand> commands = new ArrayList<>();
    for (Block block : blocks) {
      Line line = block.command();
      String text = blocks.size() == 1 ? text(block, below) : text(block, "");
      Optional<Lack> lack =
          line.problem().or(() -> text.isEmpty() ? lackOfWords(line.verb()) : Optional.empty());
      if (lack.isPresent()) {
        return new NotUnderstood(
            blocks.size() == 1
                ? new CommandFault.Incomplete(line.verb(), lack.get())
                : new CommandFault.IncompleteLine(block.shown(), line.verb(), lack.get()));
      }
      commands.add(new StaffCommand(line.verb(), line.reference(), line.argument(), text));
    }
    return new Commands(commands);
  }

  private static Optional<Lack> lackOfWords(Verb verb) {
    return switch (verb.argument()) {
      case QUESTION -> Optional.of(Lack.QUESTION);
      case NOTE -> Optional.of(Lack.NOTE);
      case PLACE -> Optional.of(Lack.WHERE_TO);
      case ANSWER -> Optional.of(Lack.ANSWER);
      case FAILURE -> Optional.of(Lack.WHAT_FAILED);
      case PROOF -> Optional.of(Lack.WHAT_WAS_SEEN);
      case WARNING -> Optional.of(Lack.WHICH_WARNING);
      case VOUCHER -> Optional.of(Lack.WHO_VOUCHES);
      case NONE, REMARK, REPORT, REASON, CODE, DAY, MEMBER, TICKET, PERSON -> Optional.empty();
    };
  }

  private static String text(Block block, String below) {
    return (block.command().rest() + (below.isEmpty() ? block.below() : "\n" + below)).strip();
  }

  /**
   * Whether a line below the first is a command rather than a sentence that begins with such a word
   * ("Note that …", "Hold on, …"). In doubt it is one for the two verbs that decide.
   */
  private static boolean isMeant(Line line) {
    return line.loud()
        || line.reference().isPresent()
        || switch (line.verb().argument()) {
          case CODE, REASON -> true;
          case QUESTION, NOTE, PLACE, ANSWER, FAILURE, PROOF, WARNING, VOUCHER -> false;
          case REMARK, REPORT -> line.rest().isEmpty();
          case NONE, MEMBER, TICKET -> line.problem().isEmpty();
          case DAY -> line.rest().isEmpty();
          case PERSON -> line.problem().isEmpty() && line.argument().isPresent();
        };
  }

  /** A line of a digest that can only be a command with a typing error. */
  private static boolean namesTicketOnly(String line) {
    String first = LineWords.first(line);
    String second = LineWords.first(LineWords.after(line, first));
    return CommandLineReader.reference(first).isPresent()
        || (CommandLineReader.reference(second).isPresent() && nearest(first).isPresent());
  }

  private static CommandFault severalCommands(List<Block> blocks) {
    return new CommandFault.Several(blocks.stream().limit(4).map(Block::shown).toList());
  }

  private static CommandFault noCommand(String line) {
    String first = LineWords.first(line);
    if (CommandLineReader.reference(first).isPresent()) {
      first = LineWords.first(LineWords.after(line, first));
    }
    // Whoever leaves a Japanese keyboard on types full-width letters.
    Optional<Verb> meant = nearest(Normalizer.normalize(first, Normalizer.Form.NFKC));
    if (meant.isPresent()) {
      return first.chars().allMatch(c -> c < 128)
          ? new CommandFault.Mistyped(Shown.whole(first), meant.get())
          : new CommandFault.LookAlike(Shown.whole(first), meant.get());
    }
    return own(first, line);
  }

  /** A word of their own for a verb is met with the verb. */
  private static CommandFault own(String first, String line) {
    String plain = letters(first).toLowerCase(Locale.ROOT);
    return VERB_WORDS.entrySet().stream()
        .filter(words -> words.getValue().contains(plain))
        .<CommandFault>map(
            words -> new CommandFault.Mistyped(Shown.whole(first), Verb.valueOf(words.getKey())))
        .findFirst()
        .orElseGet(() -> new CommandFault.NoCommand(Shown.start(line), List.of(Verb.values())));
  }

  /** The verb that at most two typing errors lead to; one for verbs of four letters. */
  private static Optional<Verb> nearest(String word) {
    String upper = letters(CommandLineReader.upperCase(word));
    Verb best = Verb.HELP;
    int least = Integer.MAX_VALUE;
    for (Verb verb : Verb.values()) {
      int distance = Spelling.distance(upper, verb.name());
      if (distance <= (verb.name().length() > 4 ? 2 : 1) && distance < least) {
        least = distance;
        best = verb;
      }
    }
    return least == Integer.MAX_VALUE ? Optional.empty() : Optional.of(best);
  }

  /** Without the punctuation around a word, as in {@code *Approve*:}. */
  private static String letters(String word) {
    int start = 0;
    int end = word.length();
    while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(start, end);
  }

  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      lines.add(text.substring(start, end > start && text.charAt(end - 1) == '\r' ? end - 1 : end));
      start = end + 1;
    }
    lines.add(text.substring(start));
    return lines;
  }
}
