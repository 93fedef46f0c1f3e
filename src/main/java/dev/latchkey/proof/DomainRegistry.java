package dev.latchkey.proof;

import java.time.Instant;
import java.util.Optional;

/** Who says since when a domain is registered. */
public interface DomainRegistry {

  /** Nobody is asked. */
  DomainRegistry NONE =
      new DomainRegistry() {
        @Override
        public boolean asks() {
          return false;
        }

        @Override
        public Answer ask(String domain, Instant now) {
          return new Answer.NotTold(Obstacle.NOT_ON_RECORD);
        }
      };

  /** Whether anybody is asked at all. */
  default boolean asks() {
    return true;
  }

  /**
   * Asks once. It may take as long as {@link LookLimits#inAll} says.
   *
   * @param domain directly below a public suffix, in A-labels and lower case
   * @param now what lies after it did not happen yet
   * @return what is said, whatever the other side does; {@link Obstacle#NOT_ON_RECORD} where nobody
   *     is known who could be asked
   */
  Answer ask(String domain, Instant now);

  /** What a registry says. */
  sealed interface Answer {

    /**
     * It is registered.
     *
     * @param since when it was registered, the last time; empty when the registry does not say
     * @param transferred when it went to another registrar, the last time
     * @param lapsed its time is over: it is about to be taken away
     */
    record Registered(Optional<Instant> since, Optional<Instant> transferred, boolean lapsed)
        implements Answer {}

    /** It is not registered. */
    record NotRegistered() implements Answer {}

    /** Nothing is known of it. */
    record NotTold(Obstacle why) implements Answer {}
  }
}
