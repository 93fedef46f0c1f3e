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
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(WaitReader.class, "wait-words.txt");

  /** So many words may stand between a wait and that it cannot be. */
  private static final int NEAR = 5;

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
          Lexicon.has(hits, "waits")
              && !Lexicon.has(hits, "unless")
              && !refusesAlone(hits)
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
      if (refusesAlone(hits) || (isShort(part) && answersNo(part, hits, named, asked))) {
        return true;
      }
      named = isShort(part) && Lexicon.has(hits, "wait") && !Lexicon.has(hits, "waits");
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

  private static boolean refusesAlone(List<Hit<Set<String>>> hits) {
    if (Lexicon.has(hits, "no refusal")) {
      return false;
    }
    if (Lexicon.has(hits, "cannot wait")) {
      return true;
    }
    for (int at = 0; at + 1 < hits.size(); at++) {
      Hit<Set<String>> one = hits.get(at);
      Hit<Set<String>> other = hits.get(at + 1);
      int between = other.gap(one);
      boolean before = other.meaning().contains("wait");
      boolean behind = one.meaning().contains("wait");
      if ((before && one.meaning().contains("unable") && between == 0)
          || (before && one.meaning().contains("impossible") && between <= NEAR)
          || (behind && other.meaning().contains("impossible") && between <= NEAR)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isShort(List<Words.Word> part) {
    return part.size() <= (AnswerPart.isInSigns(part.get(0).text()) ? FEW_SIGNS : FEW);
  }
}
