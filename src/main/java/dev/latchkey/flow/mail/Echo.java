package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.EmailAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A desk of somebody else that answers each letter of ours: the third mail of an address about one
 * ticket within an hour whose words are the same but for numbers. People say something new, or
 * wait.
 */
final class Echo {
  private static final Duration WITHIN = Duration.ofHours(1);
  private static final int BEFORE = 2;

  /** What a program counts up, and how it is set. */
  private static final Pattern NOT_WORDS = Pattern.compile("[\\p{N}\\p{P}\\s]+");

  private Echo() {}

  /**
   * Whether a mail is one.
   *
   * @param ticketId the ticket it ended with
   */
  static boolean is(FlowContext context, Incoming mail, long ticketId) {
    Optional<EmailAddress> sender = mail.mail().identity();
    String words = plain(mail.triaged().reply().generous());
    return sender.isPresent()
        && !words.isEmpty()
        && context
                .work()
                .writtenSince(
                    ticketId, mail.claimed().receivedAt().minus(WITHIN), sender.get().toString())
                .stream()
                .map(Echo::plain)
                .filter(words::equals)
                .limit(BEFORE)
                .count()
            == BEFORE;
  }

  private static String plain(String words) {
    return NOT_WORDS.matcher(words).replaceAll(" ").strip();
  }
}
