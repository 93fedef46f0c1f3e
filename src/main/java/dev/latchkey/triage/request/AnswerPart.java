package dev.latchkey.triage.request;

import dev.latchkey.triage.form.StretchedWords;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A sentence of an answer, or a part of one, and what its words are ({@code plain-answers.txt}).
 *
 * @param groups of each word; empty where it is not known
 */
record AnswerPart(String text, List<Words.Word> words, List<Set<String>> groups) {
  static final String YES = "yes";
  static final String AWARE = "aware";
  static final String TIME = "time";
  static final String CONDUCT = "conduct";
  static final String BOTH = "both";
  static final String OTHERS = "others";
  static final String BUT = "but";
  static final String HURRY = "hurry";
  static final String FILLER = "filler";
  static final String HOW_LONG = "how long";
  static final String TAKES_BACK = "takes back";
  static final String YOU = "you";
  static final String ACCOUNT = "account";
  static final String IS = "is";
  static final String AGREE = "agree";
  static final String WAITS = "waits";
  static final String APPROVES = "approves";
  static final String AND = "and";
  static final String JOINS = "joins";
  static final String NEVER_HEARD = "never heard";

  /** What may stand in what agrees. */
  static final Set<String> AGREEING =
      Set.of(YES, AWARE, TIME, CONDUCT, BOTH, OTHERS, HURRY, FILLER, AND, WAITS, APPROVES);

  static final String COMMA = ",";
  static final Pattern DIGIT = Pattern.compile("[1-9１-９]");

  private static final Pattern SENTENCE =
      Pattern.compile("(?:[^.!?;。！？；\\n]++|\\.(?=\\S))++[.!?;。！？；]*");

  private static final Pattern PIECE = Pattern.compile("(?:[^,，、/…–—\\s]++|\\s(?!-\\s))++");

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(AnswerPart.class, "plain-answers.txt");

  static AnswerPart of(String text) {
    List<Words.Word> words = StretchedWords.undone(Words.of(text).list());
    List<Set<String>> groups = new ArrayList<>();
    words.forEach(word -> groups.add(own(word)));
    for (Lexicon.Hit<Set<String>> hit : LEXICON.find(words)) {
      for (int at = hit.from(); at < hit.to(); at++) {
        groups.set(at, hit.meaning());
      }
    }
    return new AnswerPart(text, words, groups);
  }

  /** A comma and a number say nothing by themselves. */
  private static Set<String> own(Words.Word word) {
    return word.text().equals(COMMA) || DIGIT.matcher(word.text()).matches()
        ? Set.of(FILLER)
        : Set.of();
  }

  /** Whether a language is in it that is written without blanks. */
  static boolean isInSigns(String piece) {
    return piece.codePoints().anyMatch(AnswerPart::isOwnWord);
  }

  /** Written without blanks, a sign a word. */
  private static boolean isOwnWord(int sign) {
    return sign >= 0x3040 && sign <= 0x9fff;
  }

  boolean isQuestion() {
    return QuestionMark.isIn(text);
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

  /** Whether any word could take a yes back; "si" that begins a sentence is a yes, and "sí". */
  boolean denies() {
    return IntStream.range(0, groups.size())
        .anyMatch(
            at ->
                is(groups, at, TAKES_BACK)
                    && !(is(groups, at, YES) && (at == 0 || isAccented(words.get(at)))));
  }

  private boolean isAccented(Words.Word word) {
    String written = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
    return !written.equals(word.text());
  }

  /** Whether it says that there is time, and nothing that is not known. */
  boolean waits() {
    return has(WAITS) && only(AGREEING) && !isQuestion();
  }

  /** Whether it says that its writer understands, and nothing else: that agrees to nothing. */
  boolean isAwareOnly() {
    return has(AWARE) && only(Set.of(AWARE, FILLER, AND)) && !has(YES);
  }

  boolean leadsToName(int at) {
    return is(groups, at, ACCOUNT) || is(groups, at, IS) || words.get(at).text().equals(COMMA);
  }

  boolean agrees() {
    return has(YES) || has(AWARE);
  }

  AnswerPart from(int word) {
    return AnswerPart.of(text.substring(words.get(word).start()));
  }

  static boolean is(List<Set<String>> groups, int at, String group) {
    return groups.get(at).contains(group);
  }

  static boolean denies(Set<String> groups) {
    return groups.contains(TAKES_BACK);
  }

  /** The sentences of a text; a line break ends one too. */
  static Stream<AnswerPart> sentences(String text) {
    return MailText.of(text)
        .once(
            AnswerPart.class,
            whole -> SENTENCE.matcher(text).results().map(one -> of(one.group())).toList())
        .stream();
  }

  /** Whether it is a yes to all but what was answered apart, behind a word for "but" or none. */
  boolean isYesToOthers() {
    return has(OTHERS)
        && has(YES)
        && !isQuestion()
        && IntStream.range(0, groups.size())
            .allMatch(
                at ->
                    (at == 0 && is(groups, at, BUT))
                        || groups.get(at).stream().anyMatch(AGREEING::contains));
  }

  /** What stands between its commas and dashes. */
  Stream<AnswerPart> pieces() {
    return PIECE.matcher(text).results().map(one -> of(one.group()));
  }
}
