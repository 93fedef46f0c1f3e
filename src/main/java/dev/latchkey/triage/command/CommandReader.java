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
import java.util.EnumSet;
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
 * ({@code LK-1042 APPROVE K7Q2M4XA}, {@code APPROVE LK-1042 K7Q2M4XA}), and no ticket twice. Beside
 * a line with a typing error only what stops, looks or stays among the staff is carried out; beside
 * one that may be words of the line above, nothing.
 */
public final class CommandReader {
  /** Words of a line that wants a ticket to stop and names it: "could you please stop LK-1042". */
  private static final int MOST_TO_HALT = 5;

  /** What is done beside a line that is not understood: that may have been about the same. */
  private static final Set<Verb> ANYWAY =
      EnumSet.of(
          Verb.HOLD, Verb.FREEZE, Verb.NOTE, Verb.ASSIGN, Verb.STATUS, Verb.QUEUE, Verb.HELP);

  /** What people write for each verb in words of their own, by its name. */
  private static final Map<String, List<String>> VERB_WORDS =
      WordList.phrases(CommandReader.class, "verb-words.txt");

  /** A command line and the lines below it. */
  private record Block(Line command, String shown, StringBuilder below) {}

  /**
   * A line of a digest that is not understood.
   *
   * @param reference the ticket that it names; empty where that is what is not understood
   */
  private record Unread(String line, String reference, CommandFault fault) {}

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
    Joined joined = Joined.of(lines(strict));
    return read(joined.lines(), joined.leftOf(below));
  }

  private static CommandReading read(List<String> lines, String below) {
    List<Block> blocks = new ArrayList<>();
    List<Unread> unread = new ArrayList<>();
    StringBuilder words = new StringBuilder();
    for (String line : lines) {
      boolean first = blocks.isEmpty() && unread.isEmpty();
      if (first && LineWords.strip(line).isEmpty()) {
        continue;
      }
      boolean digest = first || blocks.isEmpty() || blocks.get(0).command().reference().isPresent();
      Optional<Line> command =
          CommandLineReader.read(line, !first).filter(read -> first || isMeant(read));
      if (command.isPresent()) {
        words = new StringBuilder();
        blocks.add(new Block(command.get(), Shown.start(line), words));
        continue;
      }
      String named = first ? named(line) : "";
      if (first && SecondThoughts.halts(line.replace(named, ""))) {
        return check(
            List.of(new Block(halt(line, named), Shown.start(line), new StringBuilder())),
            unread,
            below);
      }
      Optional<Unread> mistyped = digest ? mistyped(line) : Optional.empty();
      if (mistyped.isPresent()) {
        // What stands below it belongs to no other line.
        words = new StringBuilder();
        unread.add(mistyped.get());
      } else if (first) {
        return new NotUnderstood(noCommand(line));
      } else if (digest && namesTicketOnly(line)) {
        return new NotUnderstood(new CommandFault.LineOfDigest(Shown.start(line)));
      } else {
        words.append('\n').append(line);
      }
    }
    return blocks.isEmpty() && unread.isEmpty()
        ? new NotUnderstood(new CommandFault.NothingWritten())
        : check(blocks, unread, below);
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

  private static CommandReading check(List<Block> blocks, List<Unread> unread, String below) {
    int lines = blocks.size() + unread.size();
    boolean readable = lines == 1 ? unread.isEmpty() : nameTheirTickets(blocks, unread);
    if (!readable) {
      return new NotUnderstood(
          unread.isEmpty() ? severalCommands(blocks) : noCommand(unread.get(0).line()));
    }
    List<StaffCommand> commands = new ArrayList<>();
    List<CommandFault> faults = new ArrayList<>(unread.stream().map(Unread::fault).toList());
    for (Block block : blocks) {
      Line line = block.command();
      String text = lines == 1 ? text(block, below) : text(block, "");
      Optional<Lack> lack =
          line.problem().or(() -> text.isEmpty() ? lackOfWords(line.verb()) : Optional.empty());
      if (lack.isPresent() && lines == 1) {
        return new NotUnderstood(new CommandFault.Incomplete(line.verb(), lack.get()));
      }
      if (lack.isPresent()) {
        faults.add(new CommandFault.IncompleteLine(block.shown(), line.verb(), lack.get()));
      } else {
        commands.add(new StaffCommand(line.verb(), line.reference(), line.argument(), text));
      }
    }
    return faults.isEmpty() ? new Commands(commands) : beside(faults, commands);
  }

  /** Whether each line names a ticket, or tries to, and none that another names. */
  private static boolean nameTheirTickets(List<Block> blocks, List<Unread> unread) {
    Set<String> tickets = new HashSet<>();
    return blocks.stream()
            .map(block -> block.command().reference())
            .allMatch(named -> named.filter(tickets::add).isPresent())
        && unread.stream()
            .map(Unread::reference)
            .allMatch(named -> named.isEmpty() || tickets.add(named));
  }

  private static CommandReading beside(List<CommandFault> faults, List<StaffCommand> commands) {
    List<StaffCommand> done = new ArrayList<>();
    for (StaffCommand command : commands) {
      if (ANYWAY.contains(command.verb())) {
        done.add(command);
      } else {
        String shown = command.reference().orElse("") + " " + command.verb().name();
        faults.add(
            new CommandFault.IncompleteLine(
                Shown.start(shown), command.verb(), Lack.ALL_UNDERSTOOD));
      }
    }
    return new CommandReading.Lines(done, faults);
  }

  /** A line with a typing error, as a digest is answered by; empty when it may be words. */
  private static Optional<Unread> mistyped(String line) {
    String first = LineWords.first(line);
    String second = LineWords.first(LineWords.after(line, first));
    Optional<String> before = CommandLineReader.reference(first);
    Optional<String> named = before.or(() -> CommandLineReader.reference(second));
    if (named.isPresent()) {
      String verb = before.isPresent() ? second : first;
      return nearest(verb)
          .map(
              meant ->
                  new Unread(
                      line, named.get(), new CommandFault.MistypedLine(Shown.start(line), meant)));
    }
    // "LK-10O2 HOLD", "1002 HOLD": nobody writes a sentence so.
    boolean numbered = first.chars().anyMatch(Character::isDigit);
    boolean loud =
        CommandLineReader.verb(second).filter(it -> second.contains(it.name())).isPresent();
    return numbered && loud
        ? Optional.of(new Unread(line, "", new CommandFault.TicketOfLine(Shown.start(line))))
        : Optional.empty();
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
    Optional<Verb> meant = nearest(first);
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
    // Whoever leaves a Japanese keyboard on types full-width letters.
    String plain = Normalizer.normalize(word, Normalizer.Form.NFKC);
    String upper = letters(CommandLineReader.upperCase(plain));
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

  static List<String> lines(String text) {
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
