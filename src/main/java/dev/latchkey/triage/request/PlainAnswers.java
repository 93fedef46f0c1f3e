package dev.latchkey.triage.request;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.triage.form.LabelledAnswers;
import dev.latchkey.triage.form.Said;
import dev.latchkey.triage.name.AccountNames;
import dev.latchkey.triage.words.Words;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads plain answers that neither a number before them nor their order tells apart: "yes to both",
 * "2 and 3: yes", "the wait is ok", "yes! yes!", "my account is kim". Who is taken to agree and did
 * not say so was never asked, so a sentence counts only when all of its words are known here
 * ({@code plain-answers.txt}), and a question never does.
 */
final class PlainAnswers {

  /** Somebody else's words may stand between such marks; "「はい」" are the writer's own. */
  private static final Pattern CITED = Pattern.compile("[\"“„«]|[「『](?!はい[」』])");

  private static final Pattern BLANK = Pattern.compile("\\s");

  private static final Set<String> KNOWN =
      Set.of(
          AnswerPart.YES,
          AnswerPart.AWARE,
          AnswerPart.TIME,
          AnswerPart.CONDUCT,
          AnswerPart.BOTH,
          AnswerPart.HURRY,
          AnswerPart.FILLER,
          AnswerPart.TAKES_BACK,
          AnswerPart.ACCOUNT,
          AnswerPart.IS,
          AnswerPart.HOW_LONG);

  /** So many words before and behind words that agree may take them back. */
  private static final int NEAR = 3;

  /** So few words say of recovery codes that there are none. */
  private static final int FEW_WORDS = 6;

  /** A longer text has better readers. */
  private static final int LONGEST = 2_000;

  private final AccountNames names;
  private final Predicate<String> states;
  private final Predicate<String> takesBack;
  private final PlainYes unnamed;

  /**
   * @param states tells words that say something of an account, and name none
   * @param takesBack whether a sentence refuses, or makes a condition
   * @param unnamed reads a yes that names nothing
   */
  PlainAnswers(
      AccountNames names, Predicate<String> states, Predicate<String> takesBack, PlainYes unnamed) {
    this.names = names;
    this.states = states;
    this.takesBack = takesBack;
    this.unnamed = unnamed;
  }

  /** To what a text agrees by its name: "the wait is ok", "Kodex ja". */
  static Set<Said> said(String text) {
    Set<Said> said = EnumSet.noneOf(Said.class);
    if (text.length() > LONGEST) {
      return said;
    }
    for (AnswerPart sentence : AnswerPart.sentences(text).toList()) {
      if (sentence.isQuestion() || CITED.matcher(sentence.text()).find()) {
        continue;
      }
      if (sentence.only(AnswerPart.AGREEING)) {
        add(sentence, said);
      } else if (!deniesMore(sentence)) {
        sentence
            .pieces()
            .filter(piece -> piece.only(AnswerPart.AGREEING))
            .forEach(piece -> add(piece, said));
      }
      runOn(sentence, said);
    }
    return said;
  }

  /** Whether it denies more than that there are recovery codes. */
  private static boolean deniesMore(AnswerPart sentence) {
    return sentence.denies()
        && !(sentence.pieces().anyMatch(AnswerPart::denies)
            && sentence.pieces().filter(AnswerPart::denies).allMatch(PlainAnswers::isOfCodes));
  }

  /** "Codes: no, never": what is denied has its label before it, and is the codes alone. */
  private static boolean isOfCodes(AnswerPart piece) {
    return LabelledAnswers.of(List.of(piece.text()))
        .answers()
        .keySet()
        .equals(Set.of(Question.RECOVERY_CODES));
  }

  /**
   * Whether a text is nothing but answers: every sentence of it agrees, or says in a few words what
   * is with recovery codes.
   */
  static boolean isNothingElse(String text) {
    List<AnswerPart> sentences =
        text.length() > LONGEST ? List.of() : AnswerPart.sentences(text).toList();
    return sentences.stream().anyMatch(PlainAnswers::onlyAgrees)
        && sentences.stream()
            .allMatch(
                one ->
                    onlyAgrees(one)
                        || (one.words().size() <= FEW_WORDS && LabelledAnswers.names(one.text())));
  }

  private static boolean onlyAgrees(AnswerPart sentence) {
    return !sentence.isQuestion() && sentence.only(AnswerPart.AGREEING) && sentence.agrees();
  }

  /**
   * To what a text agrees by its name where nothing in it can take that back: each sentence that
   * names it agrees, and none denies but that there are codes.
   */
  static Set<Said> plainly(String text) {
    boolean doubted =
        text.length() > LONGEST
            || AnswerPart.sentences(text)
                .anyMatch(
                    sentence ->
                        (sentence.has(AnswerPart.CONDUCT)
                                || sentence.has(AnswerPart.TIME)
                                || sentence.words().size() <= NEAR)
                            && (deniesMore(sentence) || sentence.isQuestion()));
    return doubted ? EnumSet.noneOf(Said.class) : said(text);
  }

