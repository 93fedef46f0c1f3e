package dev.latchkey.triage.proof;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Which thoughts of a sentence ask something.
 *
 * @param all each of them
 * @param last only the last one
 * @param opened where a Spanish question begins in the text, or -1
 */
record ProofQuestions(boolean all, boolean last, int opened) {

  static ProofQuestions of(List<Words.Word> clause, String text, Lexicon<Set<String>> words) {
    int end = clause.get(clause.size() - 1).end();
    boolean marked = endsWithMark(text, end);
    Set<String> first =
        words.find(clause).stream()
            .filter(hit -> hit.from() == 0)
            .findFirst()
            .map(Lexicon.Hit::meaning)
            .orElse(Set.of());
    boolean word = Lexicon.has(words.find(clause), "ask word");
    boolean begins = first.contains("wh") || (marked && first.contains("ask"));
    boolean japanese = text.charAt(end - 1) == 'か';
    int opened = text.lastIndexOf('¿', end - 1);
    int from = clause.get(0).start();
    return new ProofQuestions(begins || word, marked || japanese, opened >= from - 1 ? opened : -1);
  }

  /** Whether the thought from this word on asks. */
  boolean asks(List<Words.Word> clause, int from, boolean isLast) {
    return all || (last && isLast) || (opened >= 0 && clause.get(from).start() > opened);
  }

  private static boolean endsWithMark(String text, int end) {
    int at = end;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\u00a0')) {
      at++;
    }
    while (at < text.length() && (text.charAt(at) == '!' || text.charAt(at) == ')')) {
      at++;
    }
    return QuestionMark.isAt(text, at);
  }
}
