package dev.latchkey.triage;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.CodeReader;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the codes that the writer of a mail typed, and leaves out those of a letter of ours that
 * came back without marks: a program that confirms each mail with its text would prove whatever it
 * was asked. What a program wrote brings a code at its top or none, for a letter of ours has many
 * words above its code. In a person's mail a code is repeated where it stands alone on its line
 * between such words and the foot of our letters; typed once more, below it or after the foot, it
 * counts, and also where "here is the code you sent me:" looks like the beginning of a quote. Where
 * a letter that is known breaks off beside its code nobody can tell: it does not count.
 */
final class TypedCodes {
  /** So many letters may stand above the code of an answer that a program marked as its own. */
  private static final int GREETING = 60;

  private static final int LONGEST_CODE = 26;

  private static final Pattern ALONE =
      Pattern.compile("[|>\\s]*[A-Z2-7]{4}(?:-[A-Z2-7]{2,4}){2,6}\\s*");

  /** The foot of our letters: a line that ends with our address, then the reference below. */
  private static final Pattern ADDRESS = Pattern.compile("(?:.*[,\\s])?([^\\s,@]+@[^\\s,@]+)\\s*");

  private static final Pattern REFERENCE = Pattern.compile(".{0,40}?([A-Z]{1,10}-[0-9]{1,9})\\s*");

  /** The codes in a text. */
  record Found(String text, List<String> codes) {}

  private final CodeReader codes;

  TypedCodes(CodeReader codes) {
    this.codes = codes;
  }

  /**
   * Reads a mail.
   *
   * @param all that may be typed, and what is read in it
   * @param subject which no letter of ours has a code in
   * @param sender whose address below a code is their signature, and no foot of ours
   */
  List<String> read(
      Found all, TrimmedReply reply, String subject, MailKind kind, Optional<EmailAddress> sender) {
    String typed =
        kind == MailKind.HUMAN
            ? subject
                + TriageReader.PARTED
                + withoutRepeated(reply.lines(), sender.map(EmailAddress::toString).orElse(""))
            : top(reply.typed());
    return typed.equals(all.text()) ? all.codes() : codes.read(typed);
  }

  /** Reads all that may be typed. */
  Found all(String text) {
    return new Found(text, codes.read(text));
  }

  /** As much as a greeting and a code take. */
  private static String top(String typed) {
    int letters = 0;
    int end = 0;
    while (end < typed.length() && letters < GREETING + LONGEST_CODE) {
      letters += Character.isLetterOrDigit(typed.charAt(end)) ? 1 : 0;
      end++;
    }
    return typed.substring(0, end);
  }

  /**
   * From the foot upwards: the code next above it is the letter's. A letter in two languages has
   * one in each, and names the reference of its foot above it; what a person typed above the letter
   * does not, whatever else it names ("SHA-256").
   */
  private static String withoutRepeated(List<Line> lines, String sender) {
    List<Line> readable =
        lines.stream()
            .filter(line -> line.part().readable())
            .map(line -> line.part() == Part.REPEATED ? new Line(".", Part.REPEATED) : line)
            .toList();
    Deque<String> kept = new ArrayDeque<>();
    boolean foot = false;
    String reference = "";
    boolean first = true;
    for (int i = readable.size() - 1; i >= 0; i--) {
      String line = readable.get(i).text();
      if (!foot) {
        reference = reference(line).orElse(reference);
        foot = !reference.isEmpty() && isOurs(line, sender);
      }
      if (foot && ALONE.matcher(line).matches()) {
        String above = above(readable.subList(0, i));
        boolean ours = letters(above) > GREETING && (first || above.contains(reference));
        first = false;
        kept.addFirst(ours ? "." : line);
      } else {
        kept.addFirst(line);
      }
    }
    return String.join("\n", kept);
  }

  /** What stands between a code and the one above it. */
  private static String above(List<Line> lines) {
    int first = lines.size();
    while (first > 0 && !ALONE.matcher(lines.get(first - 1).text()).matches()) {
      first--;
    }
    return lines.subList(first, lines.size()).stream()
        .map(Line::text)
        .collect(Collectors.joining("\n"));
  }

  private static long letters(String text) {
    return text.chars().filter(Character::isLetter).count();
  }

  /** The reference at the end of a line; hardly any line ends with a number. */
  private static Optional<String> reference(String line) {
    int last = line.length() - 1;
    while (last >= 0 && line.charAt(last) <= ' ') {
      last--;
    }
    int dash = last;
    while (dash > 0 && Character.isDigit(line.charAt(dash))) {
      dash--;
    }
    if (dash < 1 || dash == last || line.charAt(dash) != '-') {
      return Optional.empty();
    }
    Matcher named = REFERENCE.matcher(line);
    return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
  }

  private static boolean isOurs(String line, String sender) {
    if (line.indexOf('@') < 0) {
      return false;
    }
    Matcher address = ADDRESS.matcher(line);
    return address.matches() && !address.group(1).equalsIgnoreCase(sender);
  }
}
