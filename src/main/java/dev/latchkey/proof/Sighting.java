package dev.latchkey.proof;

import java.util.Set;

/** What a look brought. */
public sealed interface Sighting {

  /**
   * The token is there.
   *
   * @param where what was read in the end: an address, and the name of the branch or tag; a name in
   *     the DNS. One line of at most 500 characters of ASCII, of which the other side may have
   *     chosen parts
   * @param oddities what a person should weigh
   */
  record Seen(String where, Set<Oddity> oddities) implements Sighting {
    public Seen {
      oddities = Set.copyOf(oddities);
    }
  }

  /** The place answers, and the token is not there. */
  record NotYet() implements Sighting {}

  /** It could not be seen whether the token is there. */
  record CannotLook(Obstacle why) implements Sighting {}

  /** What is strange about a token that is there, though it counts. */
  enum Oddity {
    /**
     * The address on record leads to another one on the same host; {@link Seen#where} says which.
     */
    RENAMED,
    /** The name in the DNS is an alias: the record stands under a name that is not on record. */
    ALIASED
  }
}
