package dev.latchkey.letter;

import java.util.List;
import java.util.Optional;

/**
 * Where a letter stands in a conversation (RFC 5322 section 3.6.4).
 *
 * @param inReplyTo Message-ID of the mail it answers
 * @param references the Message-IDs before it, oldest first
 */
public record MailThread(Optional<String> inReplyTo, List<String> references) {
  /** A letter that begins a conversation. */
  public static final MailThread NEW = new MailThread(Optional.empty(), List.of());

  public MailThread {
    references = List.copyOf(references);
  }
}
