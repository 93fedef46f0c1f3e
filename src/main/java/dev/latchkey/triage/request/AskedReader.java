package dev.latchkey.triage.request;

import com.google.re2j.Pattern;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.triage.form.AnswerWords;
import dev.latchkey.triage.form.LabelledAnswers;
import dev.latchkey.triage.form.RequestForm;
import dev.latchkey.triage.name.AccountNames;
import dev.latchkey.triage.name.NameHedges;
import dev.latchkey.triage.reply.TrimmedReply;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads a reply as answers to the questions that our last letter asked: by their numbers, by what
 * they stand below in the quoted letter, or one after the other. Only this reader knows what was
 * asked, so that a word like "lost" says something.
 */
public final class AskedReader {
  /** A longer text is a story and no answer of a few words. */
  private static final int FEW_WORDS = 6;

  /** So few words say one thing: the answer to the only question. */
  private static final int A_SENTENCE = 14;

  /** So few words may answer a question out of its turn. */
  private static final int AT_ONCE = 3;

  private static final Optional<String> NO_NAME = Optional.empty();

  private static final Pattern SENTENCE_END = Pattern.compile("[!;。！；]+|\\.(?:\\s+|$)");

  private final AccountNames names;
  private final AnswerWords known;
  private final Set<String> prose;
  private final PlainAnswers plain;
  private final PlainYes unnamed;
  private final OneAnswer single;

  public AskedReader(RequestForm form, RequestReader requests, AnswerReader answers) {
    this.names = AccountNames.of(form);
    this.known = new AnswerWords(form.answers());
    this.prose = form.vocabulary().words();
    this.single = new OneAnswer(form, requests, answers, names, known);
    this.unnamed = new PlainYes(text -> single.codes(text, false).gone(), known::takesBack);
    this.plain = new PlainAnswers(names, AccountNames.states(form), known::takesBack, unnamed);
  }

  /**
   * What a reply answers.
   *
   * @param asked the questions of our last letter; the first is number 1
   */
  public GivenAnswers read(TrimmedReply reply, List<Question> asked) {
    if (asked.isEmpty()) {
      return GivenAnswers.NONE;
    }
    NumberedAnswers numbered = NumberedAnswers.of(reply, asked.size(), single::isPlain);
    List<String> loose = numbered.loose().stream().map(ToldBefore::without).toList();
    LabelledAnswers labelled = LabelledAnswers.of(loose);
    GivenAnswers named = named(labelled, loose, asked);
    GivenAnswers others =
        named.equals(GivenAnswers.NONE)
            ? read(numbered, loose, asked)
            : fitting(labelled.rest(), asked, false);
    GivenAnswers all =
        neverHeard(loose, asked)
            .and(named)
            .and(others)
            .and(codes(loose, asked))
            .and(plain.read(loose, asked));
    return all.name().isEmpty() && asked.contains(Question.ACCOUNT_NAME)
        ? all.and(GivenAnswers.named(hedged(loose)))
        : all;
  }

  /** Nobody has codes who never heard of any, whatever else their words may seem to say. */
  private static GivenAnswers neverHeard(List<String> lines, List<Question> asked) {
    return asked.contains(Question.RECOVERY_CODES)
            && PlainAnswers.neverHeard(String.join("\n", lines))
        ? GivenAnswers.codes(RecoveryCodes.NEVER_MADE)
        : GivenAnswers.NONE;
  }

  /** What stands before a yes of recovery codes. */
  private GivenAnswers codes(List<String> lines, List<Question> asked) {
    return asked.contains(Question.RECOVERY_CODES)
        ? unnamed
            .ofCodes(String.join("\n", lines))
            .map(text -> GivenAnswers.codes(single.codes(text, false)))
            .orElse(GivenAnswers.NONE)
        : GivenAnswers.NONE;
  }

