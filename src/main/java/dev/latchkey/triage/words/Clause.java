package dev.latchkey.triage.words;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The words of one thought. */
public final class Clause extends AbstractList<Words.Word> implements RandomAccess {
  private final Words.Word[] words;
  private @Nullable KnownClauses findings;

  Clause(List<Words.Word> words) {
    this.words = words.toArray(Words.Word[]::new);
  }

  /** What stands in two clauses, one behind the other. */
  public static Clause joined(List<Words.Word> first, List<Words.Word> second) {
    List<Words.Word> both = new ArrayList<>(first.size() + second.size());
    both.addAll(first);
    both.addAll(second);
    return new Clause(both);
  }

  @Override
  public Words.Word get(int at) {
    return words[at];
  }

  @Override
  public int size() {
    return words.length;
  }

  /**
   * What {@code reader} finds in some words; looked for once where they are a clause, however many
   * ask, in this text and in those that follow.
   *
   * @param reader whose only result of a clause it is; it depends on the words alone, not on where
   *     in a text they stand
   */
  public static <T> T once(List<Words.Word> words, Object reader, Supplier<T> find) {
    return words instanceof Clause clause ? clause.findings().once(reader, find) : find.get();
  }

  private KnownClauses findings() {
    KnownClauses known = findings;
    if (known == null) {
      known = KnownClauses.in(words);
      findings = known;
    }
    return known;
  }
}