  /** Whether a sentence is a yes to all that was asked, whatever else stands beside it. */
  static boolean toAll(String text) {
    return text.length() <= LONGEST
        && AnswerPart.sentences(text).anyMatch(PlainAnswers::isYesToBoth);
  }

  /** Whether a sentence says that its writer knows of no recovery codes. */
  static boolean neverHeard(String text) {
    return text.length() <= LONGEST
        && AnswerPart.sentences(text).anyMatch(one -> one.has(AnswerPart.NEVER_HEARD));
  }

  private static void add(AnswerPart part, Set<Said> said) {
    if (part.has(AnswerPart.TIME) && part.agrees()) {
      said.add(Said.CAN_WAIT);
    }
    if (part.has(AnswerPart.CONDUCT) && part.has(AnswerPart.YES)) {
      said.add(Said.AGREES);
    }
  }

  /** "… never had codes ok for the code of conduct ok for the wait thanks". */
  private static void runOn(AnswerPart sentence, Set<Said> said) {
    List<Set<String>> groups = sentence.groups();
    for (int yes = 0; yes < groups.size(); yes++) {
      int at = yes + 1;
      if (!groups.get(yes).contains(AnswerPart.YES)) {
        continue;
      }
      while (at < groups.size() && isFiller(groups.get(at))) {
        at++;
      }
      boolean topic =
          at < groups.size()
              && (AnswerPart.is(groups, at, AnswerPart.TIME)
                  || AnswerPart.is(groups, at, AnswerPart.CONDUCT));
      if (!topic || at == yes + 1) {
        continue;
      }
      Said one = AnswerPart.is(groups, at, AnswerPart.TIME) ? Said.CAN_WAIT : Said.AGREES;
      String group = one == Said.CAN_WAIT ? AnswerPart.TIME : AnswerPart.CONDUCT;
      int end = at;
      while (end < groups.size() && AnswerPart.is(groups, end, group)) {
        end++;
      }
      boolean plain =
          groups.subList(Math.max(0, yes - NEAR), yes).stream()
                  .noneMatch(before -> AnswerPart.denies(before) || before.contains(AnswerPart.YOU))
              && groups.subList(end, Math.min(groups.size(), end + NEAR)).stream()
                  .noneMatch(AnswerPart::denies);
      if (plain) {
        said.add(one);
      }
    }
  }

  private static boolean isFiller(Set<String> groups) {
    return groups.contains(AnswerPart.FILLER)
        && (groups.size() == 1 || groups.equals(Set.of(AnswerPart.FILLER, AnswerPart.AND)));
  }

  /** Whether an answer is a yes, and the question how long it takes: "yes, but how long?". */
  static boolean knowsAndAsksHowLong(String answer) {
    AnswerPart part = AnswerPart.of(answer);
    int at = 0;
    while (at < part.words().size() && AnswerPart.is(part.groups(), at, AnswerPart.YES)) {
      at++;
    }
    while (at < part.words().size() && part.words().get(at).text().equals(AnswerPart.COMMA)) {
      at++;
    }
    return at > 0
        && at < part.words().size()
        && AnswerPart.is(part.groups(), at, AnswerPart.HOW_LONG);
  }

  /**
   * What lines answer that have no number.
   *
   * @param asked the questions of our last letter; the first is number 1
   */
  GivenAnswers read(List<String> lines, List<Question> asked) {
    String text = String.join("\n", lines);
    if (text.length() > LONGEST) {
      return GivenAnswers.NONE;
    }
    List<AnswerPart> sentences = AnswerPart.sentences(text).toList();
    Set<Question> yes = EnumSet.noneOf(Question.class);
    Set<Said> said = said(text);
    addIf(said.contains(Said.AGREES), yes, Question.CODE_OF_CONDUCT);
    addIf(said.contains(Said.CAN_WAIT), yes, Question.ACKNOWLEDGEMENT);
    List<Question> agreements = asked.stream().filter(Question::agreement).toList();
    if (agreements.size() > 1) {
      Set<Said> told = unnamed.in(sentences);
      addIf(told.contains(Said.AGREES), yes, Question.CODE_OF_CONDUCT);
      addIf(told.contains(Said.CAN_WAIT), yes, Question.ACKNOWLEDGEMENT);
    }
    boolean repeated = false;
    if (!Dismissal.isIn(sentences)
        && sentences.stream().map(AnswerPart::text).noneMatch(takesBack)) {
      repeated = isYesToEach(sentences, agreements.size());
      boolean both = repeated || sentences.stream().anyMatch(PlainAnswers::isYesToBoth);
      yes.addAll(both ? agreements : List.of());
    }
    if (!asked.isEmpty() && !asked.get(0).agreement() && isYesToOthers(sentences)) {
      yes.addAll(agreements);
    }
    for (AnswerPart sentence : sentences) {
      numbered(sentence).stream()
          .filter(number -> number <= asked.size())
          .map(number -> asked.get(number - 1))
          .filter(Question::agreement)
          .forEach(yes::add);
    }
    Optional<String> name =
        asked.contains(Question.ACCOUNT_NAME) ? name(sentences, repeated) : Optional.empty();
    return GivenAnswers.named(name)
        .and(GivenAnswers.conduct(given(yes, Question.CODE_OF_CONDUCT)))
        .and(GivenAnswers.waits(given(yes, Question.ACKNOWLEDGEMENT)));
  }

