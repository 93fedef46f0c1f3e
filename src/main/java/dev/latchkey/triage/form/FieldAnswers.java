package dev.latchkey.triage.form;

import com.google.re2j.Pattern;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.form.BoxReader.Box;
import dev.latchkey.triage.form.BoxReader.Line;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.words.Words;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the lines below a label of a form answer: by the boxes in them, and by the words that were
 * typed beside or below those.
 */
public final class FieldAnswers {
  /** How a line begins that answers another question: {@code Terms:}, {@code 5)}. */
  private static final Pattern NEXT =
      Pattern.compile("[\\s>*+•·・–-]*(?:[(（]?[0-9]{1,2}[.):）]|[^:：=?？.。!！]{2,60}[:：=?？])\\s*\\S");

  /** What answers a question of consent, whatever it is. */
  private static final Set<String> DECIDING =
      Set.of(AnswerWords.YES, AnswerWords.NO, AnswerWords.DOUBTFUL);

  /** A paragraph of so few words may still answer what stands above it. */
  private static final int FEW = 6;

  private final AnswerWords words;

  public FieldAnswers(AnswerWords words) {
    this.words = words;
  }

  /**
   * Whether a field with a box was answered with yes. An untouched box that is followed by a yes in
   * words was answered. Where recovery codes are asked for without the sentence of a box, the
   * answer tells whether they are there, and not whether they are gone.
   *
   * @param lines the lines below the label
   */
  public boolean agreed(Field field, List<Line> lines) {
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
      Set<String> said = words.said(line.text());
      if (!sentence && said.contains(AnswerWords.WITHOUT)) {
        agreed = true;
      } else if (said.contains(sentence ? AnswerWords.NO : AnswerWords.YES)
          || (sentence && said.contains(AnswerWords.DOUBTFUL))) {
        return false;
      } else {
        agreed |= said.contains(AnswerWords.YES);
      }
    }
    return agreed;
  }

  /**
   * The same of what somebody agrees to. Empty where words were typed below the label that say
   * neither yes nor no, "+1": others know more words.
   */
  public Optional<Boolean> consent(Field field, List<Line> below) {
    List<Line> lines = answering(below);
    boolean boxed =
        lines.stream().anyMatch(line -> line.box().isPresent() || !line.asks().isEmpty());
    String typed = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    return boxed || typed.isBlank() || !Collections.disjoint(words.said(typed), DECIDING)
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
      answered |= !Collections.disjoint(words.said(text), DECIDING);
    }
    return lines;
  }

  /**
   * What a field says of recovery codes. What was typed beside the box tells more than the box,
   * which asks for two things at once.
   *
   * @param lines the lines below the label
   */
  public RecoveryCodes codes(List<Line> lines) {
    boolean box = lines.stream().anyMatch(line -> line.box().isPresent() || !line.asks().isEmpty());
    String words =
        lines.stream()
            .filter(line -> line.box().isEmpty() && line.asks().isEmpty())
            .map(Line::text)
            .collect(Collectors.joining("\n"));
    RecoveryCodes typed = this.words.codes(words);
    if (!box) {
      return typed;
    }
    if (!agreed(Field.RECOVERY_CODES, lines)) {
      boolean gone = typed == RecoveryCodes.LOST || typed == RecoveryCodes.NEVER_MADE;
      boolean said = typed != RecoveryCodes.MAYBE && typed.said();
      return gone ? typed : said ? RecoveryCodes.HAVE : RecoveryCodes.MAYBE;
    }
    return typed.gone() ? typed : RecoveryCodes.NONE;
  }

  private boolean isRefusal(Field field, Line line) {
    return (field != Field.RECOVERY_CODES || line.asks().isEmpty())
        && words.refuses(line.besideBox());
  }
}
