package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Groups of phrases of a file, several on a line between commas, found in what somebody wrote. */
final class SaidPhrases {
  /** A longer text tells more than one thing. */
  private static final int LONGEST = 6000;

  private final Lexicon<Set<String>> phrases;

  SaidPhrases(String file) {
    Map<String, List<String>> groups = new HashMap<>();
    WordList.sections(SaidPhrases.class, file)
        .forEach(
            (group, lines) ->
                groups.put(
                    group,
                    lines.stream()
                        .flatMap(line -> Arrays.stream(line.split(",")))
                        .map(String::strip)
                        .toList()));
    this.phrases = new Lexicon<>(groups, Function.identity());
  }

  /** The groups of a text's phrases. */
  record Said(List<Lexicon.Hit<Set<String>>> hits, boolean asks) {
    boolean has(String group) {
      return hits.stream().anyMatch(hit -> hit.meaning().contains(group));
    }

    boolean begins(String group) {
      return !hits.isEmpty() && hits.get(0).from() == 0 && hits.get(0).meaning().contains(group);
    }
  }

  Said in(String text) {
    String head = text.substring(0, Math.min(text.length(), LONGEST));
    boolean asks = head.indexOf('?') >= 0 || head.indexOf('？') >= 0;
    return new Said(phrases.find(Words.of(head).list()), asks);
  }
}
