package dev.latchkey.triage.words;

import dev.latchkey.triage.words.Lexicon.Hit;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a text says, as far as the groups of the vocabulary tell: which states it names, denied or
 * not, and of which things. Word order and sentence structure are used as far as they hold in all
 * languages of the desk: a state belongs to the nearest thing beside it, a denial to the state that
 * it stands beside.
 */
public final class Statements {
  /** Groups with a part in every sentence; see the comments in {@code words/en.yaml}. */
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

  /** All of them. */
  public static final Set<String> BUILDERS =
      Set.of(NOT, NOT_BEHIND, TURN, JOINT, PRONOUN, WITHOUT, AND, OR, PAUSE, HELPER);

  /** Words between a thing and its state, at most. */
  private static final int NEAR = 10;

  /** Words between a denial and the state it belongs to, at most. */
  private static final int NEAR_DENIAL = 4;

  /** Words between a pronoun or "without" and what it belongs to, at most. */
  private static final int BESIDE = 1;

  /** States that one thing can have on one side. */
  private static final int STATES = 2;

  /**
   * What a phrase is for.
   *
   * @param groups that hold it
   * @param thing it is spoken of
   * @param state it says something
   */
  record Role(
      Set<String> groups,
      boolean thing,
      boolean state,
      boolean not,
      boolean notBehind,
      boolean turn,
      boolean joint,
      boolean pronoun,
      boolean without,
      boolean and,
      boolean or,
      boolean pause,
      boolean helper) {

    /**
     * @param things the groups that are spoken of
     * @param states the groups that say something
     */
    static Role of(Set<String> groups, Set<String> things, Set<String> states) {
      return new Role(
          groups,
          !Collections.disjoint(groups, things),
          !Collections.disjoint(groups, states),
          groups.contains(NOT),
          groups.contains(NOT_BEHIND),
          groups.contains(TURN),
          groups.contains(JOINT),
          groups.contains(PRONOUN),
          groups.contains(WITHOUT),
          groups.contains(AND),
          groups.contains(OR),
          groups.contains(PAUSE),
          groups.contains(HELPER));
    }
  }

  private record Said(Optional<String> thing, String state, boolean negated) {}

  private final Set<Said> said = new LinkedHashSet<>();

  /** All that is said of anything. */
  private final Set<String> states = new HashSet<>();

  private Set<String> lastThing = Set.of();

  private Statements() {}

  /** What the words of {@code clauses} say. */
  static Statements of(List<List<Words.Word>> clauses, Lexicon<Role> lexicon) {
    return new Statements().reading(clauses, lexicon);
  }

  /**
   * What {@code clause} says behind that of which these speak; nothing where that is what it says
   * by itself.
   */
  Set<String> factsBehind(List<Words.Word> clause, Lexicon<Role> lexicon) {
    if (lastThing.isEmpty()
        || lexicon.find(clause).stream().noneMatch(hit -> hit.meaning().pronoun())) {
      return Set.of();
    }
    Statements behind = new Statements();
    behind.lastThing = lastThing;
    return behind.reading(List.of(clause), lexicon).facts();
  }

  private Statements reading(List<List<Words.Word>> clauses, Lexicon<Role> lexicon) {
    for (List<Words.Word> clause : clauses) {
      List<Hit<Role>> hits = lexicon.find(clause);
      int from = 0;
      for (int at = 0; at <= hits.size(); at++) {
        if (at == hits.size() || hits.get(at).meaning().turn()) {
          read(hits.subList(from, at));
          from = at + 1;
        }
      }
    }
    return this;
  }

  /** Adds something that is known from elsewhere, as if the text had said it. */
  public void add(String state) {
    states.add(state);
    said.add(new Said(Optional.empty(), state, false));
  }

  /** All of it, each as one word: {@code codes+have}, {@code codes-have} where it is denied. */
  public Set<String> facts() {
    Set<String> facts = new LinkedHashSet<>();
    for (Said one : said) {
      facts.add(one.thing().orElse("") + (one.negated() ? '-' : '+') + one.state());
    }
    return facts;
  }

