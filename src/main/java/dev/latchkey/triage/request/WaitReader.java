package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Clauses;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what somebody says in a sentence of their own about a long wait: that it cannot be
 * ("waiting is out of the question", "Wait? No way"), or that it may take what it takes. A model
 * that learned from yeses hears one in both. The words stand in {@code wait-words.txt}.
 */
final class WaitReader {
  private static final String FILE = "wait-words.txt";

  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(
          WaitReader.class,
          FILE,
          Set.of(
              "wait",
              "unable",
              "impossible",
              "no",
              "cannot wait",
              "eager",
              "no refusal",
              "waits",
              "bears",
              "unless"));

  private static final Lexicon<Set<String>> OF_PATIENCE =
      WordList.lexicon(WaitReader.class, FILE, Set.of("patience", "without patience"));

  private static final Lexicon<Set<String>> OF_WEEKS =
      WordList.lexicon(WaitReader.class, FILE, Set.of("weeks", "you need"));

  /** So many words may stand between a wait and that it cannot be. */
  private static final int NEAR = 5;

  /** So many beside one another. */
  private static final int BESIDE = 2;

  /** So many stand between a wait that is named and its refusal: "a wait, you say?" */
  private static final int ASIDE = 2;

  /** So few words ask back, or answer that. */
  private static final int FEW = 7;

  /** The same in signs. */
  private static final int FEW_SIGNS = 14;

  /** Of a longer text only the beginning is looked at, in signs. */
  private static final int LOOKED_AT = 6_000;

  private WaitReader() {}

  /** Whether its writer will wait; empty where nothing is said of it, or both. */
  static Optional<Boolean> in(MailText written) {
    MailText text = written.beginning(LOOKED_AT);
    boolean refuses = refuses(text);
    boolean waits = false;
    for (List<Words.Word> part : text.parts()) {
      List<Hit<Set<String>>> hits = WORDS.find(part);
      waits |=
          grants(part, hits)
              && !Lexicon.has(hits, "unless")
              && !refusesAlone(part, hits)
              && !Clauses.isQuestion(text.text(), part);
    }
    return refuses == waits ? Optional.empty() : Optional.of(waits);
  }

  /** Whether it says somewhere that its writer cannot, or will not. */
  static boolean refuses(MailText written) {
    MailText text = written.beginning(LOOKED_AT);
    boolean named = false;
    boolean asked = false;
    for (List<Words.Word> part : text.parts()) {
      List<Hit<Set<String>>> hits = WORDS.find(part);
      if (refusesAlone(part, hits) || (isShort(part) && answersNo(part, hits, named, asked))) {
        return true;
      }
      boolean aside = named && hits.isEmpty() && part.size() <= ASIDE;
      named = aside || (isShort(part) && Lexicon.has(hits, "wait") && !Lexicon.has(hits, "waits"));
      asked = named && Clauses.isQuestion(text.text(), part);
    }
    return false;
  }

  /** "Wait? No way", or without a question nothing but "no way". */
  private static boolean answersNo(
      List<Words.Word> part, List<Hit<Set<String>>> hits, boolean named, boolean asked) {
    boolean impossible = Lexicon.has(hits, "impossible") && !Lexicon.has(hits, "no refusal");
    boolean no = !hits.isEmpty() && hits.get(0).from() == 0 && hits.get(0).meaning().contains("no");
    return (asked && (impossible || no))
        || (named && impossible && Lexicon.covered(hits) == part.size());
  }

  /** "A long wait I can put up with", "take the weeks you need". */
  private static boolean grants(List<Words.Word> part, List<Hit<Set<String>>> hits) {
    return Lexicon.has(hits, "waits")
        || beside(hits, "wait", "bears", near(part))
        || beside(hits, "bears", "wait", near(part))
        || beside(OF_WEEKS.find(part), "weeks", "you need", BESIDE);
  }

  private static boolean refusesAlone(List<Words.Word> part, List<Hit<Set<String>>> hits) {
    return !Lexicon.has(hits, "no refusal")
        && (Lexicon.has(hits, "cannot wait")
            || beside(hits, "unable", "wait", 0)
            || beside(hits, "impossible", "wait", near(part))
            || beside(hits, "wait", "impossible", near(part))
            || beside(OF_PATIENCE.find(part), "without patience", "patience", BESIDE)
            || beside(OF_PATIENCE.find(part), "patience", "without patience", BESIDE));
  }

  /** Whether a phrase of one group stands before the next one, which is of the other. */
  private static boolean beside(
      List<Hit<Set<String>>> hits, String first, String second, int apart) {
    for (int at = 0; at + 1 < hits.size(); at++) {
      if (hits.get(at).meaning().contains(first)
          && hits.get(at + 1).meaning().contains(second)
          && hits.get(at + 1).gap(hits.get(at)) <= apart) {
        return true;
      }
    }
    return false;
  }

  private static int near(List<Words.Word> part) {
    return inSigns(part) ? 2 * NEAR : NEAR;
  }

  private static boolean inSigns(List<Words.Word> part) {
    return AnswerPart.isInSigns(part.get(0).text());
  }

  private static boolean isShort(List<Words.Word> part) {
    return part.size() <= (inSigns(part) ? FEW_SIGNS : FEW);
  }
}