  /** The name that its writer believes to be it, in a line or a sentence of its own. */
  private Optional<String> hedged(List<String> lines) {
    return lines.stream()
        .flatMap(line -> Stream.concat(Stream.of(line), Stream.of(SENTENCE_END.split(line))))
        .flatMap(one -> NameHedges.in(one).stream())
        .filter(name -> !prose.contains(Words.key(name)) && !ToldBefore.isNoName(name))
        .filter(name -> known.agreed(name).isEmpty() && !known.codes(name).said())
        .flatMap(name -> names.inField(name).stream())
        .findFirst();
  }

  /** What was answered by labels of the writer's own. */
  private GivenAnswers named(LabelledAnswers labelled, List<String> loose, List<Question> asked) {
    boolean doubted =
        Stream.concat(loose.stream(), labelled.rest().stream()).anyMatch(known::takesBack);
    GivenAnswers given = GivenAnswers.NONE;
    for (Question question : asked) {
      Optional<String> words = labelled.to(question);
      if (words.isPresent() && question.agreement()) {
        given =
            given.and(
                words
                    .filter(text -> isClear(text, doubted))
                    .map(text -> single.read(question, text))
                    .orElse(GivenAnswers.NONE));
      } else if (words.isPresent()) {
        given = given.and(single.read(question, words.get()));
      }
    }
    return given;
  }

  /**
   * A plain no, or a plain yes beside which nothing takes it back. "That you agree" is our own
   * question.
   */
  private boolean isClear(String answer, boolean doubted) {
    if (AnswerPart.of(answer).has(AnswerPart.YOU)) {
      return false;
    }
    return known.beginsWithYes(answer)
        ? !doubted
        : known.isPlain(answer) && !known.agreed(answer).orElse(true);
  }

  private GivenAnswers read(NumberedAnswers numbered, List<String> loose, List<Question> asked) {
    if (numbered.any()) {
      GivenAnswers given = GivenAnswers.NONE;
      for (int i = 0; i < asked.size(); i++) {
        given = given.and(single.read(asked.get(i), numbered.to(i + 1), true, true));
      }
      return given;
    }
    return bare(loose, asked).orElseGet(() -> inOrder(pieces(loose, asked.size()), asked));
  }

  /** "3 yes", where no other line has a number: "3 years ago" answers nothing. */
  private Optional<GivenAnswers> bare(List<String> lines, List<Question> asked) {
    Optional<NumberedAnswers.Bare> one = NumberedAnswers.bare(lines, asked.size());
    return one.filter(answer -> asked.get(answer.number() - 1).agreement())
        .map(answer -> single.read(asked.get(answer.number() - 1), answer.text()))
        .filter(given -> !given.equals(GivenAnswers.NONE));
  }

  /** The lines, or the parts of the only one. */
  private List<String> pieces(List<String> lines, int questions) {
    if (lines.size() != 1 || questions == 1) {
      return lines;
    }
    List<String> words = List.of(lines.get(0).strip().split("\\s+"));
    if (words.size() == questions && words.stream().allMatch(single::isPlain)) {
      return words;
    }
    return Stream.of(lines.get(0).split("\\s*[,;/，、；。！…–—]\\s*|[.!]\\s+|\\s-\\s"))
        .filter(part -> !part.isBlank())
        .toList();
  }

  private GivenAnswers inOrder(List<String> pieces, List<Question> asked) {
    if (asked.size() == 1) {
      String all = String.join("\n", pieces);
      return single.read(asked.get(0), all, false, isShort(all, A_SENTENCE));
    }
    boolean aware = pieces.stream().allMatch(piece -> AnswerPart.of(piece).isAwareOnly());
    boolean twice = pieces.stream().anyMatch(PlainYes::isTwice);
    if (pieces.size() == asked.size() && !aware && !twice) {
      GivenAnswers all = GivenAnswers.NONE;
      int answered = 0;
      for (int i = 0; i < pieces.size(); i++) {
        GivenAnswers one =
            isShort(pieces.get(i), FEW_WORDS) && !deniesInSigns(pieces.get(i))
                ? single.read(asked.get(i), pieces.get(i))
                : GivenAnswers.NONE;
        answered += one.equals(GivenAnswers.NONE) ? 0 : 1;
        all = all.and(one);
      }
      if (answered == pieces.size()) {
        return all;
      }
    }
    return fitting(pieces, asked, pieces.size() == 1);
  }

