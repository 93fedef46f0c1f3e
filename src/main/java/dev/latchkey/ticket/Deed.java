package dev.latchkey.ticket;

import dev.latchkey.mail.EmailAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * What a command of the staff did to a ticket, kept so that it can be taken back.
 *
 * @param version the ticket's version right after it
 * @param command how it is written
 * @param by who gave it
 * @param before how the ticket stood before it
 */
public record Deed(
    long ticketId, int version, String command, EmailAddress by, Instant at, Standing before) {

  /** How long a command can be taken back. */
  public static final Duration TAKEN_BACK_WITHIN = Duration.ofHours(1);

  /** Until when it can be taken back. */
  public Instant until() {
    return at.plus(TAKEN_BACK_WITHIN);
  }
}
