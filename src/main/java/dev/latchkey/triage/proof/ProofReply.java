package dev.latchkey.triage.proof;

import java.util.List;
import java.util.Set;

/**
 * What somebody answers to a letter that asks for a proof. Never both done and impossible: where it
 * is unclear it is neither.
 *
 * @param done what they say is there
 * @param cannot what they say they cannot bring
 * @param allDone they say so of no thing in particular
 * @param allCannot they say so of no thing in particular, or of everything
 * @param cannotRest they cannot bring anything beside what they speak of
 * @param people names or addresses of who may vouch for them, as typed; five at most
 */
public record ProofReply(
    Set<Thing> done,
    Set<Thing> cannot,
    boolean allDone,
    boolean allCannot,
    boolean cannotRest,
    List<String> people) {

  /** What a proof is made with. */
  public enum Thing {
    REPOSITORY,
    SITE,
    DNS,
    KEY,
    PROFILE,
    CO_OWNER,
    RECOVERY_CODE
  }

  public ProofReply {
    done = Set.copyOf(done);
    cannot = Set.copyOf(cannot);
    people = List.copyOf(people);
  }

  /** They say that something is there. */
  public boolean saysDone() {
    return allDone || !done.isEmpty();
  }

  /** They say that something is not possible. */
  public boolean saysCannot() {
    return allCannot || cannotRest || !cannot.isEmpty();
  }
}
