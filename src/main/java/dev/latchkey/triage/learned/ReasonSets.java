package dev.latchkey.triage.learned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Which reasons come together. Each is asked for by itself, but people do not lose things one by
 * one: a set is likelier than its reasons tell where the corpus has it oftener than chance would
 * (Read and others, Classifier Chains for Multi-label Classification, 2011, on label powersets).
 */
public final class ReasonSets {
  /** Nothing was seen. */
  public static final ReasonSets NONE = new ReasonSets(List.of(), List.of());

  /** Counted beside what was seen, so that a set seen once is not believed too much. */
  private static final double SEEN = 0.5;

  /** No probability is nearer to 0 or 1. */
  private static final double LEAST = 1e-6;

  /**
   * A set, and how much oftener it was seen than its reasons by chance, as a logarithm.
   *
   * @param held a bit for each reason
   */
  private record Known(int held, float lift) {
    boolean holds(int reason) {
      return ((held >> reason) & 1) == 1;
    }
  }

  /**
   * The likeliest set.
   *
   * @param likely how likely it is among all known ones, from 0 to 1
   */
  public record Likeliest(Set<String> reasons, double likely) {}

  private final List<String> reasons;
  private final List<Known> sets;

  private ReasonSets(List<String> reasons, List<Known> sets) {
    this.reasons = List.copyOf(reasons);
    this.sets = List.copyOf(sets);
  }

  /**
   * Learns them from the sets that were seen, each mail's.
   *
   * @param reasons all that there are
   */
  static ReasonSets of(List<String> reasons, Collection<Set<String>> seen) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> single = new TreeMap<>();
    for (Set<String> set : seen) {
      counts.merge(key(reasons, set), 1, Integer::sum);
      set.forEach(reason -> single.merge(reason, 1, Integer::sum));
    }
    List<Known> sets = new ArrayList<>();
    counts.forEach(
        (key, count) -> {
          double lift = Math.log((count + SEEN) / seen.size());
          int set = 0;
          for (int at = 0; at < reasons.size(); at++) {
            double share = single.getOrDefault(reasons.get(at), 0) / (double) seen.size();
            boolean held = key.charAt(at) == '1';
            lift -= Math.log(Math.max(LEAST, held ? share : 1 - share));
            set |= held ? 1 << at : 0;
          }
          sets.add(new Known(set, (float) lift));
        });
    return new ReasonSets(reasons, sets);
  }

  /** Whether a question is about one of the reasons. */
  boolean hold(String reason) {
    return reasons.contains(reason);
  }

  private static String key(List<String> reasons, Set<String> set) {
    StringBuilder key = new StringBuilder();
    reasons.forEach(reason -> key.append(set.contains(reason) ? '1' : '0'));
    return key.toString();
  }

  /**
   * The set that fits best.
   *
   * @param asked how likely each reason is by itself
   * @param worth how much another reading counts that found a reason, or did not, in logarithms of
   *     odds
   */
  public Likeliest likeliest(Likelihoods asked, ToDoubleFunction<String> worth) {
    double[] odds = new double[reasons.size()];
    for (int at = 0; at < odds.length; at++) {
      String reason = reasons.get(at);
      double likely = Math.min(1 - LEAST, Math.max(LEAST, asked.of(reason)));
      odds[at] = Math.log(likely / (1 - likely)) + worth.applyAsDouble(reason);
    }
    double[] scores = new double[sets.size()];
    int best = 0;
    for (int set = 0; set < scores.length; set++) {
      scores[set] = sets.get(set).lift();
      for (int at = 0; at < odds.length; at++) {
        scores[set] += sets.get(set).holds(at) ? odds[at] : 0;
      }
      best = scores[set] > scores[best] ? set : best;
    }
    double all = 0;
    for (double score : scores) {
      all += Math.exp(score - scores[best]);
    }
    return scores.length == 0
        ? new Likeliest(Set.of(), 0)
        : new Likeliest(reasons(sets.get(best)), 1 / all);
  }

  private Set<String> reasons(Known set) {
    Set<String> held = new HashSet<>();
    for (int at = 0; at < reasons.size(); at++) {
      if (set.holds(at)) {
        held.add(reasons.get(at));
      }
    }
    return Set.copyOf(held);
  }

  void write(DataOutputStream out) throws IOException {
    out.writeByte(reasons.size());
    for (String reason : reasons) {
      out.writeUTF(reason);
    }
    out.writeInt(sets.size());
    for (Known set : sets) {
      out.writeInt(set.held());
      out.writeFloat(set.lift());
    }
  }

  static ReasonSets read(DataInputStream in) throws IOException {
    List<String> reasons = new ArrayList<>();
    int all = in.readByte();
    while (reasons.size() < all) {
      reasons.add(in.readUTF());
    }
    List<Known> sets = new ArrayList<>();
    int count = in.readInt();
    while (sets.size() < count) {
      sets.add(new Known(in.readInt(), in.readFloat()));
    }
    return new ReasonSets(reasons, sets);
  }
}
