package dev.latchkey.trust;

import dev.latchkey.mail.InboundMail;
import java.util.List;
import java.util.Set;

/** Reads how far the trusted server proved the sender of a mail (RFC 8601). */
public final class AuthenticationResultsReader {
  private final Set<String> authservIds;

  /**
   * @param authservIds names under which the trusted server writes; empty when there is none
   */
  public AuthenticationResultsReader(Set<String> authservIds) {
    this.authservIds = Set.copyOf(authservIds);
  }

  /** Whether there is a server to trust at all. */
  public boolean configured() {
    return !authservIds.isEmpty();
  }

  /** How far the From of {@code mail} may be believed. */
  public SenderTrust read(InboundMail mail) {
    return new SenderTrust(SenderTrust.Level.UNPROVED, mail.identity(), List.of("not read yet"));
  }
}
