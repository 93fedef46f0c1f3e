package dev.latchkey.triage.mark;

import com.google.re2j.Pattern;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What single header fields say about the writer of a mail: the policy is one table, {@code
 * machine-fields.tsv}, one field a line with the standard or the program that needs it.
 */
public final class HeaderMarks {
  private static final Set<String> NO = Set.of("", "no", "false", "0", "none", "off");
  private static final String GENERATED = "auto-generated";

  /** What is passed on as it was written is the work of whoever wrote it. */
  private static final Set<String> NOT_WRITTEN_BY_MACHINE = Set.of("no", "auto-forwarded");

  private static final Set<String> RULE_MARKS =
      Set.of("auto-submitted", "x-ms-exchange-inbox-rules-loop");
  private static final Map<String, List<Rule>> RULES =
      WordList.lines(HeaderMarks.class, "machine-fields.tsv").stream()
          .map(Rule::of)
          .collect(Collectors.groupingBy(Rule::field));

  /** What a field means, the weightiest first. */
  public enum Weight {
    /** A program marked its own mail to know it again. */
    LOOP,
    /** A mailing list or bulk mail. */
    LIST,
    /** The same, unless the words are a person's request. */
    BULK,
    /** An automatic answer or notice. */
    AUTOMATIC,
    /** Probably a machine, but not surely: no acknowledgement. */
    WEAK,
    /** A person or not, no acknowledgement is wanted. */
    NO_ACK
  }

  /** A field that means something. */
  public record Mark(Weight weight, String why) {}

  /** A line of the table; {@code value} is "any", "yes" or a pattern. */
  private record Rule(Weight weight, String field, String value, Pattern pattern, String why) {
    static Rule of(String line) {
      String[] cells = line.split("\t", -1);
      return new Rule(
          Weight.valueOf(cells[0]),
          cells[1].toLowerCase(Locale.ROOT),
          cells[2],
          Pattern.compile(cells[2]),
          cells[3]);
    }

    boolean matches(String text) {
      return switch (value) {
        case "any" -> true;
        case "yes" -> !NO.contains(text);
        default -> pattern.matcher(text).find();
      };
    }
  }

  private HeaderMarks() {}

  /** The marks in the header of {@code mail}, in its order. */
  public static List<Mark> read(InboundMail mail) {
    boolean byRule = passedOnByRule(mail);
    return mail.headers().stream()
        .filter(field -> !byRule || !RULE_MARKS.contains(name(field)))
        .flatMap(field -> mark(field).stream())
        .toList();
  }

  /**
   * Whether a rule of a mailbox of Microsoft 365 passed the mail on: since September 2025 it marks
   * what it passes on as generated, whoever wrote it.
   */
  private static boolean passedOnByRule(InboundMail mail) {
    return mail.field("X-MS-Exchange-Generated-Message-Source")
            .filter(field -> field.raw().toLowerCase(Locale.ROOT).contains("mailbox rules"))
            .isPresent()
        && mail.fields("Auto-Submitted").stream()
            .allMatch(field -> field.raw().strip().toLowerCase(Locale.ROOT).equals(GENERATED));
  }

  private static String name(HeaderField field) {
    return field.name().strip().toLowerCase(Locale.ROOT);
  }

  private static Optional<Mark> mark(HeaderField field) {
    String name = name(field);
    String value = field.raw().strip().toLowerCase(Locale.ROOT);
    List<Rule> rules = RULES.getOrDefault(name, List.of());
    Optional<Mark> mark =
        name.equals("auto-submitted")
            ? autoSubmitted(value)
            : rules.stream()
                .filter(rule -> rule.matches(value))
                .map(rule -> new Mark(rule.weight(), rule.why()))
                .findFirst();
    return (rules.isEmpty() ? mark.or(() -> programLoop(name)) : mark)
        .map(found -> new Mark(found.weight(), field.name().strip() + ": " + found.why()));
  }

  /** RFC 3834 section 5.2: a keyword, then parameters; a comment may stand before or behind it. */
  private static Optional<Mark> autoSubmitted(String value) {
    String words = value.startsWith("(") ? value.substring(value.indexOf(')') + 1).strip() : value;
    int end = 0;
    while (end < words.length()
        && (Character.isLetterOrDigit(words.charAt(end)) || words.charAt(end) == '-')) {
      end++;
    }
    String keyword = words.substring(0, end);
    if (NOT_WRITTEN_BY_MACHINE.contains(keyword)) {
      return Optional.empty();
    }
    return Optional.of(
        keyword.isEmpty()
            ? new Mark(Weight.WEAK, "it says nothing, but people's programs do not write it")
            : new Mark(Weight.AUTOMATIC, "a machine wrote it"));
  }

  /**
   * {@code X-Roundup-Loop}, {@code X-OTRS-Loop}, {@code X-RT-Loop-Prevention}: named after the
   * program that would meet itself.
   */
  private static Optional<Mark> programLoop(String name) {
    boolean own =
        name.startsWith("x-")
            && (name.endsWith("-loop") || name.endsWith("-loop-prevention"))
            && !name.startsWith("x-loop");
    return own
        ? Optional.of(new Mark(Weight.LOOP, "a program marked its own mail"))
        : Optional.empty();
  }
}
