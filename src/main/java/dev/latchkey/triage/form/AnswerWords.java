package dev.latchkey.triage.form;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What an answer in words says to a question with yes or no, and to the one for recovery codes, by
 * the words that the form names.
 */
public final class AnswerWords {
  static final String YES = "yes";
  static final String NO = "no";
  static final String WITHOUT = "without";
  static final String LOST = "lost";
  static final String NEVER_MADE = "never made";
  static final String HAVE = "have";
  static final String DOUBTFUL = "doubtful";

  /** Between the answer itself and what its writer goes on to. */
  private static final Pattern BREAK = Pattern.compile("[,，、;；.。!！\\n]+");

  /** So few words are an answer, and no sentence. */
  private static final int SHORT = 2;

  /** In so few words a yes is plain. */
  private static final int FEW = 6;

  private final Lexicon<Set<String>> answers;

  public AnswerWords(RequestForm.Answers answers) {
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
  }

  /** Whether an answer in words is a plain yes, or no; empty when it is neither. */
  public Optional<Boolean> agreed(String answer) {
    Set<String> said = said(answer);
    if (said.contains(NO)) {
      return Optional.of(false);
    }
    return said.contains(YES) && !said.contains(DOUBTFUL) ? Optional.of(true) : Optional.empty();
  }

  /** Whether an answer is a yes or a no in a word or two. */
  public boolean isPlain(String answer) {
    return Words.of(answer).list().size() <= SHORT && agreed(answer).isPresent();
  }

  /** Whether an answer makes a condition. */
  public boolean doubts(String answer) {
    return said(answer).contains(DOUBTFUL);
  }

  /**
   * Whether an answer begins with a plain yes and then tells something else, without taking it back
   * or making a condition: "yes, and the name is not kim".
   */
  public boolean beginsWithYes(String answer) {
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
  public boolean takesBack(String piece) {
    List<Words.Word> words = Words.of(piece).list();
    return found(words).stream()
        .anyMatch(
            hit ->
                (hit.meaning().contains(NO) && hit.to() - hit.from() > 1)
                    || (hit.meaning().contains(DOUBTFUL)
                        && (hit.from() <= 1 || hit.to() == words.size())));
  }

  /** What an answer says, by the names above; a yes that is asked is none. */
  Set<String> said(String text) {
    Set<String> said = new HashSet<>();
    for (List<Words.Word> clause : MailText.of(text).clauses()) {
      boolean question = Clauses.isQuestion(text, clause);
      for (Lexicon.Hit<Set<String>> hit : found(clause)) {
        hit.meaning().stream().filter(group -> !question || !group.equals(YES)).forEach(said::add);
      }
    }
    return said;
  }

  /** What an answer in words says to "do you have recovery codes?". */
  public RecoveryCodes codes(String answer) {
    if (CodesDoubtReader.ofBackup(answer)) {
      return RecoveryCodes.UNSAID;
    }
    Set<String> said = named(CodesDoubtReader.without(answer));
    if (said.contains(LOST)) {
      return RecoveryCodes.LOST;
    }
    if (said.contains(NEVER_MADE) || CodesDoubtReader.never(answer)) {
      return RecoveryCodes.NEVER_MADE;
    }
    if (CodesDoubtReader.doubts(answer)) {
      return RecoveryCodes.MAYBE;
    }
    if (said.contains(WITHOUT)) {
      return RecoveryCodes.NONE;
    }
    if (CodesDoubtReader.namesPlace(answer)) {
      return RecoveryCodes.HAVE;
    }
    return said.contains(YES) || said.contains(HAVE) ? RecoveryCodes.HAVE : RecoveryCodes.UNSAID;
  }

  /**
   * Whether the label of recovery codes stands in a text before nothing but words that there never
   * were any: "codes: no, never".
   */
  public boolean neverMade(String text) {
    return LabelledAnswers.of(List.of(text))
        .to(Question.RECOVERY_CODES)
        .filter(answer -> isKnown(answer) && codes(answer) == RecoveryCodes.NEVER_MADE)
        .isPresent();
  }

  private boolean isKnown(String answer) {
    List<Words.Word> words = Words.of(answer).list();
    return Lexicon.covered(found(words)) == words.size();
  }

  /** "No", or "I do not agree": a single word inside a sentence may belong to what is agreed to. */
  boolean refuses(String text) {
    List<Words.Word> words = Words.of(text).list();
    return found(words).stream()
        .anyMatch(
            hit ->
                hit.meaning().contains(NO) && (hit.to() - hit.from() > 1 || words.size() <= SHORT));
  }

  /** Each meaning that stands in it, be it asked. */
  private Set<String> named(String text) {
    return Lexicon.groups(found(Words.of(text).list()));
  }

  private List<Lexicon.Hit<Set<String>>> found(List<Words.Word> words) {
    return answers.find(StretchedWords.undone(words));
  }
}
