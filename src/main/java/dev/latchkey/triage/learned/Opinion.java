package dev.latchkey.triage.learned;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What the learned models think of a mail. How likely a question is to be answered with yes stands
 * beside each, from 0 to 1.
 *
 * @param words how many the text has
 * @param asked what a first mail asks for and says, by question
 * @param intents what a later mail is about: of these it is one, and all together are 1
 * @param username the likeliest account name
 * @param projects the likeliest projects, in order of appearance
 * @param names what may be the account name at all, the likeliest first; {@link #MOST_NAMES} at
 *     most
 * @param sets which reasons come together
 */
public record Opinion(
    int words,
    Likelihoods asked,
    Likelihoods intents,
    Optional<Named> username,
    List<Named> projects,
    List<Named> names,
    ReasonSets sets) {
  /** So many names are worth a look, however many a text holds. */
  public static final int MOST_NAMES = 8;

  /** A name as typed. */
  public record Named(String name, double likely) {}

  public Opinion {
    projects = List.copyOf(projects);
    names = List.copyOf(names);
  }

  /**
   * The reasons of a first mail.
   *
   * @param worth how much another reading of a reason counts beside the models, in logarithms of
   *     odds
   */
  public ReasonSets.Likeliest reasons(ToDoubleFunction<String> worth) {
    return sets.likeliest(asked, worth);
  }

  /** The same without names that are none. */
  public Opinion without(Predicate<String> names) {
    List<Named> left = this.names.stream().filter(name -> !names.test(name.name())).toList();
    return new Opinion(words, asked, intents, left.stream().findFirst(), projects, left, sets);
  }

  /**
   * The same about a later mail, with another opinion of what it is about, which counts so much.
   */
  public Opinion intending(Opinion other, double share) {
    return new Opinion(
        words, asked, intents.with(other.intents, share), username, projects, names, sets);
  }

  /** Whether {@code word} is at least so likely the account name. */
  public boolean isName(String word, double enough) {
    return names.stream().anyMatch(name -> name.name().equals(word) && name.likely() >= enough);
  }

  /** Whether it thinks the answer to a question of {@link #asked} to be yes. */
  public boolean thinks(String question) {
    return asked.of(question) >= 0.5;
  }
}
