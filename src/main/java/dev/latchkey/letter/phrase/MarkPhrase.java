package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import java.time.Instant;

/** What is special about a ticket, at the end of its line in the digest. */
public sealed interface MarkPhrase extends Phrase {

  /** So many approvals are there. */
  record MarkApprovals(int given, int needed) implements MarkPhrase {}

  /** Who looks after it. */
  record MarkAssigned(EmailAddress member) implements MarkPhrase {}

  /** Whom its case was mailed to, though nobody looks after it. */
  record MarkTurn(EmailAddress member) implements MarkPhrase {}

  /** Nobody of the staff has seen so many messages. */
  record MarkNew(int messages) implements MarkPhrase {}

  /** So many others claim the account without proof. */
  record MarkBeside(int claims) implements MarkPhrase {}

  /** Another ticket about the account leads. */
  record MarkStandsBeside(Reference reference) implements MarkPhrase {}

  /** Nobody of the staff has seen a note in a case. */
  record MarkNotes(int notes) implements MarkPhrase {}

  /** Staff held it until then. */
  record MarkHeldUntil(Instant until) implements MarkPhrase {}

  /** It waits longer than it should. */
  record MarkLate() implements MarkPhrase {}

  /** Its requester was promised a moment that has passed. */
  record MarkMissed() implements MarkPhrase {}

  /** What approves it. */
  record MarkCode(String code) implements MarkPhrase {}

  /** The same, with a second factor. */
  record MarkCodeAndDigits(String code) implements MarkPhrase {}
}