  /**
   * Short pieces that can answer only some of the questions.
   *
   * @param alone whether the only piece may be a name
   */
  private GivenAnswers fitting(List<String> pieces, List<Question> asked, boolean alone) {
    boolean doubted = unnamed.isDoubtedIn(pieces);
    GivenAnswers given = GivenAnswers.NONE;
    for (String piece : pieces) {
      if (isShort(piece, AT_ONCE) && !QuestionMark.isIn(piece)) {
        given = given.and(fitting(piece, asked, alone, doubted));
      }
    }
    return given;
  }

  /**
   * A few words that can answer only some of the questions.
   *
   * @param doubted whether a condition stands beside them, so that no yes among them counts
   */
  private GivenAnswers fitting(String piece, List<Question> asked, boolean alone, boolean doubted) {
    GivenAnswers given = GivenAnswers.NONE;
    Optional<String> led = alone && asked.contains(Question.ACCOUNT_NAME) ? led(piece) : NO_NAME;
    if (led.isPresent()) {
      return GivenAnswers.named(led);
    }
    if (AnswerPart.of(piece).waits()) {
      return asked.contains(Question.ACKNOWLEDGEMENT) && !doubted
          ? single.read(Question.ACKNOWLEDGEMENT, piece)
          : given;
    }
    RecoveryCodes codes = known.codes(piece);
    Optional<Boolean> agreed = known.agreed(piece);
    if (codes.gone() && asked.contains(Question.RECOVERY_CODES)) {
      given = given.and(single.read(Question.RECOVERY_CODES, piece));
    } else if (agreed.isPresent() && asked.stream().anyMatch(Question::agreement)) {
      boolean taken = doubted && agreed.get() && !PlainAnswers.toAll(piece);
      boolean names = asked.contains(Question.ACCOUNT_NAME) && hedged(List.of(piece)).isPresent();
      boolean counts = !taken && !names && !LabelledAnswers.names(piece);
      boolean aware =
          asked.contains(Question.ACKNOWLEDGEMENT) && AnswerPart.of(piece).isAwareOnly();
      for (Question question : counts ? asked : List.<Question>of()) {
        boolean meant = question.agreement() && !(aware && question == Question.CODE_OF_CONDUCT);
        given = meant ? given.and(single.read(question, piece)) : given;
      }
    } else if (codes.said()
        && asked.contains(Question.RECOVERY_CODES)
        // "I am still looking": perhaps for the name.
        && !(codes == RecoveryCodes.MAYBE && asked.contains(Question.ACCOUNT_NAME))) {
      given = given.and(single.read(Question.RECOVERY_CODES, piece));
    } else if (alone
        && asked.contains(Question.ACCOUNT_NAME)
        && Words.of(piece).list().size() == 1
        && !prose.contains(Words.key(piece))) {
      given = given.and(single.read(Question.ACCOUNT_NAME, piece));
    }
    return given;
  }

  /** The name in "it's kim", and none in "it's ok". */
  private Optional<String> led(String piece) {
    return names
        .led(piece)
        .filter(name -> known.agreed(name).isEmpty() && !known.codes(name).said())
        .filter(name -> !ToldBefore.isNoName(name));
  }

  private static boolean isShort(String piece, int words) {
    return Words.of(piece).list().size() <= words
        || (AnswerPart.isInSigns(piece) && piece.length() <= 3 * words);
  }

  /** Whether a sign denies what those before it say, as at the end of a Japanese sentence. */
  private static boolean deniesInSigns(String piece) {
    return AnswerPart.isInSigns(piece) && AnswerPart.of(piece).denies();
  }
}
