package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.mail.EmailAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A desk of somebody else that answers each letter of ours: the third mail of an address about one
 * ticket within an hour whose words are the same but for numbers, and more than a few. People say
 * something new, or wait.
 */
final class Echo {
  private static final Duration WITHIN = Duration.ofHours(1);
  private static final int BEFORE = 2;

  /** People do say "done" three times in an hour. */
  private static final int WORDS = 8;

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern MARKS = Pattern.compile("\\p{P}+");

  private Echo() {}

  /**
   * Whether a mail is one.
   *
   * @param ticketId the ticket it ended with
   */
  static boolean is(FlowContext context, Incoming mail, long ticketId) {
    Optional<EmailAddress> sender = mail.mail().identity();
    if (sender.isEmpty()) {
      return false;
    }
    List<String> before =
        context
            .work()
            .writtenSince(
                ticketId, mail.claimed().receivedAt().minus(WITHIN), sender.get().toString());
    if (before.size() < BEFORE) {
      return false;
    }
    String words = plain(mail.triaged().reply().generous());
    return words.split(" ").length >= WORDS
        && before.stream().map(Echo::plain).filter(words::equals).limit(BEFORE).count() == BEFORE;
  }

  /** Without what a program counts up, codes, and how it is set. */
  private static String plain(String words) {
    return BLANKS
        .splitAsStream(words)
        .filter(word -> word.codePoints().noneMatch(Character::isDigit))
        .map(word -> MARKS.matcher(word).replaceAll(""))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }
}
