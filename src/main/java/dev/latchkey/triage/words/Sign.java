package dev.latchkey.triage.words;

import java.util.Optional;

/**
 * A sign: a thing and what is said of it ({@code codes + not have}), or one group alone ({@code
 * hacked}), with its weight. Signs of one question are added up, each once.
 *
 * @param thing the group that is spoken of, absent in a sign of one group
 * @param state the group that says something of it
 * @param negated the state must be denied: {@code not have} is found in "I do not have"
 * @param points what the sign adds, negative when it speaks against
 */
public record Sign(Optional<String> thing, String state, boolean negated, int points) {

  /** The sum from which a question is answered with yes. */
  public static final int ENOUGH = 2;

  @Override
  public String toString() {
    return thing.map(name -> name + " + ").orElse("") + (negated ? "not " : "") + state;
  }
}
