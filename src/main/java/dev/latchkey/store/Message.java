package dev.latchkey.store;

import dev.latchkey.mail.ScanResult;
import java.time.Instant;

/**
 * What a person wrote to the desk, in their own words; secrets are removed.
 *
 * @param from the address it claims to be from; empty when it names none
 * @param unread it did not stand before the staff yet
 * @param files what a scanner says of the files that came with it
 */
public record Message(
    long mailId,
    Writer writer,
    String from,
    Instant receivedAt,
    String subject,
    String words,
    boolean unread,
    ScanResult files) {

  /** What the staff have to do with it. */
  public enum Standing {
    /** It stands before them as something new, at once or in the next digest. */
    NEW,
    /** It did something that its writer is told: new to the staff only if that was not told. */
    ANSWERED,
    /** Thanks, a reaction, nothing at all: it stands in the case and nowhere else. */
    NOTHING_NEW
  }

  /** For whom the desk took the one who wrote it. */
  public enum Writer {
    REQUESTER,
    OWNER,
    /** Somebody else, or somebody who cannot be told. */
    STRANGER
  }
}
