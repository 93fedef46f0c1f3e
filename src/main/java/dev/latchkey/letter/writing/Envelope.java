package dev.latchkey.letter.writing;

import dev.latchkey.letter.Letter;
import dev.latchkey.letter.MailThread;
import dev.latchkey.letter.Remarks;
import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.Optional;

/**
 * A letter with everything that makes it a mail.
 *
 * @param replyTo where the answer shall go, when that is not the desk's address
 * @param reference the ticket's public name, or the empty string
 * @param remarks what is said around it
 * @param beside what another letter would say to the same reader at the same moment, so that they
 *     get one
 */
public record Envelope(
    Letter letter,
    Languages languages,
    EmailAddress recipient,
    MailThread thread,
    Optional<EmailAddress> replyTo,
    String reference,
    Remarks remarks,
    Beside beside) {

  /** One that says nothing but its letter. */
  public Envelope(
      Letter letter,
      Languages languages,
      EmailAddress recipient,
      MailThread thread,
      Optional<EmailAddress> replyTo,
      String reference,
      Remarks remarks) {
    this(letter, languages, recipient, thread, replyTo, reference, remarks, Beside.NONE);
  }

  /** The same, saying that it is the last for today. */
  public Envelope asLast() {
    return with(remarks.asLast());
  }

  /**
   * The same, saying that it answers the recipient late.
   *
   * @param came when their mail came
   */
  public Envelope asLate(Instant came) {
    return with(remarks.asLate(came));
  }

  /**
   * The same in the thread and the languages of a letter to the same reader, answered as that is.
   */
  public Envelope inThreadOf(Envelope other) {
    return new Envelope(
        letter,
        other.languages,
        recipient,
        other.thread,
        other.replyTo,
        reference,
        other.remarks,
        beside);
  }

  /** The same around another letter. */
  public Envelope with(Letter other) {
    return new Envelope(other, languages, recipient, thread, replyTo, reference, remarks, beside);
  }

  /** The same with other remarks. */
  public Envelope with(Remarks other) {
    return new Envelope(letter, languages, recipient, thread, replyTo, reference, other, beside);
  }

  /** The same, which says as well what another letter would. */
  public Envelope with(Beside other) {
    return new Envelope(letter, languages, recipient, thread, replyTo, reference, remarks, other);
  }
}
