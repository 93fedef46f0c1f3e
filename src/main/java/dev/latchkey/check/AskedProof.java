package dev.latchkey.check;

import java.time.Instant;
import java.util.Optional;

/**
 * A proof that was asked for, beyond a code.
 *
 * @param place where it is to be shown, as the directory had it then
 * @param token what is to be shown there; all of a ticket's proofs show the same one
 * @param until so long it may be shown
 * @param lookAt when the desk looks next; empty when it does not
 * @param awaited the requester says that it is done, and wants to hear what the desk saw
 */
public record AskedProof(
    long ticketId,
    EvidenceClass kind,
    String place,
    String token,
    Instant askedAt,
    Instant until,
    Standing standing,
    Optional<Instant> lookAt,
    boolean awaited) {

  /** What became of it. */
  public enum Standing {
    /** It may be shown. */
    OPEN,
    /** It was seen. */
    SHOWN,
    /** The requester cannot bring it. */
    GIVEN_UP,
    /** Its time is over. */
    PASSED,
    /**
     * The ticket did not wait for it, being closed or put off: its token counts no more, and it is
     * asked for again with another one when the ticket waits again.
     */
    STOPPED
  }

  /** It may still be shown. */
  public boolean open() {
    return standing == Standing.OPEN;
  }

  /** The ticket did not wait for it. */
  public boolean stopped() {
    return standing == Standing.STOPPED;
  }

  /** The same with another end. */
  public AskedProof ended(Standing end) {
    return new AskedProof(
        ticketId, kind, place, token, askedAt, until, end, Optional.empty(), false);
  }

  /**
   * The same with another moment for the next look.
   *
   * @param wanted whether the requester waits for what is seen then
   */
  public AskedProof looking(Instant at, boolean wanted) {
    return new AskedProof(
        ticketId, kind, place, token, askedAt, until, standing, Optional.of(at), wanted);
  }

  /** The same with more time. */
  public AskedProof until(Instant later) {
    return new AskedProof(ticketId, kind, place, token, askedAt, later, standing, lookAt, awaited);
  }
}
