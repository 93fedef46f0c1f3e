package dev.latchkey.triage;

import dev.latchkey.triage.form.SmallWords;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.request.RequestReading;
import dev.latchkey.triage.words.TextWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a first mail that may be the name of its account, where no field and no label says
 * which is. Whoever knows which accounts there are can choose among them; what one wrote as their
 * name is never replaced by another.
 *
 * @param names the likeliest first, a few at most
 */
public record PossibleNames(List<Possible> names) {
  /** Where there is nothing to choose. */
  public static final PossibleNames NONE = new PossibleNames(List.of());

  /** A word that is less likely a name is none, whether there is such an account or not. */
  private static final double FLOOR = 0.04;

  /** A name that a sentence introduces and the models take for one as well. */
  private static final double STATED = 0.9;

  private static final double EVEN = 0.5;

  /**
   * Of two accounts that there are the likelier one is meant where it is so many times likelier.
   */
  private static final double CLEARLY = 20;

  /** What stands between two names of which the writer does not know which it is. */
  private static final Pattern OR =
      Pattern.compile(
          "\\s{1,4}(?:(?i:%s)\\s{1,4}(?:\\p{L}{1,20}\\s{1,4})?|(?:%s)\\s{1,4})|\\s{0,4}(?:/|%s)\\s{0,4}"
              .formatted(
                  SmallWords.of("or alone"),
                  SmallWords.of("or in a letter"),
                  SmallWords.of("or in signs")));

  private static final String AROUND = " \t\r\n\"'`“”„«»,;/()。、，";

  private static final int LONGEST = 60;

  /** Names are looked for in so much of a text, in signs. */
  private static final int LOOKED_AT = 8_000;

  /** So sure is nobody; keeps chances finite. */
  private static final double SURE = 0.9999;

  /**
   * A word that may be it.
   *
   * @param likely from 0 to 1
   * @param stated a sentence introduces it as the name
   */
  public record Possible(String name, double likely, boolean stated) {
    private double chance() {
      double bounded = Math.min(likely, SURE);
      return bounded / (1 - bounded);
    }
  }

  /**
   * Which of them it is.
   *
   * @param name the account that is meant; empty when the reading stands that was there before
   * @param oneOf several that there are, of which the mail does not say which is meant
   */
  public record Choice(Optional<String> name, List<String> oneOf) {
    private static final Choice UNCHANGED = new Choice(Optional.empty(), List.of());

    public Choice {
      oneOf = List.copyOf(oneOf);
    }
  }

  public PossibleNames {
    names = List.copyOf(names);
  }

  /**
   * Those of a mail.
   *
   * @param text what was written
   * @param rules what the rules read in it
   * @param request what both readings make of it
   */
  static PossibleNames of(
      String text, RequestReading rules, RequestReading request, Opinion opinion) {
    if (rules.labelled() || !request.recovery()) {
      return NONE;
    }
    Map<String, Double> likely = new HashMap<>();
    opinion.names().forEach(named -> likely.put(named.name(), named.likely()));
    Set<String> undecided = undecided(text, likely);
    List<Possible> all = new ArrayList<>();
    rules
        .username()
        .filter(name -> request.username().filter(name::equals).isPresent())
        .map(name -> introduced(name, likely.getOrDefault(name, 0.0), undecided.contains(name)))
        .ifPresent(all::add);
    Set<String> seen = new HashSet<>();
    all.forEach(possible -> seen.add(possible.name()));
    for (Opinion.Named named : opinion.names()) {
      double chance = likely.getOrDefault(named.name(), 0.0);
      boolean project = chance < EVEN && request.projects().contains(named.name());
      if (chance >= FLOOR && !project && seen.add(named.name())) {
        all.add(new Possible(named.name(), chance, false));
      }
    }
    return new PossibleNames(all.stream().limit(Opinion.MOST_NAMES).toList());
  }

  private static Possible introduced(String name, double likely, boolean undecided) {
    boolean both = likely >= FLOOR;
    return new Possible(name, both ? Math.max(likely, STATED) : EVEN, both && !undecided);
  }

