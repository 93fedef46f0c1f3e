package dev.latchkey.check;

import dev.latchkey.check.Policy.Worth;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What evidence weighs. Each class counts once, and of each group only its best class, to which
 * those are added that the policy says so of: two proofs by one thing are one witness.
 *
 * @param points sum over all groups
 * @param groups how many different ones
 * @param possession one of them proves possession
 * @param beyondMailbox one of them proves possession and does not fall with a mailbox
 */
record Weight(int points, int groups, boolean possession, boolean beyondMailbox) {

  /** Weighs what is still good. */
  static Weight of(Policy policy, Collection<Evidence> evidence, Instant now) {
    Map<String, Integer> best = new HashMap<>();
    Map<String, Integer> added = new HashMap<>();
    Set<String> counted = new HashSet<>();
    boolean possession = false;
    boolean beyondMailbox = false;
    for (Evidence piece : evidence) {
      Optional<Worth> worth = policy.worth(piece).filter(it -> policy.good(piece, now));
      if (worth.isEmpty() || !counted.add(piece.name())) {
        continue;
      }
      Worth counts = worth.get();
      if (counts.adds()) {
        added.merge(counts.group(), counts.points(), Integer::sum);
      } else {
        best.merge(counts.group(), counts.points(), Math::max);
      }
      possession |= piece.kind().possession();
      beyondMailbox |= piece.kind().possession() && !piece.kind().mailbox();
    }
    Set<String> groups = new HashSet<>(best.keySet());
    groups.addAll(added.keySet());
    int points =
        best.values().stream().mapToInt(Integer::intValue).sum()
            + added.values().stream().mapToInt(Integer::intValue).sum();
    return new Weight(points, groups.size(), possession, beyondMailbox);
  }
}
