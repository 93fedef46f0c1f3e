package dev.latchkey.triage.request;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads plain answers that neither a number before them nor their order tells apart: "yes to both",
 * "2 and 3: yes", "the wait is ok", "yes! yes!", "my account is kim". Who is taken to agree and did
 * not say so was never asked, so a sentence counts only when all of its words are known here
 * ({@code plain-answers.txt}), and a question never does.
 */
final class PlainAnswers {
  private static final Pattern SENTENCE =
      Pattern.compile("(?:[^.!?;。！？；\\n]++|\\.(?=\\S))++[.!?;。！？；]*");

  private static final Pattern PIECE = Pattern.compile("[^,，、]+");
  private static final Pattern QUESTION = Pattern.compile("[?？]");

  /** Somebody else's words may stand between such marks; "「はい」" are the writer's own. */
  private static final Pattern CITED = Pattern.compile("[\"“„«]|[「『](?!はい[」』])");

  private static final Pattern DIGIT = Pattern.compile("[1-9１-９]");
  private static final Pattern BLANK = Pattern.compile("\\s");
  private static final String COMMA = ",";

  private static final String YES = "yes";
  private static final String AWARE = "aware";
  private static final String TIME = "time";
  private static final String CONDUCT = "conduct";
  private static final String BOTH = "both";
  private static final String HURRY = "hurry";
  private static final String FILLER = "filler";
  private static final String HOW_LONG = "how long";
  private static final String TAKES_BACK = "takes back";
  private static final String YOU = "you";
  private static final String ACCOUNT = "account";
  private static final String IS = "is";

  /** What may stand in a sentence that agrees. */
  private static final Set<String> AGREEING =
      Set.of(YES, AWARE, TIME, CONDUCT, BOTH, HURRY, FILLER);

  private static final Set<String> KNOWN =
      Set.of(YES, AWARE, TIME, CONDUCT, BOTH, HURRY, FILLER, TAKES_BACK, ACCOUNT, IS, HOW_LONG);

  /** So many words before and behind words that agree may take them back. */
  private static final int NEAR = 3;

  /** A longer text has better readers. */
  private static final int LONGEST = 2_000;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(PlainAnswers.class, "plain-answers.txt");

  /**
   * A sentence, or a part of one.
   *
   * @param groups of each word; empty where it is not known
   */
  private record Part(String text, List<Words.Word> words, List<Set<String>> groups) {
    static Part of(String text) {
      List<Words.Word> words = Words.of(text).list();
      List<Set<String>> groups = new ArrayList<>();
      words.forEach(word -> groups.add(own(word)));
      for (Lexicon.Hit<Set<String>> hit : LEXICON.find(words)) {
        for (int at = hit.from(); at < hit.to(); at++) {
          groups.set(at, hit.meaning());
        }
      }
      return new Part(text, words, groups);
    }

    /** A comma and a number say nothing by themselves. */
    private static Set<String> own(Words.Word word) {
      return word.text().equals(COMMA) || DIGIT.matcher(word.text()).matches()
          ? Set.of(FILLER)
          : Set.of();
    }

    boolean isQuestion() {
      return QUESTION.matcher(text).find();
    }

    /** Whether all of its words are of these groups. */
    boolean only(Set<String> allowed) {
      return !words.isEmpty()
          && groups.stream().allMatch(group -> group.stream().anyMatch(allowed::contains));
    }

    boolean has(String group) {
      return groups.stream().anyMatch(all -> all.contains(group));
    }

    Set<Integer> numbers() {
      Set<Integer> numbers = new HashSet<>();
      words.stream()
          .map(Words.Word::text)
          .filter(DIGIT.asMatchPredicate())
          .forEach(digit -> numbers.add(Character.digit(digit.charAt(0), 10)));
      return numbers;
    }

    /** Whether any word could take a yes back; "si" that begins a sentence is a yes. */
    boolean denies() {
      return IntStream.range(0, groups.size())
          .anyMatch(at -> is(groups, at, TAKES_BACK) && (at > 0 || !is(groups, at, YES)));
    }

