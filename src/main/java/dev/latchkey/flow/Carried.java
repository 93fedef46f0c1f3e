package dev.latchkey.flow;

import dev.latchkey.ticket.Answers.Question;
import dev.latchkey.ticket.Reference;
import dev.latchkey.trust.secret.HashValue;
import java.util.List;

/**
 * What a mail brings of letters of ours anywhere in it: forwarded below its own words, quoted,
 * attached as a mail, or in its subject. Its writer may not have typed any of it, so that none of
 * it proves anything; it tells what their own words are about.
 *
 * @param stopWords hashes of what may be a stop word of ours
 * @param references of tickets, which are no secret
 * @param asked the questions that the letter numbers to which it is the reply; empty where it is
 *     none, or that numbers none
 */
public record Carried(List<HashValue> stopWords, List<Reference> references, List<Question> asked) {
  /** Nothing of ours. */
  public static final Carried NOTHING = new Carried(List.of(), List.of(), List.of());

  public Carried {
    stopWords = List.copyOf(stopWords);
    references = List.copyOf(references);
    asked = List.copyOf(asked);
  }

  /** The same in a reply to a letter that asks these. */
  public Carried inReplyTo(List<Question> questions) {
    return new Carried(stopWords, references, questions);
  }
}
