package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine.Mark;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The lines of a reply, marked as its client should have: what is in a letter of ours is a quote,
 * what was typed into the quote of it is none. A line that holds both is cut into pieces.
 *
 * <p>What was typed between two words that follow each other in the letter was certainly typed;
 * where words of the letter are missing as well, it may be the letter, changed on its way, and is
 * in doubt. Only words in the innermost quote are the writer's: whatever answers another reply is
 * somebody else's.
 */
final class SentMarks {
  private static final int FEW_BELOW = 3;
  private static final int LONGEST_BELOW = 100;

  private final List<QuoteLine> source;
  private final SentIntroductions introductions;
  private final PlacedWords words;

  private final SentPlaces places;

  /**
   * For each line the last one up to it that stands in no quote, and the filled ones from it on.
   */
  private final int[] typedAbove;

  private final int[] filledBelow;
  private final List<QuoteLine> lines = new ArrayList<>();
  private final BitSet goesOn = new BitSet();
  private final BitSet ours = new BitSet();
  private final BitSet doubtful = new BitSet();
  private final BitSet repeated = new BitSet();
  private final BitSet inserted = new BitSet();
  private final BitSet introduction = new BitSet();

  private SentMarks(
      List<QuoteLine> source,
      SentIntroductions introductions,
      PlacedWords words,
      SentPlaces places) {
    this.source = source;
    this.introductions = introductions;
    this.words = words;
    this.places = places;
    this.typedAbove = new int[source.size()];
    this.filledBelow = new int[source.size() + 1];
  }

  /** The lines as they are, of a reply to nothing that is known. */
  static SentMarks none(List<QuoteLine> source) {
    PlacedWords nothing = new PlacedWords(List.of());
    SentPlaces nowhere = new SentPlaces(List.of(), nothing, List.of(), Set.of(), new BitSet());
    SentMarks marks = new SentMarks(source, new SentIntroductions(List.of()), nothing, nowhere);
    marks.lines.addAll(source);
    return marks;
  }

  /** The lines of a reply to one of {@code letters}. */
  static SentMarks of(List<QuoteLine> source, List<SentLetter> letters) {
    Set<Integer> quoted = new HashSet<>();
    boolean bars = letters.stream().anyMatch(letter -> letter.body().contains("|"));
    for (int i = 0; i < source.size(); i++) {
      if (source.get(i).quoted() || (source.get(i).hasBar() && !bars)) {
        quoted.add(i);
      }
    }
    PlacedWords words = new PlacedWords(source.stream().map(QuoteLine::text).toList());
    SentIntroductions introductions = new SentIntroductions(letters);
    BitSet introduced = introductions.below(source);
    SentPlaces places = new SentPlaces(source, words, letters, quoted, introduced);
    SentMarks marks = new SentMarks(source, introductions, words, places);
    marks.lookAround();
    for (int i = 0; i < source.size(); i++) {
      marks.mark(i);
    }
    return marks;
  }

  /** The lines, with the marks that they should have. */
  List<QuoteLine> lines() {
    return lines;
  }

  /** Whether the next line stands on the same line of the text. */
  boolean goesOn(int line) {
    return goesOn.get(line);
  }

  /** Whether a line is of a letter of ours. */
  boolean ours(int line) {
    return ours.get(line);
  }

  /** Whether anything is. */
  boolean any() {
    return !ours.isEmpty();
  }

  /** The first line of ours from there on; the number of lines when there is none. */
  int nextOurs(int from) {
    int next = ours.nextSetBit(from);
    return next < 0 ? lines.size() : next;
  }

  /** Whether a line that was typed may be a changed one of ours. */
  boolean doubtful(int line) {
    return doubtful.get(line);
  }

  /** Whether a line is ours or was typed as ours has it; nobody can tell. */
  boolean repeated(int line) {
    return repeated.get(line);
  }

  /** Whether a line was typed where the letter above it misses no word. */
  boolean inserted(int line) {
    return inserted.get(line);
  }

  /** Whether a line introduces the quotation of ours. */
  boolean introduces(int line) {
    return introduction.get(line);
  }

  private void lookAround() {
    int typed = -1;
    for (int i = 0; i < source.size(); i++) {
      typed = source.get(i).quoted() || source.get(i).blank() ? typed : i;
      typedAbove[i] = typed;
    }
    for (int i = source.size() - 1; i >= 0; i--) {
      filledBelow[i] = filledBelow[i + 1] + (source.get(i).blank() ? 0 : 1);
    }
  }

