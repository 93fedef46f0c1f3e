package dev.latchkey.triage.reply;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A letter of ours that a mail answers, as far as its quotation shows it. Whoever hands one over
 * has seen to it that it went to the person who answers.
 *
 * @param body its text, a paragraph a line
 * @param names what introduces it in a quotation: its addresses and its sender's name, in small
 *     letters
 * @param asks the one question that it asks
 */
public record SentLetter(String body, List<String> names, Asks asks) {
  /** What a yes or a no alone answers. */
  public enum Asks {
    /** Neither would say anything. */
    NOTHING,
    /** Whether the request shall be closed: a yes says it. */
    WHETHER_OVER,
    /** Whether the reset is still wanted: a no says that it is not. */
    WHETHER_WANTED
  }

  private static final int SHORTEST_NAME = 4;

  public SentLetter {
    names = List.copyOf(names);
  }

  /** The letter as it was sent. */
  public static SentLetter of(OutboundMail mail, Asks asks) {
    return new SentLetter(
        mail.body(),
        Stream.concat(
                Stream.of(mail.fromName(), mail.from().toString()),
                mail.replyTo().map(EmailAddress::toString).stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> name.length() >= SHORTEST_NAME)
            .toList(),
        asks);
  }
}
