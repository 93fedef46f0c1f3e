package dev.latchkey.flow;

import dev.latchkey.trust.secret.IssuedToken;
import java.util.Optional;

/**
 * Whom the desk takes the writer of a mail for, by what the mail answers: resolved once, and handed
 * to the one flow that knows what to do with it.
 */
public sealed interface Addressee {

  /** Whoever a code or a notice was sent to: a registered address of the account. */
  record Owner(IssuedToken token) implements Addressee {}

  /** Who asked for a recovery, or somebody who answers in their place. */
  record Claimant(long ticketId, Way way) implements Addressee {}

  /** How a mail came to a claimant's ticket. */
  enum Way {
    /** To their reply address, from the address of the request. */
    REPLY,
    /** From there, naming a mail of ours that it answers. */
    THREAD,
    /** To their reply address, from another one: perhaps theirs, perhaps not. */
    ELSEWHERE
  }

  /**
   * A member of staff, or somebody who has a mail that one of them got.
   *
   * @param token of the mail that is answered; none when it is a mail of their own
   */
  record Staff(Optional<IssuedToken> token) implements Addressee {}

  /** Anybody else. */
  record Stranger() implements Addressee {}
}
