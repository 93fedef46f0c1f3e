package dev.latchkey.triage.words;

import java.util.List;
import java.util.Set;

/**
 * Tells whether somebody wonders or doubts beside what they say: "I think it is her, not sure". Who
 * supposes, hopes, worries or makes a condition does not say it. In doubt it is a doubt. The words
 * stand in {@code wondering-words.txt}.
 */
public final class Wondering {
  /** So many words may stand between a no and what it denies. */
  private static final int NEAR = 4;

  /** Chinese and Japanese set what denies behind: "自信がありません". */
  private static final int BEHIND = 3;

  private static final Lexicon<Set<String>> LEXICON =
      WordList.lexicon(Wondering.class, "wondering-words.txt");

  private Wondering() {}

  /** Whether any sentence of {@code written} does. */
  public static boolean in(String written) {
    return MailText.of(written).clauses().stream().anyMatch(Wondering::wonders);
  }

  private static boolean wonders(List<Words.Word> clause) {
    List<Lexicon.Hit<Set<String>>> hits = LEXICON.find(clause);
    boolean supposes = Lexicon.of(hits, "wonders").anyMatch(hit -> !isRightBefore(hits, hit));
    boolean doubts =
        Lexicon.of(hits, "doubt").anyMatch(doubt -> !isDeniedAtOnce(clause, hits, doubt));
    boolean unsure = Lexicon.of(hits, "sure").anyMatch(sure -> isDenied(clause, hits, sure));
    return supposes || doubts || unsure;
  }

  /** "No wonder". */
  private static boolean isRightBefore(
      List<Lexicon.Hit<Set<String>>> hits, Lexicon.Hit<Set<String>> wonders) {
    return Lexicon.of(hits, "no").anyMatch(no -> no.to() == wonders.from());
  }

  /** "There is no doubt", "no tengo la menor duda", and not "no, I have doubts". */
  private static boolean isDeniedAtOnce(
      List<Words.Word> clause,
      List<Lexicon.Hit<Set<String>>> hits,
      Lexicon.Hit<Set<String>> doubt) {
    return Lexicon.of(hits, "no")
        .anyMatch(
            no ->
                denies(clause, no, doubt)
                    && clause
                        .subList(Math.min(no.to(), doubt.to()), Math.max(no.from(), doubt.from()))
                        .stream()
                        .noneMatch(word -> word.text().equals(",")));
  }

  private static boolean isDenied(
      List<Words.Word> clause, List<Lexicon.Hit<Set<String>>> hits, Lexicon.Hit<Set<String>> sure) {
    return Lexicon.of(hits, "no").anyMatch(no -> denies(clause, no, sure));
  }

  private static boolean denies(
      List<Words.Word> clause, Lexicon.Hit<Set<String>> no, Lexicon.Hit<Set<String>> what) {
    boolean east = TextWords.isEast(clause.get(what.from()).text().charAt(0));
    return (no.to() <= what.from() && what.from() - no.to() <= NEAR)
        || (east && no.from() >= what.to() && no.from() - what.to() <= BEHIND);
  }
}
