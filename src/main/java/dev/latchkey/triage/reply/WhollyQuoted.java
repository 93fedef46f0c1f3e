package dev.latchkey.triage.reply;

import com.google.re2j.Pattern;
import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.TextLine;
import dev.latchkey.mail.TextLine.Mark;
import dev.latchkey.triage.reply.TrimmedReply.Line;
import dev.latchkey.triage.reply.TrimmedReply.Part;
import java.util.List;

/**
 * A mail that answers nothing and whose mark-up has every word as quoted: its writer set their text
 * as a quotation, or typed into the element that their program made for one. Nobody else wrote it,
 * as far as can be seen; all of it is in doubt.
 */
public final class WhollyQuoted {
  /** A reference, as all letters of ours have it: one that came back is no writer's. */
  private static final Pattern REFERENCE = Pattern.compile("\\b\\p{Lu}{1,10}-\\p{Nd}{1,9}\\b");

  private WhollyQuoted() {}

  /** Whether that is so of {@code text}. */
  public static boolean is(BodyText text) {
    boolean quoted = false;
    for (TextLine line : text.lines()) {
      if (line.text().isBlank()) {
        continue;
      }
      if (line.mark() != Mark.QUOTE || REFERENCE.matcher(line.text()).find()) {
        return false;
      }
      quoted = true;
    }
    return quoted;
  }

  /**
   * The words of such a text without their marks; quotes that show by their words stay quoted, and
   * so does all of it where it begins with one: a mail that was forwarded without a word.
   */
  public static TrimmedReply read(ReplyTrimmer trimmer, BodyText text, String writer) {
    BodyText bare = new BodyText(text.lines().stream().map(WhollyQuoted::withoutMark).toList());
    TrimmedReply read = trimmer.trim(bare, writer);
    if (beginsQuoted(read)) {
      return trimmer.trim(text, writer);
    }
    List<Line> lines =
        read.lines().stream()
            .map(
                line ->
                    line.part() == Part.WRITTEN
                        ? new Line(line.text(), Part.DOUBTFUL, line.goesOn())
                        : line)
            .toList();
    return new TrimmedReply(lines, read.why());
  }

  private static boolean beginsQuoted(TrimmedReply read) {
    return read.lines().stream()
        .filter(line -> !line.text().isBlank())
        .findFirst()
        .filter(line -> !line.part().readable())
        .isPresent();
  }

  private static TextLine withoutMark(TextLine line) {
    String text = line.text();
    int from = text.startsWith(">") ? 1 : 0;
    from += text.startsWith(" ", from) ? 1 : 0;
    return TextLine.plain(text.substring(from));
  }
}
