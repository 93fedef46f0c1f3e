package dev.latchkey.triage.name;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import java.util.List;
import java.util.Set;

/**
 * Tells whether staff ask in their own words what the account is called, so that a bare name is an
 * answer ("Comment s'appelle votre compte ?"). Who asks for the address or the project of an
 * account asks for something else. The words stand in {@code name-question-words.txt}.
 */
public final class NameQuestionReader {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(NameQuestionReader.class, "name-question-words.txt");

  private NameQuestionReader() {}

  /** Whether a part of a sentence of {@code question} asks so. */
  public static boolean asks(String question) {
    return Clauses.parts(MailText.of(question).words()).stream()
        .map(WORDS::find)
        .anyMatch(NameQuestionReader::isAsked);
  }

  private static boolean isAsked(List<Hit<Set<String>>> hits) {
    boolean asked =
        Lexicon.has(hits, "name") || (Lexicon.has(hits, "account") && Lexicon.has(hits, "called"));
    return asked && !Lexicon.has(hits, "else");
  }
}
