package dev.latchkey.triage.form;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.triage.form.RequestForm.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the boxes in a line: {@code [x]}, {@code [ ]}, {@code (x)}, ☑, ☐ and the like before or
 * behind their sentence, and the sentence alone where a client dropped the box.
 */
public final class BoxReader {
  private static final Pattern MARK =
      Pattern.compile(
          "^[\\s>*+•·-]*(?:[\\[(（]\\s*([xX✓✔✗✘×*vVyY√]|[Yy][Ee][Ss]|[Oo][Kk]|)\\s*[\\])）]"
              + "|([☑☒✅✓✔🗹]\\x{fe0f}?)|([☐□⬜❏❑◻❌]\\x{fe0f}?))\\s*(.*)$");
  private static final Pattern MARK_BEHIND =
      Pattern.compile(
          "^(.*?)\\s*(?:\\[\\s*([xX✓✔*yYvV]|[Yy][Ee][Ss]|)\\s*\\]|([☑☒✅✓✔]\\x{fe0f}?)|([☐□⬜❌]\\x{fe0f}?))[\\s.]*$");

  /** One of several boxes in a line: {@code [ ] yes [x] no}. */
  private static final Pattern OPTION =
      Pattern.compile(
          "[\\[(（]\\s*([xX✓✔×*vVyY√]?)\\s*[\\])）]|([☑☒✅✓✔🗹])\\x{fe0f}?|[☐□⬜❏❑◻]\\x{fe0f}?");

  /** A longer line holds no boxes to choose from. */
  private static final int LONGEST_OPTIONS = 200;

  /** A box, and the words beside it. */
  record Box(boolean ticked, String text) {}

  /**
   * A line of a form.
   *
   * @param asks the fields whose sentence stands in it
   */
  public record Line(String text, Optional<Box> box, Set<Field> asks) {
    static final Line EMPTY = new Line("", Optional.empty(), Set.of());

    /** The words beside the box, or all of them. */
    String besideBox() {
      return box.map(Box::text).orElse(text);
    }
  }

  /** What may stand before a box; other than that only the sign of one begins its line. */
  private static final String BEFORE = " \t>*+•·-";

  private static final String SIGNS = "[(（]☑☒✅✓✔☐□⬜❏❑◻❌\ufe0f";

  private final AnswerWords words;
  private final BoxSentences sentences;

  /**
   * With what its lines are told by.
   *
   * @param words of which the answer at a ticked box is made
   * @param sentences that boxes of the form stand at
   */
  public BoxReader(AnswerWords words, BoxSentences sentences) {
    this.words = words;
    this.sentences = sentences;
  }

  /** Reads one line. */
  public Line line(String text) {
    Optional<Line> options = options(text);
    if (options.isPresent()) {
      return options.get();
    }
    Optional<Box> box = box(text);
    return new Line(text, box, sentences.asks(box.map(Box::text).orElse(text)));
  }

  private static Optional<Box> box(String line) {
    if (!mayHoldBox(line)) {
      return Optional.empty();
    }
    Matcher mark = MARK.matcher(line);
    if (mark.matches()) {
      boolean ticked = mark.group(1) != null ? !mark.group(1).isEmpty() : mark.group(2) != null;
      return Optional.of(new Box(ticked, mark.group(4)));
    }
    Matcher behind = MARK_BEHIND.matcher(line);
    if (behind.matches()) {
      boolean ticked =
          behind.group(2) != null ? !behind.group(2).isEmpty() : behind.group(3) != null;
      return Optional.of(new Box(ticked, behind.group(1)));
    }
    return Optional.empty();
  }

  /** Most lines neither begin nor end like one with a box. */
  private static boolean mayHoldBox(String line) {
    int from = 0;
    while (from < line.length() && BEFORE.indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    int to = line.length();
    while (to > from && " \t.".indexOf(line.charAt(to - 1)) >= 0) {
      to--;
    }
    return from < to && (isSign(line.charAt(from)) || isSign(line.charAt(to - 1)));
  }

  private static boolean isSign(char sign) {
    return SIGNS.indexOf(sign) >= 0 || Character.isSurrogate(sign);
  }

  /**
   * A line with several boxes, of which the ticked one says what is answered; behind the sentence
   * of a form it is a box of that sentence.
   */
  private Optional<Line> options(String text) {
    if (text.length() > LONGEST_OPTIONS || !holdsSeveral(text)) {
      return Optional.empty();
    }
    List<Integer> ends = new ArrayList<>(List.of(0));
    List<Integer> starts = new ArrayList<>();
    List<Boolean> ticks = new ArrayList<>();
    Matcher option = OPTION.matcher(text);
    while (option.find()) {
      starts.add(option.start());
      ends.add(option.end());
      boolean tick = option.group(1) != null ? !option.group(1).isEmpty() : option.group(2) != null;
      ticks.add(tick);
    }
    if (ticks.size() < 2) {
      return Optional.empty();
    }
    starts.add(text.length());
    List<String> pieces = new ArrayList<>();
    for (int at = 0; at < starts.size(); at++) {
      pieces.add(text.substring(ends.get(at), starts.get(at)).strip());
    }
    return Optional.of(chosen(pieces, ticks));
  }

  private static boolean holdsSeveral(String text) {
    int signs = 0;
    for (int at = 0; at < text.length() && signs < 2; at++) {
      char sign = text.charAt(at);
      boolean may = sign < '0' || sign == '[' || sign > '~';
      signs += may && SIGNS.indexOf(sign) >= 0 ? 1 : 0;
    }
    return signs > 1;
  }

  /**
   * @param pieces what stands before the first box, between two and behind the last
   */
  private Line chosen(List<String> pieces, List<Boolean> ticks) {
    boolean behind = pieces.get(pieces.size() - 1).isEmpty();
    String before = pieces.get(0);
    int colon = Math.max(before.lastIndexOf(':'), before.lastIndexOf('：'));
    String prefix = behind ? before.substring(0, Math.max(0, colon)) : before;
    List<String> chosen = new ArrayList<>();
    for (int at = 0; at < ticks.size(); at++) {
      if (ticks.get(at)) {
        String piece = pieces.get(behind ? at : at + 1);
        chosen.add(behind && at == 0 ? piece.substring(colon + 1) : piece);
      }
    }
    Set<Field> asks = sentences.asks(prefix);
    String answer = chosen.size() == 1 ? chosen.get(0) : "";
    return asks.isEmpty()
        ? new Line(answer, Optional.empty(), asks)
        : new Line(prefix, Optional.of(new Box(words.agreed(answer).orElse(false), prefix)), asks);
  }
}
