package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import java.time.Instant;

/**
 * A mail that this process works on until its lease ends.
 *
 * @param attempts this one included; later writes carry it, so that who lost the lease cannot write
 * @param size octets on the server, also when only the header section was downloaded
 */
public record ClaimedMail(
    long id, int attempts, long size, boolean headerOnly, Instant receivedAt, MailBytes bytes) {}
