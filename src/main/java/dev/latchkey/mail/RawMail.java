package dev.latchkey.mail;

import java.time.Instant;

/**
 * A mail as it came from the server, not yet parsed.
 *
 * @param receivedAt when the server received it (IMAP INTERNALDATE)
 * @param size octets of the whole mail on the server, also when it was not downloaded
 * @param bytes the whole mail, or only its header section when {@code headerOnly}
 * @param headerOnly the mail was over the size limit and its body stayed on the server
 */
public record RawMail(
    MailLocation location, Instant receivedAt, long size, MailBytes bytes, boolean headerOnly) {}
