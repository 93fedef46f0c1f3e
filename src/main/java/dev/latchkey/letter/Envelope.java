package dev.latchkey.letter;

import dev.latchkey.mail.EmailAddress;
import java.util.Optional;

/**
 * A letter with everything that makes it a mail.
 *
 * @param replyTo where the answer shall go, when that is not the desk's address
 * @param reference the ticket's public name, or the empty string
 * @param last the recipient hears no more of this {@link MailClass} today, and is told so
 */
public record Envelope(
    Letter letter,
    Languages languages,
    EmailAddress recipient,
    MailThread thread,
    Optional<EmailAddress> replyTo,
    String reference,
    boolean last) {

  /** The same, saying that it is the last for today. */
  public Envelope asLast() {
    return new Envelope(letter, languages, recipient, thread, replyTo, reference, true);
  }
}
