package dev.latchkey.letter;

import dev.latchkey.mail.UnreadableBody;
import java.util.Optional;

/**
 * What is known of the words of an owner that only a person can read.
 *
 * @param mayDeny they have not said yet that it was not them
 * @param agreed they said before that it was them, and read that it is noted
 * @param asks something is asked in them
 * @param another they say that they write in the owner's place
 * @param bereaved they say that the owner is dead
 * @param unreadable why nobody can read them; empty when somebody can
 */
public record OwnerSaid(
    boolean mayDeny,
    boolean agreed,
    boolean asks,
    boolean another,
    boolean bereaved,
    Optional<UnreadableBody> unreadable)
    implements Part {
  /** That it was not them, which answers all else. */
  public static final OwnerSaid DENIAL =
      new OwnerSaid(false, false, false, false, false, Optional.empty());
}
