package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import dev.latchkey.triage.words.MailText;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.List;
import java.util.Set;

/**
 * Finds where somebody is not sure when something was: "2015 I think, don't remember exactly". They
 * forgot no password by that. The words stand in {@code vague-facts-words.txt}.
 */
final class VagueFacts {
  private static final Lexicon<Set<String>> WORDS =
      WordList.lexicon(VagueFacts.class, "vague-facts-words.txt");

  private VagueFacts() {}

  /** A text without the words that say so. */
  static MailText without(MailText text) {
    return text.once(WORDS, VagueFacts::cut);
  }

  private static MailText cut(MailText text) {
    List<List<Words.Word>> parts = text.parts();
    List<List<Hit<Set<String>>>> hits = parts.stream().map(WORDS::find).toList();
    if (hits.stream().noneMatch(found -> Lexicon.has(found, "vague"))) {
      return text;
    }
    boolean things = hits.stream().anyMatch(found -> Lexicon.has(found, "thing"));
    StringBuilder left = new StringBuilder(text.text());
    for (int at = parts.size() - 1; at >= 0; at--) {
      List<Hit<Set<String>>> found = hits.get(at);
      boolean dated =
          Lexicon.has(found, "when")
              || (!things && (isDated(hits, at - 1) || isDated(hits, at + 1)));
      if (dated && !Lexicon.has(found, "thing")) {
        for (int i = found.size() - 1; i >= 0; i--) {
          Hit<Set<String>> hit = found.get(i);
          if (hit.meaning().contains("vague")) {
            List<Words.Word> part = parts.get(at);
            left.delete(part.get(hit.from()).start(), part.get(hit.to() - 1).end());
          }
        }
      }
    }
    return MailText.of(left.toString());
  }

  private static boolean isDated(List<List<Hit<Set<String>>>> hits, int at) {
    return at >= 0 && at < hits.size() && Lexicon.has(hits.get(at), "when");
  }
}
