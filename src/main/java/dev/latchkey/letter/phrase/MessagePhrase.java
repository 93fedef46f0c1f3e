package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import java.time.Instant;

/** Who wrote something. */
public sealed interface MessagePhrase extends Phrase {

  /** The requester, perhaps from another address. */
  record WrittenByRequester(String from, Instant at) implements MessagePhrase {}

  /** Somebody in the requester's name: the mail server did not prove the sender. */
  record WrittenUnproved(String from, Instant at) implements MessagePhrase {}

  /** Somebody in the name of an owner: the mail server did not prove the sender. */
  record WrittenAsOwner(String from, Instant at) implements MessagePhrase {}

  /** An owner. */
  record WrittenByOwner(String from, Instant at) implements MessagePhrase {}

  /** Whoever has a letter of ours to an owner, from an address that is none of the account's. */
  record WrittenWithOwnersEmail(String from, Instant at) implements MessagePhrase {}

  /** Somebody who was asked to vouch. */
  record WrittenByVoucher(String from, Instant at) implements MessagePhrase {}

  /** Somebody else. */
  record WrittenByOther(String from, Instant at) implements MessagePhrase {}

  /** A member of staff, for colleagues. */
  record NotedBy(GiverPhrase by, Instant at) implements MessagePhrase {}

  /** A letter that came back. */
  record CameBack(String what, Instant at) implements MessagePhrase {}

  /** An address that no notice reached. */
  record NotReached(EmailAddress address) implements MessagePhrase {}

  /** A scanner calls a file in a mail harmful. */
  record FileHarmful(String from, Instant at, String name) implements MessagePhrase {}

  /** The files in a mail were not scanned. */
  record FilesNotScanned(String from, Instant at) implements MessagePhrase {}

  /** Who wrote to a ticket. */
  record WrittenTo(Reference reference, String from, Instant at) implements MessagePhrase {}

  /** Who wrote about none. */
  record WrittenToDesk(String from, Instant at) implements MessagePhrase {}

  /** It says that it comes from one of the staff, and nothing proves that. */
  record ClaimsColleague(EmailAddress colleague) implements MessagePhrase {}

  /** Its sender may be taken for one of the staff, and is another address. */
  record LooksLikeColleague(EmailAddress sender, EmailAddress colleague) implements MessagePhrase {}
}
