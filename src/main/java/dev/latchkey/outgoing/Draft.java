package dev.latchkey.outgoing;

import dev.latchkey.mail.EmailAddress;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A letter that shall go out.
 *
 * @param variables those of the letter; {@code desk} and {@code reference} may be left to the
 *     {@link Composer}
 * @param replyTo where the answer shall go, when that is not the desk's address
 * @param dedupeKey what makes this letter the same as another: only one with it is ever sent
 * @param ticketId empty for letters about no ticket or about many
 * @param last the recipient hears no more of this {@link MailClass} today, and is told so
 */
public record Draft(
    Letter letter,
    String language,
    EmailAddress recipient,
    Map<String, @Nullable Object> variables,
    MailThread thread,
    Optional<EmailAddress> replyTo,
    String dedupeKey,
    Optional<Long> ticketId,
    boolean last) {

  public Draft {
    variables = Collections.unmodifiableMap(new HashMap<>(variables));
  }

  /** A letter that is not the last. */
  public Draft(
      Letter letter,
      String language,
      EmailAddress recipient,
      Map<String, @Nullable Object> variables,
      MailThread thread,
      Optional<EmailAddress> replyTo,
      String dedupeKey,
      Optional<Long> ticketId) {
    this(letter, language, recipient, variables, thread, replyTo, dedupeKey, ticketId, false);
  }

  /** The same letter, saying that it is the last for today. */
  public Draft asLast() {
    return new Draft(
        letter, language, recipient, variables, thread, replyTo, dedupeKey, ticketId, true);
  }
}
