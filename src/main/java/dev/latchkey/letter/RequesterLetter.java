package dev.latchkey.letter;

import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.secret.SecretKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** To whoever wrote to the desk; perhaps the owner, perhaps not. */
@Charged(MailClass.ANSWER)
public sealed interface RequesterLetter extends Letter {

  /**
   * The first answer. The same for accounts that exist and those that do not.
   *
   * @param place in the queue, 0 unknown
   * @param proving proofs are asked for next
   * @param secrets what was found and blacked out
   * @param limitMegabytes the mail was over this size and its text was not read; 0 when it was
   */
  @Charged(MailClass.ACKNOWLEDGEMENT)
  record Acknowledgement(
      int place,
      Optional<Span> span,
      Set<Answers.Question> missing,
      boolean proving,
      Set<SecretKind> secrets,
      int limitMegabytes)
      implements RequesterLetter {}

  /** Thank you, but these answers are still missing. */
  record DetailsMissing(Set<Answers.Question> missing) implements RequesterLetter {}

  /** A second mail of the same person joined their ticket. */
  record Joined(TicketState state) implements RequesterLetter {}

  /** What they wrote is with their request, and a person reads it. */
  record Received(TicketState state) implements RequesterLetter {}

  /** "How is it going?" */
  record Status(
      TicketState state,
      int place,
      Optional<Span> span,
      Set<Answers.Question> missing,
      Optional<Instant> deadline)
      implements RequesterLetter {}

  /** We wait for you. */
  @Charged(MailClass.REMINDER)
  record Reminder(TicketState state, Set<Answers.Question> missing, Instant deadline)
      implements RequesterLetter {}

  /** We still do, and close the ticket soon. */
  @Charged(MailClass.REMINDER)
  record LastCall(TicketState state, Set<Answers.Question> missing, Instant deadline)
      implements RequesterLetter {}

  /** The time is over. */
  @Charged(MailClass.REMINDER)
  record Expired() implements RequesterLetter {}

  /** You can do it alone, this way. */
  record SelfService(Instant deadline) implements RequesterLetter {}

  /**
   * Staff want to know something.
   *
   * @param question in their words
   */
  record Question(Text question) implements RequesterLetter {}

  /** A person decides now. */
  record InReview(int place, Optional<Span> span) implements RequesterLetter {}

  /**
   * It is approved.
   *
   * @param waits there is a cooling-off time
   * @param executeAt its end
   */
  record Approved(boolean waits, Instant executeAt) implements RequesterLetter {}

  /**
   * It is declined.
   *
   * @param reason what staff say about it; may be empty
   */
  record Rejected(Text reason) implements RequesterLetter {}

  /** It needs a closer look; says nothing about why. */
  record UnderCheck() implements RequesterLetter {}

  /** It is closed as they wished. */
  record Withdrawn() implements RequesterLetter {}

  /**
   * The desk cannot help.
   *
   * @param where who can help instead, in the words of staff
   */
  record Redirected(Text where) implements RequesterLetter {}

  /**
   * Two requests of theirs became one.
   *
   * @param into the ticket that goes on
   */
  record Merged(Reference into) implements RequesterLetter {}

  /** It is done, and how not to lose the account again. */
  record Recovered() implements RequesterLetter {}

  /** You hear of us although nothing happened. */
  @Charged(MailClass.REMINDER)
  record SignOfLife(int place, Optional<Span> span) implements RequesterLetter {}

  /** A closed request goes on. */
  record Reopened(Set<Answers.Question> missing, boolean proving) implements RequesterLetter {}

  /**
   * What the staff decided last was a mistake of theirs, and was taken back.
   *
   * @param state where the request stands now
   * @param closed that is an end, and was so before the mistake
   * @param executeAt when it will be carried out, where it was approved before
   */
  record OurMistake(TicketState state, boolean closed, Optional<Instant> executeAt)
      implements RequesterLetter {}

  /** The reset was tried and did not work; the staff look at it. */
  record NotCarriedOut() implements RequesterLetter {}
}