    boolean leadsToName(int at) {
      return is(groups, at, ACCOUNT) || is(groups, at, IS) || words.get(at).text().equals(COMMA);
    }

    boolean agrees() {
      return has(YES) || has(AWARE);
    }

    Part from(int word) {
      return Part.of(text.substring(words.get(word).start()));
    }
  }

  private final AccountNames names;
  private final Predicate<String> states;
  private final Predicate<String> takesBack;

  /**
   * @param states tells words that say something of an account, and name none
   * @param takesBack whether a sentence refuses, or makes a condition
   */
  PlainAnswers(AccountNames names, Predicate<String> states, Predicate<String> takesBack) {
    this.names = names;
    this.states = states;
    this.takesBack = takesBack;
  }

  /** To what a text agrees by its name: "the wait is ok", "Kodex ja". */
  static Set<Said> said(String text) {
    Set<Said> said = EnumSet.noneOf(Said.class);
    if (text.length() > LONGEST) {
      return said;
    }
    for (Part sentence : sentences(text).toList()) {
      if (sentence.isQuestion() || CITED.matcher(sentence.text()).find()) {
        continue;
      }
      if (sentence.only(AGREEING)) {
        add(sentence, said);
      } else if (!sentence.denies()) {
        pieces(sentence).filter(piece -> piece.only(AGREEING)).forEach(piece -> add(piece, said));
      }
      runOn(sentence, said);
    }
    return said;
  }

  /**
   * To what a text agrees by its name where nothing in it can take that back: each sentence that
   * names it agrees, and none denies but that there are codes.
   */
  static Set<Said> plainly(String text) {
    boolean doubted =
        text.length() > LONGEST
            || sentences(text)
                .anyMatch(
                    sentence ->
                        (sentence.has(CONDUCT)
                                || sentence.has(TIME)
                                || sentence.words().size() <= NEAR)
                            && (sentence.denies() || sentence.isQuestion()));
    return doubted ? EnumSet.noneOf(Said.class) : said(text);
  }

  /** Whether a sentence is a yes to all that was asked, whatever else stands beside it. */
  static boolean toAll(String text) {
    return text.length() <= LONGEST && sentences(text).anyMatch(PlainAnswers::isYesToBoth);
  }

  private static void add(Part part, Set<Said> said) {
    if (part.has(TIME) && part.agrees()) {
      said.add(Said.CAN_WAIT);
    }
    if (part.has(CONDUCT) && part.has(YES)) {
      said.add(Said.AGREES);
    }
  }

  /** "… never had codes ok for the code of conduct ok for the wait thanks". */
  private static void runOn(Part sentence, Set<Said> said) {
    List<Set<String>> groups = sentence.groups();
    for (int yes = 0; yes < groups.size(); yes++) {
      int at = yes + 1;
      if (!groups.get(yes).contains(YES)) {
        continue;
      }
      while (at < groups.size() && groups.get(at).equals(Set.of(FILLER))) {
        at++;
      }
      boolean topic = at < groups.size() && (is(groups, at, TIME) || is(groups, at, CONDUCT));
      if (!topic || at == yes + 1) {
        continue;
      }
      Said one = is(groups, at, TIME) ? Said.CAN_WAIT : Said.AGREES;
      String group = one == Said.CAN_WAIT ? TIME : CONDUCT;
      int end = at;
      while (end < groups.size() && is(groups, end, group)) {
        end++;
      }
      boolean plain =
          groups.subList(Math.max(0, yes - NEAR), yes).stream()
                  .noneMatch(before -> denies(before) || before.contains(YOU))
              && groups.subList(end, Math.min(groups.size(), end + NEAR)).stream()
                  .noneMatch(PlainAnswers::denies);
      if (plain) {
        said.add(one);
      }
    }
  }

  private static boolean is(List<Set<String>> groups, int at, String group) {
    return groups.get(at).contains(group);
  }

  private static boolean denies(Set<String> groups) {
    return groups.contains(TAKES_BACK);
  }

