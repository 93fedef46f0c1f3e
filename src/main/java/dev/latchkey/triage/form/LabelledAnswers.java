package dev.latchkey.triage.form;

import static java.util.Objects.requireNonNull;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which words answer which question, by labels of the writer's own ({@code label-words.txt}):
 * "codes: none, conduct: ok", "time ok conduct ok", "oui pour le délai". A piece counts only when
 * nothing in it stands outside of a label and a short answer; what is asked in it answers nothing.
 * What an answer says, others read.
 *
 * @param answers the words that answer a question
 * @param rest the pieces without any label, in order
 */
public record LabelledAnswers(Map<Question, String> answers, List<String> rest) {
  private static final String NAME = "name";
  private static final String CODES = "codes";
  private static final String CONDUCT = "conduct";
  private static final String TIME = "time";
  private static final String IS = "is";
  private static final String AND = "and";
  private static final String TO = "to";
  private static final String THANKS = "thanks";

  private static final String COMMA = ",";

  private static final Map<String, Question> LABELS =
      Map.of(
          NAME,
          Question.ACCOUNT_NAME,
          CODES,
          Question.RECOVERY_CODES,
          CONDUCT,
          Question.CODE_OF_CONDUCT,
          TIME,
          Question.ACKNOWLEDGEMENT);

  private static final Pattern PIECE =
      Pattern.compile("[^,;/|.!?，、；。！？]*(?:\\.\\b[^,;/|.!?，、；。！？]*)*[,;/|.!?，、；。！？]*");

  private static final Pattern SIGN = Pattern.compile("^\\s*(?:[:：=]|[-–—]+>?|→)\\s*");

  /** So many words without a sign between them and their label are an answer. */
  private static final int FEW = 3;

  /** So many with one. */
  private static final int MORE = 6;

  /** A longer text has better readers. */
  private static final int LONGEST = 2_000;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(LabelledAnswers.class, "label-words.txt");

  public LabelledAnswers {
    answers = Map.copyOf(answers);
    rest = List.copyOf(rest);
  }

  /** A label in a piece, and where the words of it begin and end. */
  private record Label(Question question, int from, int to) {}

  /** The answers in lines; of several to one question the first counts. */
  public static LabelledAnswers of(List<String> lines) {
    Map<Question, String> answers = new EnumMap<>(Question.class);
    List<String> rest = new ArrayList<>();
    if (lines.stream().mapToInt(String::length).sum() > LONGEST) {
      return new LabelledAnswers(answers, lines);
    }
    for (String piece : lines.stream().flatMap(LabelledAnswers::pieces).toList()) {
      List<Words.Word> words =
          Words.of(piece).list().stream().filter(word -> !word.text().equals(COMMA)).toList();
      List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(words);
      List<Label> labels = labels(hits);
      if (labels.isEmpty()) {
        rest.add(piece);
      } else if (!QuestionMark.isIn(piece)) {
        Map<Question, String> found = before(piece, words, hits, labels);
        found = found.isEmpty() ? behind(piece, words, hits, labels) : found;
        found.forEach(answers::putIfAbsent);
      }
    }
    return new LabelledAnswers(answers, rest);
  }

  private static Stream<String> pieces(String line) {
    List<String> pieces = new ArrayList<>();
    Matcher piece = PIECE.matcher(line);
    while (piece.find() && piece.end() > piece.start()) {
      pieces.add(piece.group().strip());
    }
    return pieces.stream().filter(one -> !one.isBlank());
  }

  private static List<Label> labels(List<Lexicon.Hit<Set<String>>> hits) {
    return hits.stream()
        .flatMap(
            hit ->
                hit.meaning().stream()
                    .filter(LABELS::containsKey)
                    .sorted()
                    .limit(1)
                    .map(
                        group ->
                            new Label(requireNonNull(LABELS.get(group)), hit.from(), hit.to())))
        .toList();
  }

  /** Each label stands before its answer, and nothing before the first. */
  private static Map<Question, String> before(
      String piece,
      List<Words.Word> words,
      List<Lexicon.Hit<Set<String>>> hits,
      List<Label> labels) {
    Map<Question, String> found = new EnumMap<>(Question.class);
    if (!only(hits, 0, labels.get(0).from(), Set.of(AND, TO))) {
      return found;
    }
    for (int i = 0; i < labels.size(); i++) {
      int end = i + 1 < labels.size() ? labels.get(i + 1).from() : words.size();
      end = back(hits, end, Set.of(AND, TO, THANKS));
      int is = skip(hits, labels.get(i).to(), Set.of(IS));
      int from = is < end ? is : labels.get(i).to();
      int start = words.get(labels.get(i).to() - 1).end();
      boolean signed = SIGN.matcher(piece.substring(start)).find();
      if (from >= end || end - from > (signed ? MORE : FEW)) {
        return new EnumMap<>(Question.class);
      }
      found.putIfAbsent(
          labels.get(i).question(),
          piece.substring(words.get(from).start(), words.get(end - 1).end()));
    }
    return found;
  }

  /** One answer stands before all labels, and leads to them: "ok for the time and the rules". */
  private static Map<Question, String> behind(
      String piece,
      List<Words.Word> words,
      List<Lexicon.Hit<Set<String>>> hits,
      List<Label> labels) {
    Map<Question, String> found = new EnumMap<>(Question.class);
    int first = labels.get(0).from();
    int end = back(hits, first, Set.of(TO));
    int last = labels.get(labels.size() - 1).to();
    boolean linked = only(hits, last, words.size(), Set.of(THANKS));
    for (int i = 1; i < labels.size(); i++) {
      linked &= only(hits, labels.get(i - 1).to(), labels.get(i).from(), Set.of(AND, TO));
    }
    if (linked && end > 0 && end < first && end <= FEW) {
      String answer = piece.substring(words.get(0).start(), words.get(end - 1).end());
      labels.forEach(label -> found.putIfAbsent(label.question(), answer));
    }
    return found;
  }

  private static boolean only(
      List<Lexicon.Hit<Set<String>>> hits, int from, int to, Set<String> groups) {
    return skip(hits, from, groups) >= to;
  }

  /** Behind the words of some groups. */
  private static int skip(List<Lexicon.Hit<Set<String>>> hits, int from, Set<String> groups) {
    int at = from;
    for (Lexicon.Hit<Set<String>> hit : hits) {
      at = hit.from() == at && isOf(hit, groups) ? hit.to() : at;
    }
    return at;
  }

  /** Before the words of some groups. */
  private static int back(List<Lexicon.Hit<Set<String>>> hits, int to, Set<String> groups) {
    int at = to;
    for (int i = hits.size() - 1; i >= 0; i--) {
      at = hits.get(i).to() == at && isOf(hits.get(i), groups) ? hits.get(i).from() : at;
    }
    return at;
  }

  private static boolean isOf(Lexicon.Hit<Set<String>> hit, Set<String> groups) {
    Set<String> both = new HashSet<>(hit.meaning());
    both.retainAll(groups);
    return !both.isEmpty();
  }

  /** The words that answer {@code question}. */
  public Optional<String> to(Question question) {
    return Optional.ofNullable(answers.get(question));
  }

  /** Whether a piece names what was asked by a label. */
  public static boolean names(String piece) {
    return !labels(LEXICON.find(Words.of(piece).list())).isEmpty();
  }
}
