package dev.latchkey.outgoing;

import dev.latchkey.letter.Letter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.Sha256;
import dev.latchkey.ticket.Reference;
import java.util.Optional;

/**
 * What makes a letter the same as another: only one with it is ever sent.
 *
 * @param ticket empty for letters about no ticket, or about an account
 * @param key what makes it this letter and no other of its kind
 * @param recipient empty where the ticket says it: letters to its requester
 */
public record DedupeKey(
    Optional<Reference> ticket, LetterKind letter, String key, Optional<EmailAddress> recipient) {

  /** Of a letter to the requester of a ticket. */
  public static DedupeKey ofRequester(Reference ticket, Letter letter, String key) {
    return new DedupeKey(Optional.of(ticket), letter.kind(), key, Optional.empty());
  }

  /** Of a letter about a ticket to one of several. */
  public static DedupeKey ofTicket(
      Reference ticket, Letter letter, String key, EmailAddress recipient) {
    return new DedupeKey(Optional.of(ticket), letter.kind(), key, Optional.of(recipient));
  }

  /** Of a letter that is the same whatever ticket it is about. */
  public static DedupeKey withoutTicket(Letter letter, String key, EmailAddress recipient) {
    return new DedupeKey(Optional.empty(), letter.kind(), key, Optional.of(recipient));
  }

  /** Of the note that a letter was held back: the same letter may still be sent later. */
  public DedupeKey heldBack() {
    return new DedupeKey(ticket, letter, key + " held back", recipient);
  }

  /** What the database holds of it. */
  public String sha256() {
    return Sha256.hex(toString());
  }

  @Override
  public String toString() {
    return ticket.map(reference -> reference + ":").orElse("")
        + letter
        + ":"
        + key
        + recipient.map(address -> ":" + address).orElse("");
  }
}
