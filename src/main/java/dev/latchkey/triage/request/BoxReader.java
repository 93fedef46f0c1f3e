package dev.latchkey.triage.request;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.request.RequestForm.Field;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads boxes: {@code [x]}, {@code [ ]}, {@code (x)}, ☑, ☐ and the like before or behind their
 * sentence, the sentence alone where a client dropped the box, and answers in words.
 */
final class BoxReader {
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

  /** How a line begins that answers another question: {@code Terms:}, {@code 5)}. */
  private static final Pattern NEXT =
      Pattern.compile("[\\s>*+•·・–-]*(?:[(（]?[0-9]{1,2}[.):）]|[^:：=?？.。!！]{2,60}[:：=?？])\\s*\\S");

  /** A longer line holds no boxes to choose from. */
  private static final int LONGEST_OPTIONS = 200;

  private static final String YES = "yes";
  private static final String NO = "no";
  private static final String WITHOUT = "without";
  private static final String LOST = "lost";
  private static final String NEVER_MADE = "never made";
  private static final String HAVE = "have";
  private static final String DOUBTFUL = "doubtful";

  /** What answers a question of consent, whatever it is. */
  private static final Set<String> DECIDING = Set.of(YES, NO, DOUBTFUL);

  /** So few words are an answer, and no sentence. */
  private static final int SHORT = 2;

  /** A paragraph of so few words may still answer what stands above it. */
  private static final int FEW = 6;

  /** A box, and the words beside it. */
  record Box(boolean ticked, String text) {}

  /**
   * A line of a form.
   *
   * @param asks the fields whose sentence stands in it
   */
  record Line(String text, Optional<Box> box, Set<Field> asks) {
    static final Line EMPTY = new Line("", Optional.empty(), Set.of());

    /** The words beside the box, or all of them. */
    String besideBox() {
      return box.map(Box::text).orElse(text);
    }
  }

  /** What may stand before a box; other than that only the sign of one begins its line. */
  private static final String BEFORE = " \t>*+•·-";

  private static final String SIGNS = "[(（]☑☒✅✓✔☐□⬜❏❑◻❌\ufe0f";

  /** Between the answer itself and what its writer goes on to. */
  private static final java.util.regex.Pattern BREAK =
      java.util.regex.Pattern.compile("[,，、;；.。!！\\n]+");

  private final Lexicon<Set<String>> answers;
  private final BoxSentences sentences;

  BoxReader(RequestForm.Answers answers, BoxSentences sentences) {
    this.answers =
        new Lexicon<>(
            Map.of(
                YES,
                answers.agreed(),
                NO,
                answers.refused(),
                WITHOUT,
                answers.withoutCodes(),
                LOST,
                answers.lostCodes(),
                NEVER_MADE,
                answers.neverMadeCodes(),
                HAVE,
                answers.haveCodes(),
                DOUBTFUL,
                answers.doubtful()),
            Function.identity());
    this.sentences = sentences;
  }