  /**
   * In "this or that" the one is as likely as the other, and neither is said to be it.
   *
   * @param likely made so
   */
  private static Set<String> undecided(String text, Map<String, Double> likely) {
    Set<String> undecided = new HashSet<>();
    String looked = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    if (likely.isEmpty() || !mayOffer(looked)) {
      return undecided;
    }
    Matcher or = OR.matcher(looked);
    while (or.find()) {
      String one = before(looked, or.start());
      String other = bare(behind(looked, or.end()));
      if (likely.containsKey(one) && likely.containsKey(other)) {
        double both = Math.max(likely.get(one), likely.get(other));
        likely.put(one, both);
        likely.put(other, both);
        undecided.add(one);
        undecided.add(other);
      }
    }
    return undecided;
  }

  /**
   * What an answer says, without the account that it names as one of two: "it's this or that". A
   * first mail names both to whoever can look which there is; here the question is asked again.
   */
  static RequestReading decided(String text, RequestReading answer) {
    String looked = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
    if (answer.username().isEmpty() || answer.labelled() || !mayOffer(looked)) {
      return answer;
    }
    String name = answer.username().get();
    Matcher or = OR.matcher(looked);
    while (or.find()) {
      if (before(looked, or.start()).equals(name) || bare(behind(looked, or.end())).equals(name)) {
        return answer.withoutUsername();
      }
    }
    return answer;
  }

  /** Most texts hold nothing like {@link #OR}, and this is quicker to see. */
  private static boolean mayOffer(String text) {
    for (int at = 0; at + 1 < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign == '/' || TextWords.isEast(sign)) {
        return true;
      }
      if (sign <= ' ' && "oOuU".indexOf(text.charAt(at + 1)) >= 0) {
        int end = at + 2;
        while (end < text.length() && "rRuUdDeE".indexOf(text.charAt(end)) >= 0) {
          end++;
        }
        if (end < text.length() && text.charAt(end) <= ' ') {
          return true;
        }
      }
    }
    return !text.isEmpty() && TextWords.isEast(text.charAt(text.length() - 1));
  }

  /** The word that ends before {@code at}, without the marks around it. */
  private static String before(String text, int at) {
    int end = at;
    while (end > 0 && at - end < 2 && AROUND.indexOf(text.charAt(end - 1)) > 3) {
      end--;
    }
    int start = end;
    while (start > 0 && end - start < LONGEST && AROUND.indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, end);
  }

  /** The word that begins at {@code at}, without the marks around it. */
  private static String behind(String text, int at) {
    int start = at;
    if (start < text.length() && AROUND.indexOf(text.charAt(start)) > 3) {
      start++;
    }
    int end = start;
    while (end < text.length() && end - start < LONGEST && AROUND.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(start, end);
  }

  private static String bare(String name) {
    int end = name.length();
    while (end > 1 && ".!?:".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(0, end);
  }

  /**
   * Chooses among them.
   *
   * @param taken the name that was read; empty when none was
   * @param exists whether there is such an account
   * @param owns whether that account owns something that the mail names
   */
  public Choice choose(Optional<String> taken, Predicate<String> exists, Predicate<String> owns) {
    List<Possible> there = names.stream().filter(one -> exists.test(one.name())).toList();
    Optional<Possible> said = names.stream().filter(Possible::stated).findFirst();
    if (there.isEmpty() || said.filter(one -> !there.contains(one)).isPresent()) {
      return Choice.UNCHANGED;
    }
    Possible best = said.orElseGet(() -> likeliest(there));
    boolean takenIsNot = taken.filter(name -> !exists.test(name)).isPresent();
    if (takenIsNot && chance(taken.get()) > best.chance() * CLEARLY) {
      return Choice.UNCHANGED;
    }
    List<Possible> meant =
        there.stream()
            .filter(one -> one.chance() * CLEARLY >= best.chance())
            .filter(one -> one.equals(best) || !best.stated() || one.likely() >= EVEN)
            .toList();
    if (meant.size() == 1) {
      return new Choice(Optional.of(best.name()), List.of());
    }
    List<Possible> owners = meant.stream().filter(one -> owns.test(one.name())).toList();
    return owners.size() == 1
        ? new Choice(Optional.of(owners.get(0).name()), List.of())
        : new Choice(Optional.empty(), meant.stream().map(Possible::name).toList());
  }

  private double chance(String name) {
    return names.stream()
        .filter(one -> one.name().equals(name))
        .mapToDouble(Possible::chance)
        .findFirst()
        .orElse(0);
  }

  private static Possible likeliest(List<Possible> names) {
    Possible best = names.get(0);
    for (Possible one : names) {
      best = one.likely() > best.likely() ? one : best;
    }
    return best;
  }
}
