package dev.latchkey.triage.proof;

import dev.latchkey.triage.proof.ProofReply.Thing;
import dev.latchkey.triage.words.Lexicon;
import dev.latchkey.triage.words.Lexicon.Hit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A part of a sentence that holds one thought, and what it says of a proof.
 *
 * @param hits the phrases in it, in order
 * @param words how many it has
 * @param brief the whole answer has only a few
 * @param asks it is a question, or part of one
 */
record ProofThought(List<Hit<Set<String>>> hits, int words, boolean brief, boolean asks) {
  /** A longer thought that names no thing may be about anything. */
  private static final int FEW = 6;

  enum Verdict {
    DONE,
    CANNOT,
    NOTHING
  }

  ProofThought {
    hits = List.copyOf(hits);
  }

  boolean has(String group) {
    return Lexicon.has(hits, group);
  }

  private boolean hasAny(String... groups) {
    return List.of(groups).stream().anyMatch(this::has);
  }

  /** What it is about. */
  Set<Thing> things() {
    Set<Thing> things = EnumSet.noneOf(Thing.class);
    for (Thing thing : Thing.values()) {
      String group =
          thing == Thing.CO_OWNER
              ? "co-owner"
              : thing.name().toLowerCase(Locale.ROOT).replace('_', ' ');
      if (has(group)) {
        things.add(thing);
      }
    }
    if (has("no session")) {
      things.add(Thing.PROFILE);
    }
    if (has("no co-owner")) {
      things.add(Thing.CO_OWNER);
    }
    if (things.isEmpty() && has("weak site")) {
      things.add(Thing.SITE);
    }
    return things;
  }

  /** What is impossible was so before, and perhaps no longer. */
  boolean past() {
    return hasAny("past", "could not", "could", "managed");
  }

  /** It is said of each thing that was asked for. */
  boolean everything() {
    return hasAny("all", "none");
  }

  /** Nothing but things, which go on with a list that the thought before began. */
  boolean goesOn() {
    return !asks
        && words <= FEW
        && !things().isEmpty()
        && hits.stream().allMatch(ProofThought::isListed);
  }

  private static boolean isListed(Hit<Set<String>> hit) {
    return hit.meaning().contains("list")
        || hit.meaning().contains("in the")
        || !new ProofThought(List.of(hit), 1, false, false).things().isEmpty();
  }

  /** Something is so if another thing is; "it was deleted when the team was dissolved" is so. */
  private boolean conditional() {
    for (Hit<Set<String>> hit : hits) {
      if (hit.meaning().contains("if") && !(hit.meaning().contains("when") && goneBefore(hit))) {
        return true;
      }
    }
    return false;
  }

  private boolean goneBefore(Hit<Set<String>> hit) {
    return hits.stream()
        .anyMatch(other -> other.from() < hit.from() && other.meaning().contains("gone"));
  }

  /** It lacks what the thoughts behind it name. */
  boolean begins() {
    return !asks && has("lack") && !hasAny("if", "yet", "not now", "request");
  }

  /**
   * It tells of a thing beside it that it is gone: "the key was on the laptop, which died"; "I
   * threw the laptop away, and the key was on it".
   */
  boolean tellsOfLoss() {
    return !asks && has("gone") && things().isEmpty() && !denied() && !hasAny("if", "yet");
  }

  Verdict verdict() {
    if (asks || conditional() || has("yet")) {
      return Verdict.NOTHING;
    }
    if (cannot()) {
      return hasAny("not now") || (hasAny("request", "wait") && things().isEmpty())
          ? Verdict.NOTHING
          : Verdict.CANNOT;
    }
    return done() ? Verdict.DONE : Verdict.NOTHING;
  }

  private boolean cannot() {
    boolean ability = hasAny("able", "could", "managed") && denied();
    boolean none = words <= FEW && hasAny("none", "fails");
    if (hasAny("cannot", "could not", "no session", "no co-owner") || ability || none) {
      return true;
    }
    boolean missing =
        has("lack")
            || has("gone")
            || has("never")
            || (has("hold") && denied() && !has("did"))
            || lacking();
    return missing
        && (!things().isEmpty()
            || (hasAny("all", "none", "asked for") && !has("gone"))
            || lacksAccess());
  }

  /** "No key": a denial right before a thing. */
  private boolean lacking() {
    for (int at = 0; at + 1 < hits.size(); at++) {
      Hit<Set<String>> denial = hits.get(at);
      Hit<Set<String>> thing = hits.get(at + 1);
      if (denial.meaning().contains("lacking")
          && !inPortuguese(denial)
          && thing.from() - denial.to() <= 1
          && !new ProofThought(List.of(thing), 1, false, false).things().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /** "No" stands for a denial, but in Portuguese for a place. */
  private boolean denied() {
    return hits.stream()
        .anyMatch(
            hit ->
                hit.meaning().contains("none")
                    || (hit.meaning().contains("not") && !inPortuguese(hit)));
  }

  private boolean inPortuguese(Hit<Set<String>> hit) {
    return hit.meaning().contains("in the") && has("portuguese");
  }

  private boolean lacksAccess() {
    return has("access") && (denied() || hasAny("lack", "gone"));
  }

  private boolean made() {
    return has("perfect") && (has("make") || (has("make sign") && !things().isEmpty()));
  }

  private boolean done() {
    if (denied()
        || hasAny("never", "future", "attempt", "old", "gone", "lack", "refused")
        || (has("request") && things().isEmpty())) {
      return false;
    }
    boolean few = words <= FEW || !things().isEmpty();
    boolean placed = has("placed") && !things().isEmpty();
    boolean deed = hasAny("did", "managed", "there") || placed || made();
    return has("finished") || (deed && few) || (brief && has("done alone"));
  }
}
