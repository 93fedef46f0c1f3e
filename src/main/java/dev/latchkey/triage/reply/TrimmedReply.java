package dev.latchkey.triage.reply;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.function.Predicate;

/**
 * A mail's text split into what its sender typed and what they quoted.
 *
 * <p>Two readings, because the errors cost differently: {@code strict} is for commands and codes (a
 * quoted word must never be in it), {@code generous} for a requester's words (a typed word must
 * never be missing).
 *
 * @param lines every line of the text, in order, each with the readings it belongs to
 * @param why the rules that split, in words
 */
public record TrimmedReply(List<Line> lines, List<String> why) {
  /** A code or a reference of ours, alone on its line. */
  private static final Pattern OWN_LINE =
      Pattern.compile(
          "[|> ]*(?:APPROVE +)?(?:[A-Z2-7]{8}|[A-Z2-7]{4}(?:-[A-Z2-7]{2,4}){1,6}|[A-Z]{1,10}-[0-9]{1,9})"
              + " *");

  public TrimmedReply {
    lines = List.copyOf(lines);
    why = List.copyOf(why);
  }

  /** What was typed, when in doubt with a line too much. */
  public String generous() {
    return join(line -> line.part().readable());
  }

  /** What was typed, when in doubt with a line too few. */
  public String strict() {
    return join(line -> line.part() == Part.WRITTEN);
  }

  /**
   * {@link #strict()} without what stands below a quotation that bears no marks: programs set lines
   * of their own there.
   */
  public String firm() {
    StringBuilder text = new StringBuilder();
    boolean bare = false;
    for (Line line : lines) {
      if (line.part() == Part.QUOTED && !line.text().isBlank()) {
        bare = line.text().indexOf('>') != 0 && !line.text().startsWith("|");
      } else if (line.part() == Part.WRITTEN && !bare) {
        text.append(line.text()).append('\n');
      }
    }
    return text.toString().strip();
  }

  /**
   * What the sender or a program of theirs wrote, and certainly nobody quoted: {@link #strict()}
   * with signature, disclaimer and warnings. A code in it was typed.
   */
  public String typed() {
    return join(line -> line.part().typed());
  }

  /** {@link #typed()}, with what may be a line of ours that was typed once more. */
  public String perhapsTyped() {
    return join(line -> line.part().typed() || line.part() == Part.REPEATED);
  }

  /**
   * {@link #generous()} without what programs add: an employer's words about unauthorised use are
   * no answer to a question.
   */
  public String answer() {
    return join(line -> line.part().readable() && line.part() != Part.ADDED);
  }

  /**
   * All that the sender says below the first typed line: everything but quotes, with what they
   * pasted into their words. It is no letter of ours that was quoted without marks: where what may
   * be a quote holds a code or a reference on a line of its own, as our letters do, it is left out.
   */
  public String below() {
    int first = 0;
    while (first < lines.size()
        && (lines.get(first).part() != Part.WRITTEN || lines.get(first).text().isBlank())) {
      first++;
    }
    List<Line> rest = lines.subList(Math.min(first + 1, lines.size()), lines.size());
    boolean ours =
        rest.stream()
            .anyMatch(
                line -> line.part() == Part.DOUBTFUL && OWN_LINE.matcher(line.text()).matches());
    StringBuilder text = new StringBuilder();
    rest.stream()
        .filter(line -> line.part().readable() || line.part() == Part.PASTED)
        .filter(line -> line.part() != Part.REPEATED)
        .filter(line -> !(ours && line.part() == Part.DOUBTFUL))
        .forEach(line -> text.append(line.text()).append('\n'));
    return text.toString().strip();
  }

  /** What {@link #generous()} leaves out. */
  public String quoted() {
    return join(line -> !line.part().readable());
  }

  /**
   * Whether other words than the sender's stand in it. An employer's below every mail answer
   * nothing: with them alone it is as much a first mail as without.
   */
  public boolean quotes() {
    return lines.stream()
        .anyMatch(
            line -> !line.part().readable() && line.part() != Part.HOUSE && !line.text().isBlank());
  }

  /** The text that was split, as {@link dev.latchkey.mail.BodyText#asString} gives it. */
  public String whole() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      text.append(lines.get(i).text());
      text.append(i + 1 == lines.size() || lines.get(i).goesOn() ? "" : "\n");
    }
    return text.toString();
  }

  /**
   * One line and where it belongs.
   *
   * @param goesOn whether the next line stands on the same line of the text: some clients set "On
   *     …, … wrote:" right behind what was typed
   */
  public record Line(String text, Part part, boolean goesOn) {
    /** A line that is one in the text as well. */
    public Line(String text, Part part) {
      this(text, part, false);
    }
  }

  /** Where a line belongs. */
  public enum Part {
    /** Typed by the sender without doubt. */
    WRITTEN,
    /** Signature, disclaimer, or a gateway's warning: typed once, or set by a program. */
    ADDED,
    /** An employer's words about mails as such, told by what they say: nobody's answer. */
    HOUSE,
    /** Perhaps a quote: generous reading only. */
    DOUBTFUL,
    /**
     * What a letter of ours has at the edge of its quotation, which may as well have been typed
     * there: it stops, and proves nothing.
     */
    REPEATED,
    /** Somebody else's words that the sender put into their own, and announced. */
    PASTED,
    QUOTED;

    /** Whether the sender or a program of theirs wrote it, and certainly nobody quoted it. */
    public boolean typed() {
      return this == WRITTEN || this == ADDED || this == HOUSE;
    }

    /** Whether it may be the sender's own. */
    public boolean readable() {
      return this == WRITTEN || this == ADDED || this == DOUBTFUL || this == REPEATED;
    }
  }

  private String join(Predicate<Line> keep) {
    StringBuilder text = new StringBuilder();
    lines.stream().filter(keep).forEach(line -> text.append(line.text()).append('\n'));
    return text.toString().strip();
  }
}
