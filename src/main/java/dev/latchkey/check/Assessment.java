package dev.latchkey.check;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What the evidence amounts to. It never acts: it decides which words staff see and which decisions
 * are possible.
 *
 * @param level the level the recovery is at; SLOW or FLOOR when its own level is not reached
 * @param asked the level its circumstances ask for
 * @param points sum of the points of all evidence
 * @param groups how many different groups
 * @param recommended the proofs are enough to recommend an approval
 * @param approvers how many staff members must approve; 0 at the floor
 * @param coolingOff how long owners may object after the approval
 * @param warnings everything that speaks against it
 * @param lacking what is missing for a recommendation
 * @param openers proofs that are to be had and of which each alone would make more possible
 */
public record Assessment(
    Level level,
    Level asked,
    int points,
    int groups,
    boolean recommended,
    int approvers,
    Duration coolingOff,
    List<Warning> warnings,
    List<Lacking> lacking,
    Set<EvidenceClass> openers) {
  public Assessment {
    warnings = List.copyOf(warnings);
    lacking = List.copyOf(lacking);
    openers = Set.copyOf(openers);
  }

  /** APPROVE may be given at all. */
  public boolean aboveFloor() {
    return level != Level.FLOOR;
  }

  /** The proofs are enough, and nothing is left that a person has to read first. */
  public boolean recommends() {
    return recommended && warnings.stream().noneMatch(warning -> warning.kind().onlyToRead());
  }

  /** Each approver needs a second factor of their own. */
  public boolean secondFactorNeeded() {
    return asked == Level.HIGH || level == Level.SLOW;
  }

  /** The same with the proofs that would make more possible. */
  Assessment with(Set<EvidenceClass> would) {
    return new Assessment(
        level, asked, points, groups, recommended, approvers, coolingOff, warnings, lacking, would);
  }
}
