package dev.latchkey.parse.mime;

import dev.latchkey.mail.BodyText;
import dev.latchkey.mail.TextLine;
import java.util.ArrayList;
import java.util.List;

/**
 * How much text of one mail is read: as much as two thick books hold, in a fraction of the memory
 * that a desk has. Of more the beginning and the end are kept, where people write; what lies
 * between them is left out.
 */
final class TextRoom {
  /** Signs of all texts of a mail together. */
  static final int SIGNS = 1_000_000;

  /** A text has at least so many, whatever was read before it. */
  private static final int LEAST = 2_000;

  /** One part in so many is the end of a text. */
  private static final int END = 4;

  /** Between the two. */
  private static final String GAP = "\n\n";

  private int left = SIGNS;
  private boolean cut;

  /** Whether anything was left out. */
  boolean cut() {
    return cut;
  }

  /** A text as far as there is room; it takes nothing of the room yet. */
  String before(String text) {
    int room = Math.max(left, LEAST);
    if (text.length() <= room) {
      return text;
    }
    cut = true;
    int end = room / END;
    int beginning = room - end - GAP.length() - 1;
    return text.substring(0, beginning) + GAP + text.substring(text.length() - end);
  }

  /** The lines of a text as far as there is room, which they take. */
  BodyText take(BodyText text) {
    List<TextLine> lines = text.lines();
    long signs = lines.stream().mapToLong(TextRoom::signs).sum();
    long room = Math.max(left, LEAST);
    left = (int) Math.max(0, left - signs);
    if (signs <= room) {
      return text;
    }
    cut = true;
    List<TextLine> kept = new ArrayList<>();
    int from = 0;
    for (long most = room - room / END; from < lines.size(); from++) {
      most -= signs(lines.get(from));
      if (most < 0) {
        break;
      }
      kept.add(lines.get(from));
    }
    int to = lines.size();
    for (long most = room / END; to > from; to--) {
      most -= signs(lines.get(to - 1));
      if (most < 0) {
        break;
      }
    }
    kept.add(TextLine.plain(""));
    kept.addAll(lines.subList(to, lines.size()));
    return new BodyText(kept);
  }

  private static int signs(TextLine line) {
    return line.text().length() + 1;
  }
}