  /** Whether an answer is a yes, and the question how long it takes: "yes, but how long?". */
  static boolean knowsAndAsksHowLong(String answer) {
    Part part = Part.of(answer);
    int at = 0;
    while (at < part.words().size() && is(part.groups(), at, YES)) {
      at++;
    }
    while (at < part.words().size() && part.words().get(at).text().equals(COMMA)) {
      at++;
    }
    return at > 0 && at < part.words().size() && is(part.groups(), at, HOW_LONG);
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
    List<Part> sentences = sentences(text).toList();
    Set<Question> yes = EnumSet.noneOf(Question.class);
    Set<Said> said = said(text);
    addIf(said.contains(Said.AGREES), yes, Question.CODE_OF_CONDUCT);
    addIf(said.contains(Said.CAN_WAIT), yes, Question.ACKNOWLEDGEMENT);
    List<Question> agreements = asked.stream().filter(AskedReader::isAgreement).toList();
    boolean repeated = false;
    if (sentences.stream().map(Part::text).noneMatch(takesBack)) {
      repeated = isYesToEach(sentences, agreements.size());
      boolean both = repeated || sentences.stream().anyMatch(PlainAnswers::isYesToBoth);
      yes.addAll(both ? agreements : List.of());
    }
    for (Part sentence : sentences) {
      numbered(sentence).stream()
          .filter(number -> number <= asked.size())
          .map(number -> asked.get(number - 1))
          .filter(AskedReader::isAgreement)
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

  private static boolean isYesToBoth(Part sentence) {
    Stream<Part> parts =
        sentence.denies()
            ? Stream.of(sentence)
            : Stream.concat(Stream.of(sentence), pieces(sentence));
    return !sentence.isQuestion()
        && parts.anyMatch(part -> part.only(AGREEING) && part.has(BOTH) && part.has(YES));
  }

  /** As many sentences of nothing but a yes as there are questions that want one. */
  private static boolean isYesToEach(List<Part> sentences, int questions) {
    return questions > 0
        && sentences.stream()
                .filter(one -> !one.isQuestion() && one.only(Set.of(YES, HURRY)) && one.has(YES))
                .count()
            >= questions;
  }

  /** The numbers in "2 and 3: yes", also behind something else: "I lost them, to 2 and 3 yes". */
  private static Set<Integer> numbered(Part sentence) {
    if (sentence.isQuestion() || sentence.numbers().isEmpty()) {
      return Set.of();
    }
    Set<String> allowed = Set.of(YES, FILLER);
    int from = sentence.words().size();
    while (from > 0 && sentence.groups().get(from - 1).stream().anyMatch(allowed::contains)) {
      from--;
    }
    boolean denied = from > 0 && denies(sentence.groups().get(from - 1));
    if (from == sentence.words().size() || denied) {
      return Set.of();
    }
    Part end = sentence.from(from);
    boolean led = from == 0 || !DIGIT.matcher(end.words().get(0).text()).matches();
    return led && end.only(allowed) && end.has(YES) ? end.numbers() : Set.of();
  }

  /**
   * The name behind a word for the account, or in a first sentence of one word.
   *
   * @param alone whether a word alone may be one, the others being answers as well
   */
  private Optional<String> name(List<Part> sentences, boolean alone) {
    Optional<String> labelled =
        sentences.stream()
            .flatMap(sentence -> Stream.concat(Stream.of(sentence), pieces(sentence)))
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

  private Optional<String> behindLabel(Part part) {
    int at = 0;
    while (at < part.words().size() && part.leadsToName(at)) {
      at++;
    }
    boolean label = part.groups().subList(0, at).stream().anyMatch(one -> one.contains(ACCOUNT));
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
            .filter(found -> !Part.of(found).only(KNOWN));
  }

  private static void addIf(boolean holds, Set<Question> all, Question one) {
    if (holds) {
      all.add(one);
    }
  }

  private static Stream<Part> sentences(String text) {
    return SENTENCE.matcher(text).results().map(one -> Part.of(one.group()));
  }

  private static Stream<Part> pieces(Part sentence) {
    Matcher piece = PIECE.matcher(sentence.text());
    return piece.results().map(one -> Part.of(one.group()));
  }
}