  /** Whether the text says what {@code sign} looks for. */
  boolean hold(Sign sign) {
    return states.contains(sign.state())
        && said.contains(new Said(sign.thing(), sign.state(), sign.negated()));
  }

  private void read(List<Hit<Role>> hits) {
    for (int at = 0; at < hits.size(); at++) {
      Hit<Role> hit = hits.get(at);
      if (hit.meaning().state()) {
        note(Optional.empty(), hits, at);
      }
      if (hit.meaning().thing()) {
        lastThing = hit.meaning().groups();
        beside(hits, at, hit.meaning().groups(), -1, NEAR);
        beside(hits, at, hit.meaning().groups(), 1, NEAR);
      } else if (hit.meaning().pronoun()) {
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
  private void beside(List<Hit<Role>> hits, int at, Set<String> thing, int step, int farthest) {
    int found = 0;
    boolean joined = false;
    boolean paused = false;
    Hit<Role> edge = hits.get(at);
    for (int near = at + step; near >= 0 && near < hits.size(); near += step) {
      Hit<Role> hit = hits.get(near);
      if (hits.get(at).gap(hit) > farthest) {
        return;
      }
      joined |= hit.meaning().and();
      paused |= hit.meaning().pause();
      if (hit.meaning().thing()) {
        boolean compound = edge.gap(hit) == 0;
        if (found > 0 || !(joined || compound)) {
          return;
        }
        joined = false;
        paused = false;
        edge = hit;
      } else if (isState(hits, near) && (edge.gap(hit) <= BESIDE || !hit.meaning().without())) {
        if (paused && step < 0) {
          return;
        }
        for (String name : thing) {
          note(Optional.of(name), hits, near);
        }
        found++;
      }
      if (found == STATES || hit.meaning().joint()) {
        return;
      }
    }
  }

  /** Whether a state stands at {@code at} that is no mere helper of the next: "have lost". */
  private boolean isState(List<Hit<Role>> hits, int at) {
    Hit<Role> hit = hits.get(at);
    if (!hit.meaning().state() || hit.meaning().thing()) {
      return false;
    }
    if (hit.meaning().helper()) {
      for (int next = at + 1; next < hits.size() && hit.gap(hits.get(next)) <= BESIDE; next++) {
        if (hits.get(next).meaning().state()) {
          return hits.get(next).meaning().thing();
        }
      }
    }
    return true;
  }

  private void note(Optional<String> thing, List<Hit<Role>> hits, int at) {
    boolean negated = isDenied(hits, at);
    for (String state : hits.get(at).meaning().groups()) {
      states.add(state);
      said.add(new Said(thing, state, negated));
    }
  }

  private boolean isDenied(List<Hit<Role>> hits, int at) {
    return negated(hits, at, -1, Role::not)
        || negated(hits, at, 1, Role::notBehind)
        || isDeniedBefore(hits, at);
  }

  /** "I cannot find the device or use the codes": the denial holds for both. */
  private boolean isDeniedBefore(List<Hit<Role>> hits, int at) {
    boolean or = false;
    for (int near = at - 1; near >= 0; near--) {
      Hit<Role> hit = hits.get(near);
      or |= hit.meaning().or();
      if (hits.get(at).gap(hit) > NEAR || hit.meaning().joint()) {
        return false;
      }
      if (isState(hits, near)) {
        return or && negated(hits, near, -1, Role::not);
      }
    }
    return false;
  }

  private boolean negated(List<Hit<Role>> hits, int at, int step, Predicate<Role> denial) {
    for (int near = at + step; near >= 0 && near < hits.size(); near += step) {
      Hit<Role> hit = hits.get(near);
      if (hits.get(at).gap(hit) > NEAR_DENIAL) {
        return false;
      }
      if (denial.test(hit.meaning())) {
        return true;
      }
      if (isState(hits, near) || hit.meaning().joint()) {
        return false;
      }
    }
    return false;
  }
}
