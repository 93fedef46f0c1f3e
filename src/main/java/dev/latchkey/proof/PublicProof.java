package dev.latchkey.proof;

import dev.latchkey.accounts.Account;
import java.util.List;

/**
 * A kind of place where the owner of an account can show a token to everybody, and the desk can
 * look whether it is there.
 */
public interface PublicProof {
  /** Its name in the policy: BRANCH, SITE_FILE, DNS_TXT. */
  String name();

  /** Whether the desk looks there by itself; otherwise only people do. */
  default boolean looked() {
    return true;
  }

  /** Where {@code account} could show a token; empty when nothing fitting is on record. */
  List<Place> places(Account account);

  /**
   * Looks once. It may take as long as {@link LookLimits#inAll} says.
   *
   * @param account as it is on record now
   * @param place {@link Place#shown} of one of its places
   * @param token a {@link Challenge}
   * @return what is there, whatever the other side does; for a place that is not on record any more
   *     {@link Obstacle#NOT_ON_RECORD}
   * @throws IllegalArgumentException for a token that is none
   */
  Sighting look(Account account, String place, String token);
}
