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
 * @param asksWhetherOver it asks nothing but whether the request shall be closed, so that a yes
 *     says it
 */
public record SentLetter(String body, List<String> names, boolean asksWhetherOver) {
  private static final int SHORTEST_NAME = 4;

  public SentLetter {
    names = List.copyOf(names);
  }

  /** The letter as it was sent. */
  public static SentLetter of(OutboundMail mail, boolean asksWhetherOver) {
    return new SentLetter(
        mail.body(),
        Stream.concat(
                Stream.of(mail.fromName(), mail.from().toString()),
                mail.replyTo().map(EmailAddress::toString).stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .filter(name -> name.length() >= SHORTEST_NAME)
            .toList(),
        asksWhetherOver);
  }
}
