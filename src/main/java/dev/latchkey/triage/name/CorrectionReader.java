package dev.latchkey.triage.name;

import dev.latchkey.triage.name.MentionedNames.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a later mail gives another account name in the place of the one that a request is
 * about: "vera, not vara". Only a name that looks much like the one before, or that is plainly
 * introduced as a name, is one.
 */
public final class CorrectionReader {
  /**
   * A shorter name than {@link NameSlip#SHORTEST} will do for what is introduced as a name, in
   * quotes or in the place of the one before.
   */
  private static final int SHORTEST_GIVEN = 3;

  /**
   * A name in the place of another.
   *
   * @param sure they say that the one before is wrong, or it differs by a letter and is introduced;
   *     otherwise they have to be asked
   */
  public record Corrected(String name, boolean sure) {}

  private final String before;
  private final MentionedNames names;

  private CorrectionReader(String written, String before) {
    this.before = before;
    this.names = new MentionedNames(written, before);
  }

  /**
   * The name that is meant instead; empty when the one before still is.
   *
   * @param written what they wrote, without what they quote
   * @param named the account that the mail names by itself
   * @param before the account name so far
   */
  public static Optional<Corrected> read(String written, Optional<String> named, String before) {
    return new CorrectionReader(written, before).read(named);
  }

  /** Whether a mail speaks of an account beside the one before, and of none that was wrong. */
  public static boolean isBeside(String written, String before) {
    MentionedNames names = new CorrectionReader(written, before).names;
    return names.clauses().stream().anyMatch(clause -> clause.has("another"))
        && names.clauses().stream().noneMatch(clause -> clause.has("wrong"));
  }

  /**
   * Whether a mail says that a name was wrong and gives another, whatever the one before was: "not
   * anna-k, it's annak", "the user name should be vera".
   */
  public static boolean says(String written) {
    MentionedNames names = new CorrectionReader(written, "").names;
    return !names.asks()
        && (names.replacesOne()
            || (names.clauses().stream().anyMatch(clause -> clause.has("wrong"))
                && names.clauses().stream().noneMatch(clause -> clause.has("another"))
                && names.clauses().stream().anyMatch(names::givesName)));
  }

  /** Whether an answer to the question which account is meant chooses none: "both". */
  public static boolean isBoth(String answer) {
    return MentionedNames.isBoth(answer);
  }

  private Optional<Corrected> read(Optional<String> named) {
    Optional<String> own = own();
    if (own.isPresent() || namesBoth()) {
      // Of two accounts the writer's own counts; whose the other is writes about it.
      return own.filter(name -> !name.equalsIgnoreCase(before))
          .map(name -> new Corrected(name, true));
    }
    return named(named);
  }

  /** The writer's own of two; empty where only one is told apart so, or it is denied. */
  private Optional<String> own() {
    List<Mention> mine = names.ledBy("mine is");
    List<Mention> theirs = names.ledBy("theirs is");
    return mine.size() == 1
            && !theirs.isEmpty()
            && !theirs.get(0).name().equalsIgnoreCase(mine.get(0).name())
        ? Optional.of(mine.get(0).name())
        : Optional.empty();
  }

  /** Whether they speak of another account beside the one before, which they do not deny. */
  private boolean namesBoth() {
    boolean before = false;
    boolean another = false;
    for (MentionedNames.Said clause : names.clauses()) {
      if (clause.has("wrong")) {
        return false;
      }
      another |= clause.has("another");
      for (Mention mention : names.within(clause)) {
        if (mention.name().equalsIgnoreCase(this.before)) {
          if (names.isDenied(clause, mention)) {
            return false;
          }
          before = true;
        }
      }
    }
    return before && another;
  }

