package dev.latchkey.triage.reply;

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
  public TrimmedReply {
    lines = List.copyOf(lines);
    why = List.copyOf(why);
  }

  /** What was typed, when in doubt with a line too much. */
  public String generous() {
    return join(line -> line.part() != Part.QUOTED);
  }

  /** What was typed, when in doubt with a line too few. */
  public String strict() {
    return join(line -> line.part() == Part.WRITTEN);
  }

  /** What {@link #generous()} leaves out. */
  public String quoted() {
    return join(line -> line.part() == Part.QUOTED);
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
    /** Signature, disclaimer, or perhaps a quote: generous reading only. */
    DOUBTFUL,
    QUOTED
  }

  private String join(Predicate<Line> keep) {
    StringBuilder text = new StringBuilder();
    lines.stream().filter(keep).forEach(line -> text.append(line.text()).append('\n'));
    return text.toString().strip();
  }
}
