package dev.latchkey.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail of ours, ready to be sent: one recipient, plain text, perhaps a picture beside it.
 *
 * <p>Everything that makes two attempts the same mail (Message-ID, date, text) is fixed here, so a
 * second attempt after a lost connection is recognisable as such. No header value holds a control
 * character; the constructor refuses it, since Jakarta Mail would let CR LF through (THREATS X5).
 *
 * @param envelopeFrom the return address that bounces go to
 * @param fromName display name of the desk
 * @param replyTo where an answer goes when it shall not go to {@code from}
 * @param messageId with its angle brackets
 * @param inReplyTo Message-ID of the mail that is answered
 * @param references the thread, oldest first (RFC 5322 section 3.6.4)
 * @param autoSubmitted whether it answers a mail or was sent on our own account (RFC 3834)
 * @param body lines ended by LF, no trailing space needed; sent as format=flowed (RFC 3676)
 * @param picture what the text says as well
 * @param claims what Authentication-Results fields say that it brings along, as a forger's mail
 *     would: only {@code check --mail} sends such, to the desk itself
 */
public record OutboundMail(
    EmailAddress envelopeFrom,
    String fromName,
    EmailAddress from,
    EmailAddress recipient,
    Optional<EmailAddress> replyTo,
    String messageId,
    Instant date,
    Optional<String> inReplyTo,
    List<String> references,
    AutoSubmitted autoSubmitted,
    String subject,
    String body,
    Optional<InlinePicture> picture,
    List<String> claims) {

  public OutboundMail {
    claims = List.copyOf(claims);
    claims.forEach(claim -> requirePlain("Authentication-Results", claim));
    references = List.copyOf(references);
    requirePlain("display name", fromName);
    requirePlain("subject", subject);
    requirePlain("Message-ID", messageId);
    inReplyTo.ifPresent(id -> requirePlain("In-Reply-To", id));
    references.forEach(id -> requirePlain("References", id));
    picture.ifPresent(shown -> requirePlain("Content-ID", shown.contentId()));
  }

  /** A letter: it claims nothing. */
  public OutboundMail(
      EmailAddress envelopeFrom,
      String fromName,
      EmailAddress from,
      EmailAddress recipient,
      Optional<EmailAddress> replyTo,
      String messageId,
      Instant date,
      Optional<String> inReplyTo,
      List<String> references,
      AutoSubmitted autoSubmitted,
      String subject,
      String body,
      Optional<InlinePicture> picture) {
    this(
        envelopeFrom,
        fromName,
        from,
        recipient,
        replyTo,
        messageId,
        date,
        inReplyTo,
        references,
        autoSubmitted,
        subject,
        body,
        picture,
        List.of());
  }

  /** The field of RFC 3834 section 5 that tells other machines not to answer. */
  public enum AutoSubmitted {
    AUTO_REPLIED("auto-replied"),
    AUTO_GENERATED("auto-generated");

    private final String value;

    AutoSubmitted(String value) {
      this.value = value;
    }

    /** The value as it stands in the header. */
    public String value() {
      return value;
    }
  }

  private static void requirePlain(String what, String value) {
    if (value.chars().anyMatch(c -> c < 0x20 || (c >= 0x7F && c < 0xA0))) {
      throw new IllegalArgumentException("control character in " + what);
    }
  }
}