  private Optional<Corrected> named(Optional<String> named) {
    Optional<String> other = named.filter(name -> !name.equalsIgnoreCase(before));
    boolean wrong = false;
    boolean slip = false;
    boolean denied = false;
    boolean account = false;
    boolean another = false;
    Map<String, String> meant = new LinkedHashMap<>();
    Map<String, String> introducedAs = new LinkedHashMap<>();
    Set<String> plainly = new HashSet<>();
    List<String> refused = new ArrayList<>();
    for (MentionedNames.Said clause : names.clauses()) {
      boolean says = clause.has("wrong");
      wrong |= says;
      another |= clause.has("another");
      slip |= clause.has("slip") || clause.spells();
      boolean given = clause.has("account") || clause.has("wrong") || names.deniesBefore(clause);
      boolean deniesBefore = false;
      List<Mention> likely = new ArrayList<>();
      for (Mention mention : names.within(clause)) {
        boolean same = mention.name().equalsIgnoreCase(before);
        boolean like = !same && looksLike(mention, given);
        if (names.isDenied(clause, mention)) {
          deniesBefore |= same;
          if (!same) {
            refused.add(plain(mention.name()));
          }
        } else if (like) {
          likely.add(mention);
        }
        account |=
            other.filter(mention.name()::equalsIgnoreCase).isPresent() && clause.has("account");
      }
      denied |= deniesBefore;
      if (clause.has("account")) {
        likely.forEach(it -> introducedAs.put(plain(it.name()), it.name()));
      }
      if (deniesBefore || says) {
        likely.forEach(it -> meant.putIfAbsent(plain(it.name()), it.name()));
        boolean all = deniesBefore;
        likely.stream()
            .filter(it -> all || MentionedNames.isGiven(clause, it))
            .forEach(it -> plainly.add(plain(it.name())));
      }
    }
    if (wrong || denied) {
      // The name and what says so may stand in two sentences.
      other.ifPresent(name -> meant.putIfAbsent(plain(name), name));
    } else if (slip) {
      other
          .filter(name -> NameSlip.alike(name, before, SHORTEST_GIVEN))
          .ifPresent(name -> meant.putIfAbsent(plain(name), name));
    }
    if ((wrong || denied || slip) && meant.isEmpty()) {
      meant.putAll(introducedAs);
      if (!another) {
        plainly.addAll(introducedAs.keySet());
      }
    }
    if ((wrong || denied || (slip && !another)) && meant.isEmpty()) {
      names.all().stream()
          .filter(it -> looksLike(it, false))
          .forEach(it -> meant.putIfAbsent(plain(it.name()), it.name()));
    }
    if (denied && meant.isEmpty() && names.deniesPlainly()) {
      // A name like any word, as first names are, counts where nothing but a name can stand.
      names.clauses().stream()
          .flatMap(clause -> names.givenInstead(clause).stream())
          .filter(it -> it.name().length() >= SHORTEST_GIVEN && !names.isSignature(it))
          .filter(it -> !it.name().equalsIgnoreCase(before))
          .forEach(
              it -> {
                meant.put(plain(it.name()), it.name());
                plainly.add(plain(it.name()));
              });
    }
    refused.forEach(meant::remove);
    // Whoever has kim1 and kim2 may have both.
    boolean said = wrong || denied;
    if (other.isPresent() && meant.containsKey(plain(other.get()))) {
      return other.map(name -> new Corrected(name, said || NameSlip.slipOfLetters(name, before)));
    }
    if (!meant.isEmpty()) {
      return Optional.of(meant.entrySet().iterator().next())
          .map(
              it ->
                  new Corrected(
                      it.getValue(),
                      meant.size() == 1
                          && plainly.contains(it.getKey())
                          && (said || NameSlip.slipOfLetters(it.getValue(), before))));
    }
    boolean introduced = account && !another;
    return other
        .filter(name -> introduced && !refused.contains(plain(name)))
        .map(name -> new Corrected(name, NameSlip.alike(name, before) && !names.asks()));
  }

  /** Like the name before, and not how they sign: an account "omark" of somebody called Omar. */
  private boolean looksLike(Mention mention, boolean given) {
    int shortest = given || names.isQuoted(mention) ? SHORTEST_GIVEN : NameSlip.SHORTEST;
    return NameSlip.alike(mention.name(), before, shortest) && !names.isSignature(mention);
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