  /** Reads one line. */
  Line line(String text) {
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
   * Whether a field with a box was answered with yes. An untouched box that is followed by a yes in
   * words was answered. Where recovery codes are asked for without the sentence of a box, the
   * answer tells whether they are there, and not whether they are gone.
   *
   * @param lines the lines below the label
   */
  boolean agreed(Field field, List<Line> lines) {
    boolean agreed = false;
    boolean sentence = field != Field.RECOVERY_CODES;
    boolean boxed = false;
    boolean apart = false;
    for (Line line : lines) {
      if (line.box().isPresent() || line.asks().contains(field)) {
        sentence = true;
        boxed = true;
        if (line.box().map(Box::ticked).orElse(true)) {
          if (isRefusal(field, line)) {
            return false;
          }
          agreed = true;
        }
        continue;
      }
      apart |= boxed && line.text().isBlank();
      if (apart && Words.of(line.text()).list().size() > FEW) {
        // A paragraph of its own below the box tells something else.
        continue;
      }
      if (!line.asks().isEmpty()) {
        // What another box asks for, in a line of its own below this label: no answer to this one.
        continue;
      }
      Set<String> said = answer(line.text());
      if (!sentence && said.contains(WITHOUT)) {
        agreed = true;
      } else if (said.contains(sentence ? NO : YES) || (sentence && said.contains(DOUBTFUL))) {
        return false;
      } else {
        agreed |= said.contains(YES);
      }
    }
    return agreed;
  }

  /**
   * The same of what somebody agrees to. Empty where words were typed below the label that say
   * neither yes nor no, "+1": others know more words.
   */
  Optional<Boolean> consent(Field field, List<Line> below) {
    List<Line> lines = answering(below);
    boolean boxed =
        lines.stream().anyMatch(line -> line.box().isPresent() || !line.asks().isEmpty());
    String typed = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    return boxed || typed.isBlank() || !Collections.disjoint(answer(typed), DECIDING)
        ? Optional.of(agreed(field, lines))
        : Optional.empty();
  }

  /** Behind a line that answers, the next one with a label or a number of its own is another's. */
  private List<Line> answering(List<Line> lines) {
    boolean answered = false;
    for (int at = 0; at < lines.size(); at++) {
      String text = lines.get(at).text();
      if (answered && NEXT.matcher(text).lookingAt()) {
        return lines.subList(0, at);
      }
      answered |= !Collections.disjoint(answer(text), DECIDING);
    }
    return lines;
  }

  /**
   * What a field says of recovery codes. What was typed beside the box tells more than the box,
   * which asks for two things at once.
   *
   * @param lines the lines below the label
   */
  RecoveryCodes codes(List<Line> lines) {
    boolean box = lines.stream().anyMatch(line -> line.box().isPresent() || !line.asks().isEmpty());
    RecoveryCodes typed =
        codes(
            lines.stream()
                .filter(line -> line.box().isEmpty() && line.asks().isEmpty())
                .map(Line::text)
                .collect(Collectors.joining("\n")));
    if (!box) {
      return typed;
    }
    if (!agreed(Field.RECOVERY_CODES, lines)) {
      return RecoveryCodes.HAVE;
    }
    return typed.gone() ? typed : RecoveryCodes.NONE;
  }

  /** Whether an answer in words is a plain yes, or no; empty when it is neither. */
  Optional<Boolean> agreed(String answer) {
    Set<String> said = answer(answer);
    if (said.contains(NO)) {
      return Optional.of(false);
    }
    return said.contains(YES) && !said.contains(DOUBTFUL) ? Optional.of(true) : Optional.empty();
  }

  /** Whether an answer is a yes or a no in a word or two. */
  boolean isPlain(String answer) {
    return Words.of(answer).list().size() <= SHORT && agreed(answer).isPresent();
  }

  /** Whether an answer makes a condition. */
  boolean doubts(String answer) {
    return answer(answer).contains(DOUBTFUL);
  }

  /**
   * Whether an answer begins with a plain yes and then tells something else, without taking it back
   * or making a condition: "yes, and the name is not kim".
   */
  boolean beginsWithYes(String answer) {
    List<String> pieces = Stream.of(BREAK.split(answer)).filter(piece -> !piece.isBlank()).toList();
    if (pieces.isEmpty() || !isPlainYes(pieces.get(0))) {
      return false;
    }
    return pieces.stream().skip(1).noneMatch(this::takesBack);
  }

  private boolean isPlainYes(String piece) {
    List<Words.Word> words = Words.of(piece).list();
    return words.size() <= FEW && agreed(piece).filter(yes -> yes).isPresent();
  }

  /** A refusal of several words, or a condition: what begins with "if", or ends so elsewhere. */
  boolean takesBack(String piece) {
    List<Words.Word> words = Words.of(piece).list();
    return answers.find(words).stream()
        .anyMatch(
            hit ->
                (hit.meaning().contains(NO) && hit.to() - hit.from() > 1)
                    || (hit.meaning().contains(DOUBTFUL)
                        && (hit.from() <= 1 || hit.to() == words.size())));
  }

  /** What an answer says; a yes that is asked is none. */
  private Set<String> answer(String text) {
    Set<String> said = new HashSet<>();
    for (List<Words.Word> clause : Clauses.of(Words.of(text))) {
      boolean question = Clauses.isQuestion(text, clause);
      for (Lexicon.Hit<Set<String>> hit : answers.find(clause)) {
        hit.meaning().stream().filter(group -> !question || !group.equals(YES)).forEach(said::add);
      }
    }
    return said;
  }

  /** What an answer in words says to "do you have recovery codes?". */
  RecoveryCodes codes(String answer) {
    Set<String> said = said(answer);
    if (said.contains(LOST)) {
      return RecoveryCodes.LOST;
    }
    if (said.contains(NEVER_MADE)) {
      return RecoveryCodes.NEVER_MADE;
    }
    if (said.contains(WITHOUT)) {
      return RecoveryCodes.NONE;
    }
    return said.contains(YES) || said.contains(HAVE) ? RecoveryCodes.HAVE : RecoveryCodes.UNSAID;
  }

  /** "No", or "I do not agree": a single word inside a sentence may belong to what is agreed to. */
  private boolean isRefusal(Field field, Line line) {
    List<Words.Word> words = Words.of(line.besideBox()).list();
    return (field != Field.RECOVERY_CODES || line.asks().isEmpty())
        && answers.find(words).stream()
            .anyMatch(
                hit ->
                    hit.meaning().contains(NO)
                        && (hit.to() - hit.from() > 1 || words.size() <= SHORT));
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
        : new Line(prefix, Optional.of(new Box(agreed(answer).orElse(false), prefix)), asks);
  }

  private Set<String> said(String text) {
    return answers.find(Words.of(text).list()).stream()
        .flatMap(hit -> hit.meaning().stream())
        .collect(Collectors.toSet());
  }
}
