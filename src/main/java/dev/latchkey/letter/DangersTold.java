package dev.latchkey.letter;

import dev.latchkey.ticket.Danger;
import java.util.Set;

/**
 * The dangers that somebody tells of, beside that somebody is in the account.
 *
 * @param taken what gets one into the account is in other hands
 * @param posed somebody passes for the desk
 * @param block they want the account blocked
 * @param approached somebody wants them to vouch or to confirm, or a mail wants a code of them
 */
public record DangersTold(boolean taken, boolean posed, boolean block, boolean approached)
    implements Part {
  /** As they are told. */
  public static DangersTold of(Set<Danger> dangers) {
    return new DangersTold(
        dangers.contains(Danger.TAKEN),
        dangers.contains(Danger.POSED),
        dangers.contains(Danger.BLOCK),
        dangers.contains(Danger.APPROACHED));
  }
}
