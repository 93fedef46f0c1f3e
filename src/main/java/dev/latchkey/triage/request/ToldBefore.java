package dev.latchkey.triage.request;

import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Leaves out of an answer that it was told before, or should have been: "I TOLD you: walt", "walt,
 * as I said", "sorry, forgot: walt". What is left is the answer. The words stand in {@code
 * told-before-words.txt}.
 */
final class ToldBefore {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(ToldBefore.class, "told-before-words.txt");

  private static final String MARKS = " \t\u3000,:;.!?…，：；。！？、-–—\"";

  private ToldBefore() {}

  /** The answer by itself; as it is where nothing of the kind stands in it, or nothing else. */
  static String without(String answer) {
    StringBuilder left = new StringBuilder(answer);
    List<List<Words.Word>> parts = MailText.of(answer).parts();
    boolean any = false;
    for (int at = parts.size() - 1; at >= 0; at--) {
      if (told(parts.get(at))) {
        int from = parts.get(at).get(0).start();
        int to = end(answer, parts.get(at).get(parts.get(at).size() - 1).end());
        left.delete(from, to);
        any = true;
      }
    }
    String rest = left.toString().strip();
    return any && !Words.of(rest).list().isEmpty() ? withoutComma(rest) : answer;
  }

  /** Whether a word behind "it is" is no name: "it is true". */
  static boolean isNoName(String word) {
    List<Words.Word> words = Words.of(word).list();
    return Lexicon.of(WORDS.find(words), "no name")
        .anyMatch(hit -> hit.from() == 0 && hit.to() == words.size());
  }

  private static boolean told(List<Words.Word> part) {
    List<Hit<Set<String>>> hits = WORDS.find(part);
    List<Hit<Set<String>>> known =
        hits.stream().filter(hit -> !hit.meaning().equals(Set.of("no name"))).toList();
    return Lexicon.has(hits, "told") && Lexicon.covered(known) == part.size();
  }

  /** Behind the marks and blanks that follow. */
  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && MARKS.indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** What stood before "as I said" ends with a comma. */
  private static String withoutComma(String text) {
    int end = text.length();
    while (end > 0 && ",，、 :：".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }
}
