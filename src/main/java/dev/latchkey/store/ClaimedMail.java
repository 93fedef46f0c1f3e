package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import java.time.Instant;

/**
 * A mail that this process works on until its lease ends.
 *
 * @param attempts this one included; later writes carry it, so that who lost the lease cannot write
 */
public record ClaimedMail(
    long id, int attempts, boolean headerOnly, Instant receivedAt, MailBytes bytes) {}