  private static Optional<Boolean> given(Set<Question> yes, Question question) {
    return yes.contains(question) ? Optional.of(true) : Optional.empty();
  }

  private static boolean isYesToBoth(AnswerPart sentence) {
    Stream<AnswerPart> parts =
        sentence.denies()
            ? Stream.of(sentence)
            : Stream.concat(Stream.of(sentence), sentence.pieces());
    return !sentence.isQuestion()
        && parts.anyMatch(
            part ->
                part.only(AnswerPart.AGREEING)
                    && part.has(AnswerPart.BOTH)
                    && part.has(AnswerPart.YES));
  }

  /** A no that stands beside it is to the first question, which wants no yes. */
  private boolean isYesToOthers(List<AnswerPart> sentences) {
    return sentences.stream()
        .map(one -> one.pieces().toList())
        .anyMatch(
            pieces ->
                pieces.stream().anyMatch(AnswerPart::isYesToOthers)
                    && pieces.stream()
                        .allMatch(
                            one ->
                                one.isYesToOthers()
                                    || !one.denies()
                                    || unnamed.codes().test(one.text())));
  }

  /** As many sentences of nothing but a yes as there are questions that want one. */
  private static boolean isYesToEach(List<AnswerPart> sentences, int questions) {
    return questions > 0
        && sentences.stream()
                .filter(
                    one ->
                        !one.isQuestion()
                            && one.only(Set.of(AnswerPart.YES, AnswerPart.HURRY))
                            && one.has(AnswerPart.YES))
                .count()
            >= questions;
  }

  /** The numbers in "2 and 3: yes", also behind something else: "I lost them, to 2 and 3 yes". */
  private static Set<Integer> numbered(AnswerPart sentence) {
    if (sentence.isQuestion() || sentence.numbers().isEmpty()) {
      return Set.of();
    }
    Set<String> allowed = Set.of(AnswerPart.YES, AnswerPart.FILLER);
    int from = sentence.words().size();
    while (from > 0 && sentence.groups().get(from - 1).stream().anyMatch(allowed::contains)) {
      from--;
    }
    boolean denied = from > 0 && AnswerPart.denies(sentence.groups().get(from - 1));
    if (from == sentence.words().size() || denied) {
      return Set.of();
    }
    AnswerPart end = sentence.from(from);
    boolean led = from == 0 || !AnswerPart.DIGIT.matcher(end.words().get(0).text()).matches();
    return led && end.only(allowed) && end.has(AnswerPart.YES) ? end.numbers() : Set.of();
  }

  /**
   * The name behind a word for the account, or in a first sentence of one word.
   *
   * @param alone whether a word alone may be one, the others being answers as well
   */
  private Optional<String> name(List<AnswerPart> sentences, boolean alone) {
    Optional<String> labelled =
        sentences.stream()
            .flatMap(sentence -> Stream.concat(Stream.of(sentence), sentence.pieces()))
            .flatMap(part -> behindLabel(part).stream())
            .findFirst();
    return labelled.or(
        () ->
            sentences.stream()
                .limit(alone ? 1 : 0)
                .filter(first -> first.words().size() == 1)
                .flatMap(first -> named(first.text()).stream())
                .findFirst());
  }

  private Optional<String> behindLabel(AnswerPart part) {
    int at = 0;
    while (at < part.words().size() && part.leadsToName(at)) {
      at++;
    }
    boolean label =
        part.groups().subList(0, at).stream().anyMatch(one -> one.contains(AnswerPart.ACCOUNT));
    return label && at < part.words().size()
        ? named(part.text().substring(part.words().get(at).start()))
        : Optional.empty();
  }

  private Optional<String> named(String text) {
    String name = text.strip();
    return BLANK.matcher(name).find()
        ? Optional.empty()
        : names
            .inField(name)
            .filter(found -> !states.test(Words.key(found)))
            .filter(found -> !AnswerPart.of(found).only(KNOWN));
  }

  private static void addIf(boolean holds, Set<Question> all, Question one) {
    if (holds) {
      all.add(one);
    }
  }
}