  private void mark(int number) {
    QuoteLine line = source.get(number);
    int from = words.firstOf(number);
    int to = words.firstOf(number + 1);
    if (from == to) {
      boolean bar = line.hasBar() && (places.ours(from - 1) || places.ours(to));
      boolean within = bar || places.isWithin(from);
      boolean rule = line.isRule() && places.ours(to);
      if (rule) {
        introduction.set(lines.size());
      }
      add(within && !line.blank() ? quoted(line) : line, within && !line.blank());
      return;
    }
    List<int[]> pieces = places.pieces(from, to);
    if (pieces.size() == 1) {
      whole(line, from, to, pieces.get(0)[2] > 0);
      return;
    }
    introduce();
    int start = 0;
    for (int i = 0; i < pieces.size(); i++) {
      int[] piece = pieces.get(i);
      boolean last = i + 1 == pieces.size();
      int end = last ? line.text().length() : cut(line.text(), piece, pieces.get(i + 1));
      String text = line.text().substring(start, end);
      if (!last) {
        goesOn.set(lines.size());
      }
      QuoteLine part = QuoteLine.of(text, QuoteLine.tidy(bare(text)), 0, Mark.PLAIN);
      if (piece[2] > 0 || (line.quoted() && !isTypedInto(line, piece[0], piece[1]))) {
        add(quoted(part), piece[2] > 0);
      } else {
        if (line.quoted() && !places.isInsertion(piece[0], piece[1])) {
          doubtful.set(lines.size());
        }
        add(part, false);
      }
      start = end;
    }
  }

  private void whole(QuoteLine line, int from, int to, boolean sent) {
    if (sent) {
      introduce();
      repeated.set(lines.size(), places.unsure(words.get(from).line()));
      add(quoted(line), true);
      return;
    }
    if (line.quoted() && isTypedInto(line, from, to)) {
      int mark = line.text().indexOf('>') + 1;
      if (mark > 0) {
        goesOn.set(lines.size());
        String sign = line.text().substring(0, mark);
        add(QuoteLine.of(sign, "", 1, Mark.QUOTE), false);
      }
      if (places.isBetween(from, to) ? !places.isInsertion(from, to) : isLong(line, to)) {
        doubtful.set(lines.size());
      }
      add(QuoteLine.of(line.text().substring(mark), line.words(), 0, Mark.PLAIN), false);
    } else {
      inserted.set(lines.size(), places.isInsertion(from, to));
      add(line, false);
    }
  }

  /** Whether words of a quoted line were typed into the quote of a letter. */
  private boolean isTypedInto(QuoteLine line, int from, int to) {
    return line.depth() <= 1
        && depth(from, to) <= 1
        && (places.isBetween(from, to) ? !places.isAltered(from, to) : isBelow(from, to));
  }

  private void add(QuoteLine line, boolean sent) {
    if (sent) {
      ours.set(lines.size());
    }
    lines.add(line);
  }

  private static QuoteLine quoted(QuoteLine line) {
    return QuoteLine.of(line.text(), line.words(), line.depth(), Mark.QUOTE);
  }

  /** Where a piece ends: signs that close it belong to it, those that open the next one do not. */
  private int cut(String text, int[] piece, int[] next) {
    int at = words.get(piece[1] - 1).to();
    int end = words.get(next[0]).from();
    while (at < end && ".,:;!?)]}*_…。：；，？！）】\"'”’»".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  private static String bare(String text) {
    int at = 0;
    while (at < text.length() && " \t>".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return text.substring(at);
  }

  private int depth(int from, int to) {
    int above = places.above(from);
    int below = places.below(to);
    return Math.max(
        above < 0 ? 0 : source.get(words.get(above).line()).depth(),
        below < 0 ? 0 : source.get(words.get(below).line()).depth());
  }

  /** Below the last word of a letter, in the same quote. */
  private boolean isBelow(int from, int to) {
    int above = places.above(from);
    if (above < 0 || !places.isInsertion(from, to)) {
      return false;
    }
    int line = words.get(from).line();
    return line == 0 || typedAbove[line - 1] < words.get(above).line();
  }

  /** More than a few words below a letter, which may be those of a program. */
  private boolean isLong(QuoteLine line, int to) {
    int more = filledBelow[words.get(to - 1).line() + 1];
    return more >= FEW_BELOW || line.words().length() > LONGEST_BELOW;
  }

  /** Marks what introduces the quotation that begins with the next line. */
  private void introduce() {
    int top = introductions.top(lines, ours);
    if (top >= 0) {
      introduction.set(top, lines.size());
    }
  }
}
