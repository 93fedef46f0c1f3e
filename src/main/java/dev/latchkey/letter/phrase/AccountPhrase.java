package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the account directory says. */
public sealed interface AccountPhrase extends Phrase {

  /** It knows no such account. */
  record NoSuchAccount() implements AccountPhrase {}

  /** It has an entry under this name that cannot be used; the words are the directory's. */
  record Unreadable(String why) implements AccountPhrase {}

  /** The account's name as the account system writes it. */
  record AccountName(String name) implements AccountPhrase {}

  /** A registered address. */
  record Address(EmailAddress address) implements AccountPhrase {}

  /** The same with what is special about it. */
  record AddressWith(EmailAddress address, List<Phrase> marks) implements AccountPhrase {}

  /** Of an address. */
  record NotVerified() implements AccountPhrase {}

  /** Of an address: when it was added; a directory's days are days of UTC. */
  record Since(LocalDate at) implements AccountPhrase {}

  /** Of an address: when it was removed. */
  record Removed(LocalDate at) implements AccountPhrase {}

  /** Of all its addresses: the directory says of none since when it is there. */
  record AddressesUndated() implements AccountPhrase {}

  /** Of an address: the request came from it. */
  record OfRequester() implements AccountPhrase {}

  /** Of a co-owner whose word counts nothing: they became one too lately. */
  record CoOwnerTooNew(EmailAddress address, String project, Instant at) implements AccountPhrase {}

  /** Of a co-owner whose word the desk cannot count: nobody knows since when they are one. */
  record CoOwnerUndated(EmailAddress address, String project) implements AccountPhrase {}

  /** A repository that the account links to. */
  record RepositoryOnRecord(String place, Phrase since) implements AccountPhrase {}

  /** A site that the account links to. */
  record SiteOnRecord(String place, Phrase since) implements AccountPhrase {}

  /** A key of the account. */
  record KeyOnRecord(String kind, Phrase since) implements AccountPhrase {}

  /** A co-owner who may be asked to vouch. */
  record CoOwnerOnRecord(EmailAddress address, String project, Phrase since)
      implements AccountPhrase {}

  /** A text that only who is logged in can change. */
  record ProfileOnRecord() implements AccountPhrase {}

  /** Of what is on record: nobody knows since when, so that it proves nothing. */
  record Undated() implements AccountPhrase {}

  /** A lost second factor is read in the requester's words, and the account has none. */
  record LostFactorNotThere() implements AccountPhrase {}

  /**
   * That a mailbox cannot be read any more is read in their words, and codes came back from all.
   *
   * @param addresses all that are registered now
   */
  record LostMailboxAnswered(String addresses) implements AccountPhrase {}

  /** That recovery codes are lost is read in their words, and one was accepted. */
  record LostCodeAccepted() implements AccountPhrase {}

  /** Nothing is on record to prove with but addresses. */
  record NothingOnRecord() implements AccountPhrase {}

  /** Whether there is one. */
  record SecondFactor(boolean there) implements AccountPhrase {}

  /** Whether anything is published under it. */
  record Publishes(boolean anything) implements AccountPhrase {}

  /** Whether its loss would hurt many. */
  record Critical(boolean is) implements AccountPhrase {}
}
