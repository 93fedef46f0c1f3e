package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A decision that not all of the staff were mailed at once: it waits for the next digest.
 *
 * @param version the ticket's
 * @param command how it is written
 * @param by who decided
 * @param words the reason, or what the requester was sent; may be empty
 * @param undoUntil until when it can be taken back; empty when it cannot
 */
public record UntoldDecision(
    long ticketId,
    int version,
    String command,
    EmailAddress by,
    Instant at,
    String words,
    Optional<Instant> undoUntil) {}
