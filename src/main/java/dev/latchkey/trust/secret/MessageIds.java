package dev.latchkey.trust.secret;

import dev.latchkey.mail.EmailAddress;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The Message-IDs of our mails, {@code <lk.ID@domain>}: the same for every attempt to send one, and
 * impossible to make, or to count, for anyone else ({@link SignedId}). A mail that names one is
 * about that mail of ours; it still proves nothing about who wrote it, since every recipient knows
 * theirs.
 */
public final class MessageIds {
  private static final String START = "<lk.";

  private final String end;
  private final SignedId ids;

  /**
   * @param base an address of the desk; its domain stands in the Message-IDs
   */
  public MessageIds(EmailAddress base, SigningKey key) {
    end = "@" + base.domain() + ">";
    ids = new SignedId(key.derive("message ids"), '.');
  }

  /** The Message-ID, with its brackets, of the mail in outbox row {@code outboxId}. */
  public String of(long outboxId) {
    return START + ids.of(outboxId) + end;
  }

  /** The outbox row that a Message-ID with its brackets names; empty when it is not one of ours. */
  public OptionalLong outboxIdIn(String named) {
    // Some servers write the ids of others in one case.
    String messageId = named.toLowerCase(Locale.ROOT);
    if (!messageId.startsWith(START)
        || !messageId.endsWith(end)
        || messageId.length() < START.length() + end.length()) {
      return OptionalLong.empty();
    }
    return ids.find(messageId.substring(START.length(), messageId.length() - end.length()));
  }
}
