package dev.latchkey.triage.request;

import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.WordList;
import dev.latchkey.triage.words.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether a text that is read as the end of a request says nothing that speaks against it: no but,
 * no denial, nobody else, no other thing; and more than that something was found, which may be
 * broken. To end a request wrongly is the worst answer, and to ask once more costs a mail. The
 * words stand in {@code end-words.txt}, those of {@link #isOrder} in {@code end-orders.txt}.
 */
public final class PlainEnd {
  /** A comma is a word that says nothing. */
  private static final String PAUSE = ",";

  /** In more signs, blanks included, something else is said. */
  private static final int LONGEST_ORDER = 300;

  private final Lexicon<Set<String>> words =
      new Lexicon<>(WordList.phrases(PlainEnd.class, "end-words.txt"), groups -> groups);

  private final Lexicon<Set<String>> orders =
      new Lexicon<>(WordList.phrases(PlainEnd.class, "end-orders.txt"), groups -> groups);

  /**
   * Whether {@code written} is nothing but the words that our letters offer for it, or others like
   * them, and politeness: who writes that has said it, whatever else could be read in it.
   *
   * @param writer how the writer is called, which may stand below
   */
  public boolean isOrder(String written, String writer) {
    return isNothingBut(Set.of("order"), written, writer);
  }

  /**
   * Whether {@code written} is nothing but a yes and politeness: the answer to a letter that asks
   * whether the request shall be closed.
   *
   * @param writer how the writer is called, which may stand below
   */
  public boolean isYes(String written, String writer) {
    return isNothingBut(Set.of("yes", "order"), written, writer);
  }

  private boolean isNothingBut(Set<String> meanings, String written, String writer) {
    if (written.length() > LONGEST_ORDER) {
      return false;
    }
    Set<String> called =
        Stream.concat(Stream.of(PAUSE), Words.of(writer).list().stream().map(Words.Word::text))
            .collect(Collectors.toSet());
    List<Words.Word> all = Words.of(written).list();
    BitSet explained = new BitSet(all.size());
    boolean said = false;
    for (Lexicon.Hit<Set<String>> hit : orders.find(all)) {
      boolean says = hit.meaning().stream().anyMatch(meanings::contains);
      if (says || hit.meaning().contains("beside")) {
        explained.set(hit.from(), hit.to());
        said |= says;
      }
    }
    return said
        && IntStream.range(0, all.size())
            .allMatch(at -> explained.get(at) || called.contains(all.get(at).text()));
  }

  /** Whether nothing in {@code written}, secrets removed, speaks against its being the end. */
  public boolean isPlain(String written) {
    Set<String> said =
        words.find(Words.of(written).list()).stream()
            .flatMap(hit -> hit.meaning().stream())
            .collect(Collectors.toSet());
    return !said.contains("against") && (said.contains("ends") || !said.contains("found"));
  }
}
