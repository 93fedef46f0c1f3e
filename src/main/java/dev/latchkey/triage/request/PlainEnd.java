package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a text that is read as the end of a request says nothing that speaks against it: no but,
 * no denial, nobody else, no other thing; and more than that something was found, which may be
 * broken. To end a request wrongly is the worst answer, and to ask once more costs a mail. The
 * words stand in {@code end-words.txt}.
 */
public final class PlainEnd {
  private final Lexicon<Set<String>> words =
      new Lexicon<>(WordList.phrases(PlainEnd.class, "end-words.txt"), groups -> groups);

  /** Whether nothing in {@code written}, secrets removed, speaks against its being the end. */
  public boolean isPlain(String written) {
    Set<String> said =
        words.find(Words.of(written).list()).stream()
            .flatMap(hit -> hit.meaning().stream())
            .collect(Collectors.toSet());
    return !said.contains("against") && (said.contains("ends") || !said.contains("found"));
  }
}
