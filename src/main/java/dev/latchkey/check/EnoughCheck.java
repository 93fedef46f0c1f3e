package dev.latchkey.check;

import dev.latchkey.check.AssuranceCheck.Facts;
import dev.latchkey.check.Policy.Recorder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds out by the policy which proofs lead anywhere: what is not worth asking for, because nothing
 * that is to be had besides makes it enough, and what would be enough together.
 */
public final class EnoughCheck {
  /** More proofs than these nobody brings. */
  private static final int MOST_TOGETHER = 3;

  /** So many ways are enough to choose from. */
  private static final int MOST_WAYS = 4;

  private final Policy policy;
  private final AssuranceCheck assurance;

  public EnoughCheck(Policy policy, AssuranceCheck assurance) {
    this.policy = policy;
    this.assurance = assurance;
  }

  /**
   * The proofs on record that would make more possible, alone or beside others that are to be had
   * or that staff may see, now or once the warnings are lifted.
   */
  public Set<EvidenceClass> useful(Facts facts, Instant now) {
    List<EvidenceClass> kinds =
        assurance
            .available(facts, now)
            .distinct()
            .filter(kind -> !facts.givenUp().contains(kind))
            .toList();
    Set<EvidenceClass> useful = useful(kinds, assurance.with(facts, now), List.of(), now);
    if (!assurance.standing(facts, now).isEmpty()) {
      useful.addAll(useful(kinds, assurance.with(facts.withoutWarnings(), now), List.of(), now));
    }
    List<Evidence> own = own().map(name -> seen(name, now)).toList();
    if (!own.isEmpty()) {
      useful.addAll(useful(kinds, assurance.with(facts, now), own, now));
    }
    return useful;
  }

  private Stream<String> own() {
    return policy.own().entrySet().stream()
        .filter(own -> own.getValue().seenBy() != Recorder.NOBODY)
        .map(Map.Entry::getKey)
        .sorted();
  }

  /** Those of some kinds that make more possible beside any of the others. */
  private Set<EvidenceClass> useful(
      List<EvidenceClass> kinds,
      Function<List<Evidence>, Assessment> with,
      List<Evidence> beside,
      Instant now) {
    Map<Set<EvidenceClass>, Assessment> known = new HashMap<>();
    Function<Set<EvidenceClass>, Assessment> weighed =
        some ->
            known.computeIfAbsent(
                some,
                it ->
                    with.apply(
                        Stream.concat(
                                beside.stream(), it.stream().map(kind -> seen(kind.name(), now)))
                            .toList()));
    Set<EvidenceClass> useful = EnumSet.noneOf(EvidenceClass.class);
    for (int subset = 0; subset < 1 << kinds.size(); subset++) {
      Set<EvidenceClass> some = some(kinds, subset);
      for (EvidenceClass kind : kinds) {
        if (!some.contains(kind) && !useful.contains(kind)) {
          Set<EvidenceClass> more = EnumSet.of(kind);
          more.addAll(some);
          Assessment without = weighed.apply(some);
          if (!without.recommended() && AssuranceCheck.better(without, weighed.apply(more))) {
            useful.add(kind);
          }
        }
      }
    }
    return useful;
  }

  private static Set<EvidenceClass> some(List<EvidenceClass> kinds, int subset) {
    Set<EvidenceClass> some = EnumSet.noneOf(EvidenceClass.class);
    for (int at = 0; at < kinds.size(); at++) {
      if ((subset & 1 << at) != 0) {
        some.add(kinds.get(at));
      }
    }
    return some;
  }

  /**
   * The names of proofs that would make more possible together, or, of the desk's own classes, by
   * themselves; the fewest first. Nothing that would do so alone is among several.
   *
   * @param as what the evidence amounts to now
   */
  public List<List<String>> together(Facts facts, Assessment as, Instant now) {
    if (as.recommended()) {
      return List.of();
    }
    Set<String> alone = new HashSet<>();
    as.openers().forEach(kind -> alone.add(kind.name()));
    List<String> names =
        Stream.concat(assurance.available(facts, now).distinct().map(EvidenceClass::name), own())
            .filter(name -> !alone.contains(name))
            .toList();
    Function<List<Evidence>, Assessment> with = assurance.with(facts, now);
    List<List<String>> ways = new ArrayList<>();
    List<List<String>> longer = List.of(List.of());
    for (int many = 1; many <= MOST_TOGETHER && ways.size() < MOST_WAYS; many++) {
      longer = longer.stream().flatMap(way -> extended(way, names)).toList();
      longer.stream()
          .filter(way -> ways.stream().noneMatch(way::containsAll))
          .filter(
              way ->
                  AssuranceCheck.better(
                      as, with.apply(way.stream().map(name -> seen(name, now)).toList())))
          .toList()
          .forEach(ways::add);
    }
    return ways.stream().limit(MOST_WAYS).toList();
  }

  /**
   * Whether something that only staff see would make more possible, by itself or beside what is to
   * be had.
   *
   * @param as what the evidence amounts to now
   */
  public boolean seenHelps(Facts facts, Assessment as, Instant now) {
    return together(facts, as, now).stream()
        .flatMap(List::stream)
        .anyMatch(policy.own()::containsKey);
  }

  /** With each name behind its last one. */
  private static Stream<List<String>> extended(List<String> way, List<String> names) {
    int from = way.isEmpty() ? 0 : names.indexOf(way.get(way.size() - 1)) + 1;
    Function<String, List<String>> with =
        name -> Stream.concat(way.stream(), Stream.of(name)).toList();
    return names.subList(from, names.size()).stream().map(with);
  }

  private Evidence seen(String name, Instant now) {
    return policy.own().containsKey(name)
        ? new Evidence(
            EvidenceClass.SEEN, "", now, OptionalLong.empty(), Optional.empty(), Optional.of(name))
        : new Evidence(EvidenceClass.valueOf(name), "", now, OptionalLong.empty());
  }
}
