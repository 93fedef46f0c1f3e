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
    MailLocation location, Instant receivedAt, long size, MailBytes bytes, boolean headerOnly) {

  /** Octets of the largest mail that a desk may be set to download whole: 25 MiB. */
  public static final int LARGEST = 25 * 1024 * 1024;

  /** How many octets more than its server stated a mail may turn out to have. */
  public static final int MISSTATED = 1_000_000;
}
