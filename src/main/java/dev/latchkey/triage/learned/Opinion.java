package dev.latchkey.triage.learned;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the learned models think of a mail. How likely a question is to be answered with yes stands
 * beside each, from 0 to 1.
 *
 * @param asked what a first mail asks for and says, by question
 * @param intents what a later mail is about, by question
 * @param username the likeliest account name
 * @param projects the likeliest projects, in order of appearance
 * @param names what may be the account name at all, the likeliest first; {@link #MOST_NAMES} at
 *     most
 */
public record Opinion(
    Map<String, Double> asked,
    Map<String, Double> intents,
    Optional<Named> username,
    List<Named> projects,
    List<Named> names) {
  /** So many names are worth a look, however many a text holds. */
  public static final int MOST_NAMES = 8;

  /** A name as typed. */
  public record Named(String name, double likely) {}

  public Opinion {
    asked = Map.copyOf(asked);
    intents = Map.copyOf(intents);
    projects = List.copyOf(projects);
    names = List.copyOf(names);
  }

  /** Whether it thinks the answer to a question of {@link #asked} to be yes. */
  public boolean thinks(String question) {
    return asked.getOrDefault(question, 0.0) >= 0.5;
  }
}
