package dev.latchkey.store;

import java.time.Instant;

/**
 * A mail that was handled and whose copy in the folder for processed mail has to go.
 *
 * @param tries how often the copy was looked for in vain
 * @param sha256 of its octets, or of its header section where only that was downloaded
 * @param receivedAt when its server received it
 * @param lastAt when it received the last copy of it
 * @param size octets on the server
 */
public record UnsafeCopy(
    long mailId,
    int tries,
    String sha256,
    Instant receivedAt,
    Instant lastAt,
    long size,
    boolean headerOnly) {

  /** What is wrong with a copy. */
  public enum Why {
    /** It holds a secret of its writer, which is blacked out in the database. */
    SECRET,
    /** A scanner calls a file in it harmful. */
    HARMFUL,
    /** It holds files, and the scanner was away or could not tell. */
    UNSCANNED,
    /** It is of a person who was erased, or too old to be kept. */
    ERASED
  }
}
