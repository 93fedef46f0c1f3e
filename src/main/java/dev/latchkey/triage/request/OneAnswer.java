package dev.latchkey.triage.request;

import com.google.re2j.Pattern;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.form.AnswerWords;
import dev.latchkey.triage.form.BoxReader;
import dev.latchkey.triage.form.BoxSentences;
import dev.latchkey.triage.form.FieldAnswers;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.form.RequestForm.Field;
import dev.latchkey.triage.name.AccountNames;
import dev.latchkey.triage.secret.RedactedText;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads some words of a reply as the answer to one question. */
final class OneAnswer {
  private static final Pattern QUESTION = Pattern.compile("[^.!?。！？\\n]*[?？]+");

  /** A yes in a sign, as telephones offer it; whatever its colour. */
  private static final Pattern THUMBS_UP =
      Pattern.compile("(?:[👍👌✅✔🆗][\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]*\\s*)+");

  private final RequestReader requests;
  private final AnswerReader answers;
  private final AccountNames names;
  private final AnswerWords known;
  private final BoxReader boxes;
  private final FieldAnswers fields;
  private final Set<String> prose;

  OneAnswer(
      RequestForm form,
      RequestReader requests,
      AnswerReader answers,
      AccountNames names,
      AnswerWords known) {
    this.requests = requests;
    this.answers = answers;
    this.names = names;
    this.known = known;
    this.boxes = new BoxReader(known, new BoxSentences(form.boxes()));
    this.fields = new FieldAnswers(known);
    this.prose = form.vocabulary().words();
  }

  /** What the words say. */
  GivenAnswers read(Question question, String words) {
    return read(question, words, false, false);
  }

  /**
   * The same.
   *
   * @param numbered it has the number of the question, so that any word may be a name
   * @param certain it answers this question and no other, so that words may tell that no list knows
   */
  GivenAnswers read(Question question, String words, boolean numbered, boolean certain) {
    String all = ToldBefore.without(RedactedText.withoutMarks(words).strip());
    String text = withoutQuestions(all).strip();
    if (question.agreement() && (known.beginsWithYes(all) || THUMBS_UP.matches(all))) {
      return question == Question.CODE_OF_CONDUCT
          ? GivenAnswers.conduct(Optional.of(true))
          : GivenAnswers.waits(Optional.of(true));
    }
    if (question == Question.ACKNOWLEDGEMENT
        && (PlainAnswers.knowsAndAsksHowLong(all) || AnswerPart.of(all).waits())) {
      return GivenAnswers.waits(Optional.of(true));
    }
    if (text.isEmpty() || Words.of(text).list().isEmpty()) {
      return GivenAnswers.NONE;
    }
    return switch (question) {
      case ACCOUNT_NAME -> GivenAnswers.named(name(text, numbered));
      case REASON -> GivenAnswers.because(reasons(text));
      case RECOVERY_CODES -> GivenAnswers.codes(codes(text, certain));
      case CODE_OF_CONDUCT -> GivenAnswers.conduct(agreed(Field.CODE_OF_CONDUCT, text, certain));
      case ACKNOWLEDGEMENT -> GivenAnswers.waits(agreed(Field.ACKNOWLEDGEMENT, text, certain));
    };
  }

  /** The name in an answer to the question for it; its first line that holds one. */
  private Optional<String> name(String text, boolean numbered) {
    List<String> tries = new ArrayList<>(List.of(text));
    text.lines().forEach(tries::add);
    return tries.stream()
        .flatMap(line -> names.inAnswer(line).stream())
        .filter(
            name ->
                !prose.contains(Words.key(name)) || (numbered && Words.of(text).list().size() == 1))
        .findFirst();
  }

  private Set<Reason> reasons(String text) {
    Set<Reason> found = requests.read("", text).reasons();
    return found.isEmpty() ? EnumSet.of(Reason.OTHER) : found;
  }

  private Optional<Boolean> agreed(Field field, String text, boolean certain) {
    boolean box =
        text.lines()
            .map(boxes::line)
            .anyMatch(line -> line.box().isPresent() || line.asks().contains(field));
    if (box) {
      return Optional.of(fields.agreed(field, text.lines().map(boxes::line).toList()));
    }
    return certain ? answers.agreed(text) : known.agreed(text);
  }

  /** What was asked beside an answer is none. */
  private static String withoutQuestions(String text) {
    return QUESTION.matcher(text).replaceAll(" ");
  }

  /** Whether a list knows them as a yes, a no, or what became of codes. */
  boolean isPlain(String text) {
    return known.agreed(text).isPresent() || known.codes(text).said();
  }

  /** What they say of recovery codes. */
  RecoveryCodes codes(String text, boolean certain) {
    if (PlainAnswers.neverHeard(text)) {
      return RecoveryCodes.NEVER_MADE;
    }
    return certain ? answers.codes(text) : known.codes(text);
  }
}
