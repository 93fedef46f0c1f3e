package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody asks, beside what they want of the desk, what none of its letters answers:
 * what it costs, whether somebody calls, who we are, what a recovery code is. "Can you help me?" is
 * none, and a person is not mailed because of it. The words stand in {@code
 * side-question-words.txt}.
 */
public final class SideQuestionReader {
  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 20_000;

  /** More words are more than a plain question. */
  private static final int FEW = 16;

  /** The question and a greeting; more sentences say more. */
  private static final int GREETED = 2;

  private static final String COMMA = ",";

  private static final Lexicon<Set<String>> WHEN =
      WordList.lexicon(
          SideQuestionReader.class, "side-question-words.txt", Set.of("when", "beside"));

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(SideQuestionReader.class, "side-question-words.txt");

  private SideQuestionReader() {}

  /** Whether a sentence of {@code written} asks such a thing. */
  public static boolean asks(String written) {
    return asks(written, "whole", false) || asks(written, "about", true);
  }

  /** The words of a clause that make it such a question. */
  static List<Lexicon.Hit<Set<String>>> words(List<Words.Word> clause) {
    return WORDS.find(clause).stream()
        .filter(hit -> hit.meaning().contains("whole") || hit.meaning().contains("about"))
        .toList();
  }

  /** Whether a sentence of {@code written} asks how long it takes, which a letter may answer. */
  public static boolean asksHowLong(String written) {
    return asks(written, "how long", true);
  }

  /**
   * Whether a question of {@code written}, with or without its mark, is how long they have to wait:
   * how it goes answers that. Where more is said beside it than a greeting, a person reads it.
   */
  public static boolean asksToWait(MailText written) {
    List<List<Words.Word>> clauses = written.beginning(LOOKED_AT).clauses();
    return clauses.size() <= GREETED
        && clauses.stream().map(WORDS::find).anyMatch(SideQuestionReader::isToWait);
  }

  /** Whether all that {@code written} asks is how it stands, whatever it tells beside that. */
  public static boolean onlyAsksHowItStands(MailText written) {
    MailText begin = written.beginning(LOOKED_AT);
    List<List<Words.Word>> asked =
        begin.clauses().stream()
            .filter(clause -> Clauses.isQuestion(begin.text(), clause))
            .toList();
    return !asked.isEmpty()
        && asked.stream().map(WORDS::find).allMatch(said -> Lexicon.has(said, "how it stands"))
        && !asks(begin.text());
  }

  /**
   * Whether it asks what becomes meanwhile of what is theirs, or how long something else lasts than
   * their wait: how it stands answers neither.
   */
  public static boolean asksOfElse(MailText written) {
    MailText begin = written.beginning(LOOKED_AT);
    return begin.clauses().stream()
        .filter(clause -> Clauses.isQuestion(begin.text(), clause))
        .map(WORDS::find)
        .anyMatch(said -> Lexicon.has(said, "meanwhile") || isOfElse(said));
  }

  private static boolean isOfElse(List<Lexicon.Hit<Set<String>>> said) {
    return Lexicon.has(said, "how long")
        && Lexicon.has(said, "not to wait")
        && !Lexicon.has(said, "to wait");
  }

  private static boolean isToWait(List<Lexicon.Hit<Set<String>>> said) {
    boolean counted = Lexicon.has(said, "how many") && Lexicon.has(said, "hours");
    return (counted || Lexicon.has(said, "how long"))
        && Lexicon.has(said, "to wait")
        && !Lexicon.has(said, "not to wait");
  }

  /** Whether {@code written} asks on what day or at what hour, and says nothing else. */
  public static boolean onlyAsksWhen(String written) {
    List<Words.Word> words =
        Words.first(written, FEW + 1).stream().filter(word -> !word.text().equals(COMMA)).toList();
    List<Lexicon.Hit<Set<String>>> said = WHEN.find(words);
    return words.size() <= FEW
        && Lexicon.has(said, "when")
        && Lexicon.covered(said) == words.size();
  }

  /** "I do not know what recovery codes are": an answer to our question for them. */
  private static boolean tells(String text, List<Words.Word> clause) {
    int from = clause.get(0).start();
    return PlainAnswers.neverHeard(text.substring(from, clause.get(clause.size() - 1).end()));
  }

  private static boolean asks(String written, String group, boolean marked) {
    String text = written.substring(0, Math.min(written.length(), LOOKED_AT));
    if (marked && !QuestionMark.isIn(text)) {
      return false;
    }
    return MailText.of(text).clauses().stream()
        .filter(clause -> Lexicon.has(WORDS.find(clause), group))
        .anyMatch(clause -> Clauses.isQuestion(text, clause) || !(marked || tells(text, clause)));
  }
}
