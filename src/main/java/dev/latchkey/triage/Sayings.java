package dev.latchkey.triage;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a text says, as far as the groups of the vocabulary tell: which states it names, denied or
 * not, and of which things. Word order and sentence structure are used as far as they hold in all
 * languages of the desk: a state belongs to the nearest thing beside it, a denial to the state that
 * it stands beside.
 */
final class Sayings {
  /** Groups with a part in every sentence; see the comments in {@code reading.yaml}. */
  static final String NOT = "not";

  static final String NOT_BEHIND = "not behind";
  static final String TURN = "turn";
  static final String JOINT = "joint";
  static final String PRONOUN = "pronoun";

  static final String WITHOUT = "without";
  static final String AND = "and";
  static final String OR = "or";
  static final String PAUSE = "pause";
  static final String HELPER = "helper";

  static final Set<String> BUILDERS =
      Set.of(NOT, NOT_BEHIND, TURN, JOINT, PRONOUN, WITHOUT, AND, OR, PAUSE, HELPER);

  /** Words between a thing and its state, at most. */
  private static final int NEAR = 10;

  /** Words between a denial and the state it belongs to, at most. */
  private static final int NEAR_DENIAL = 4;

  /** Words between a pronoun or "without" and what it belongs to, at most. */
  private static final int BESIDE = 1;

  /** States that one thing can have on one side. */
  private static final int STATES = 2;

  private record Said(Optional<String> thing, String state, boolean negated) {}

  private final Set<Said> said = new LinkedHashSet<>();
  private final Set<String> things;
  private final Set<String> states;
  private Set<String> lastThing = Set.of();

  private Sayings(Set<String> things, Set<String> states) {
    this.things = things;
    this.states = states;
  }

  /**
   * What {@code text} says.
   *
   * @param things the groups that are spoken of
   * @param states the groups that say something
   */
  static Sayings of(String text, Lexicon lexicon, Set<String> things, Set<String> states) {
    Sayings sayings = new Sayings(things, states);
    for (String clause : Clauses.of(text)) {
      List<Lexicon.Hit> hits = lexicon.find(Words.of(clause));
      int from = 0;
      for (int at = 0; at <= hits.size(); at++) {
        if (at == hits.size() || hits.get(at).groups().contains(TURN)) {
          sayings.read(hits.subList(from, at));
          from = at + 1;
        }
      }
    }
    return sayings;
  }

  /** Adds something that is known from elsewhere, as if the text had said it. */
  void add(String state) {
    said.add(new Said(Optional.empty(), state, false));
  }

  /** Whether the text says what {@code sign} looks for. */
  boolean hold(RequestForm.Sign sign) {
    return said.contains(new Said(sign.thing(), sign.state(), sign.negated()));
  }

  private void read(List<Lexicon.Hit> hits) {
    for (int at = 0; at < hits.size(); at++) {
      Lexicon.Hit hit = hits.get(at);
      if (isAny(hit, states)) {
        note(Optional.empty(), hits, at);
      }
      if (isAny(hit, things)) {
        lastThing = hit.groups();
        beside(hits, at, hit.groups(), -1, NEAR);
        beside(hits, at, hit.groups(), 1, NEAR);
      } else if (hit.groups().contains(PRONOUN)) {
        beside(hits, at, lastThing, -1, BESIDE);
      }
    }
  }

  /**
   * Notes the nearest state on one side of the thing at {@code at}, and the one behind it if no
   * other thing stands between: in "the codes that I saved are lost" there are two. The state of
   * another thing is shared only if the two are joined: "lost my phone and codes", but not "lost
   * the name of my account".
   */
  private void beside(List<Lexicon.Hit> hits, int at, Set<String> thing, int step, int farthest) {
    int found = 0;
    boolean joined = false;
    boolean paused = false;
    Lexicon.Hit edge = hits.get(at);
    for (int near = at + step; near >= 0 && near < hits.size(); near += step) {
      Lexicon.Hit hit = hits.get(near);
      if (gap(hits.get(at), hit) > farthest) {
        return;
      }
      joined |= hit.groups().contains(AND);
      paused |= hit.groups().contains(PAUSE);
      if (isAny(hit, things)) {
        boolean compound = gap(edge, hit) == 0;
        if (found > 0 || !(joined || compound)) {
          return;
        }
        joined = false;
        paused = false;
        edge = hit;
      } else if (isState(hits, near)
          && (gap(edge, hit) <= BESIDE || !hit.groups().contains(WITHOUT))) {
        if (paused && step < 0) {
          return;
        }
        for (String name : thing) {
          note(Optional.of(name), hits, near);
        }
        found++;
      }
      if (found == STATES || hit.groups().contains(JOINT)) {
        return;
      }
    }
  }

  /** Whether a state stands at {@code at} that is no mere helper of the next: "have lost". */
  private boolean isState(List<Lexicon.Hit> hits, int at) {
    Lexicon.Hit hit = hits.get(at);
    if (!isAny(hit, states) || isAny(hit, things)) {
      return false;
    }
    if (hit.groups().contains(HELPER)) {
      for (int next = at + 1; next < hits.size() && gap(hit, hits.get(next)) <= BESIDE; next++) {
        if (isAny(hits.get(next), states)) {
          return isAny(hits.get(next), things);
        }
      }
    }
    return true;
  }

  private void note(Optional<String> thing, List<Lexicon.Hit> hits, int at) {
    boolean negated = isDenied(hits, at);
    for (String state : hits.get(at).groups()) {
      said.add(new Said(thing, state, negated));
    }
  }

  private boolean isDenied(List<Lexicon.Hit> hits, int at) {
    return negated(hits, at, -1, NOT)
        || negated(hits, at, 1, NOT_BEHIND)
        || isDeniedBefore(hits, at);
  }

  /** "I cannot find the device or use the codes": the denial holds for both. */
  private boolean isDeniedBefore(List<Lexicon.Hit> hits, int at) {
    boolean or = false;
    for (int near = at - 1; near >= 0; near--) {
      Lexicon.Hit hit = hits.get(near);
      or |= hit.groups().contains(OR);
      if (gap(hits.get(at), hit) > NEAR || hit.groups().contains(JOINT)) {
        return false;
      }
      if (isState(hits, near)) {
        return or && negated(hits, near, -1, NOT);
      }
    }
    return false;
  }

  private boolean negated(List<Lexicon.Hit> hits, int at, int step, String denial) {
    for (int near = at + step; near >= 0 && near < hits.size(); near += step) {
      Lexicon.Hit hit = hits.get(near);
      if (gap(hits.get(at), hit) > NEAR_DENIAL) {
        return false;
      }
      if (hit.groups().contains(denial)) {
        return true;
      }
      if (isState(hits, near) || hit.groups().contains(JOINT)) {
        return false;
      }
    }
    return false;
  }

  private static int gap(Lexicon.Hit one, Lexicon.Hit other) {
    return one.from() < other.from() ? other.from() - one.to() : one.from() - other.to();
  }

  private static boolean isAny(Lexicon.Hit hit, Set<String> names) {
    return !Collections.disjoint(hit.groups(), names);
  }
}
