package dev.latchkey.flow;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.secret.IssuedToken;
import java.util.List;
import java.util.Optional;

/**
 * Whom the desk takes the writer of a mail for, by what the mail answers: resolved once, and handed
 * to the one flow that knows what to do with it.
 */
public sealed interface Addressee {

  /**
   * Whoever has a registered address of an account: they answer a letter that was sent to it, or
   * write on their own about a recovery that somebody else asked for.
   *
   * @param address the registered one
   * @param token of the letter that is answered; none when it is a mail of their own
   * @param others what else the same mail answers, when it went to several addresses of ours
   */
  record Owner(long ticketId, EmailAddress address, Optional<IssuedToken> token, List<Owner> others)
      implements Addressee {
    public Owner {
      others = List.copyOf(others);
    }

    /** Who answers the letters that these were issued for; there is one at least. */
    public static Owner of(List<IssuedToken> tokens) {
      return new Owner(
          tokens.get(0).ticketId(),
          tokens.get(0).recipient(),
          Optional.of(tokens.get(0)),
          tokens.stream().skip(1).map(token -> of(List.of(token))).toList());
    }

    /** Who writes on their own about a ticket. */
    public static Owner alone(long ticketId, EmailAddress address) {
      return new Owner(ticketId, address, Optional.empty(), List.of());
    }
  }

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
