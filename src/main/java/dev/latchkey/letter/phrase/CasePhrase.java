package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What is asked for in a case, by whom, and what other tickets have to do with it. */
public sealed interface CasePhrase extends Phrase {

  /** What is asked for. */
  record AsksFor(Set<Reason> reasons) implements CasePhrase {}

  /** The same, when nobody could read it. */
  record AsksForSomething() implements CasePhrase {}

  /** The requester's address is registered since a year. */
  record RegisteredSince(int year) implements CasePhrase {}

  /** It is registered, nobody knows since when. */
  record Registered() implements CasePhrase {}

  /** It was registered once. */
  record WasRegistered() implements CasePhrase {}

  /** It is not registered. */
  record NotRegistered() implements CasePhrase {}

  /** Another ticket of the same requester. */
  record OtherTicket(Reference reference, String account, TicketState state)
      implements CasePhrase {}

  /** The same, which names no account yet. */
  record OtherTicketWithoutAccount(Reference reference, TicketState state) implements CasePhrase {}

  /** Another ticket that was declined, and why. */
  record Declined(Phrase other, String reason) implements CasePhrase {}

  /** Another ticket about the account. */
  record EarlierOfAccount(
      Reference reference, EmailAddress requester, TicketState state, Instant at)
      implements CasePhrase {}

  /** Others claim the account without proof. */
  record ClaimsBeside(int claims) implements CasePhrase {}

  /** Another ticket about the account leads. */
  record StandsBeside(Reference reference) implements CasePhrase {}

  /** Who objects. */
  record ObjectionFrom(EmailAddress owner) implements CasePhrase {}

  /**
   * What was written with an owner's stop word, or to an owner's reply address, came from another
   * one.
   *
   * @param from as the mail says
   */
  record CameFrom(EmailAddress owner, String from) implements CasePhrase {}

  /** Of what is shown of an email its writer's program, and another reader's, may show another. */
  record TextsDiffer() implements CasePhrase {}

  /** A ticket and who opened it. */
  record ClaimBy(Reference reference, EmailAddress requester) implements CasePhrase {}

  /** Another claim that an owner's words stopped with the one that they answered about. */
  record AlsoStopped(Reference reference, EmailAddress requester) implements CasePhrase {}

  /**
   * One of several tickets about one account.
   *
   * @param who which it is, and who opened it
   * @param registered they write from an address of the account
   */
  record Claim(List<Phrase> who, Instant since, boolean registered, List<Phrase> proved)
      implements CasePhrase {}

  /**
   * What was written to a ticket after its reset had been carried out, and opened it again.
   *
   * @param done when it was
   * @param at when they wrote
   */
  record WroteAfterReset(Instant done, Instant at) implements CasePhrase {}

  /** The same by whoever opened it again by a command. */
  record ReopenedAfterReset(Instant done, GiverPhrase by, Instant at) implements CasePhrase {}

  /**
   * A reset was called off when it was ordered already, and carried out all the same.
   *
   * @param done when the account system said so
   */
  record ResetDoneDespite(Instant off, Instant done) implements CasePhrase {}

  /** The same, and nobody said what came of it. */
  record ResetOfNoKnownEnd(Instant off) implements CasePhrase {}

  /**
   * The same of what the account system was asked for: whoever of the staff knows may report it.
   */
  record ResetToReport(Instant off) implements CasePhrase {}

  /** The desk ordered a reset, and it came to nothing. */
  record ResetFailed(Instant at) implements CasePhrase {}

  /** The same of one that staff were to carry out. */
  record ResetFailedBy(GiverPhrase by, Instant at) implements CasePhrase {}

  /** A reset was reported as done, and was not. */
  record ResetWasNotDone(GiverPhrase by, Instant at) implements CasePhrase {}

  /** A day was announced for the reset, and nothing happens then. */
  record WasAnnounced(Instant executeAt) implements CasePhrase {}

  /** What an address had proved before something came from it. */
  record AddressProved(List<Phrase> what) implements CasePhrase {}

  /** Of a ticket: nothing was. */
  record NothingProved() implements CasePhrase {}

  /** Of a ticket: what stops it does so with the first proof, and its requester reads nothing. */
  record StopKept() implements CasePhrase {}

  /** It waits for staff longer than it should. */
  record StoodTooLong(Duration waited) implements CasePhrase {}

  /** A command was carried out, after which the case is as it is shown. */
  record Commanded(Verb verb, GiverPhrase by) implements CasePhrase {}

  /** The same of one that took {@code verb} back. */
  record CommandedBack(Verb verb, GiverPhrase by) implements CasePhrase {}

  /** The reader had decided otherwise. */
  record CommandOverrules(GiverPhrase by) implements CasePhrase {}

  /** How the command is taken back. */
  record CommandUndone(Instant until) implements CasePhrase {}

  /** How to write about one of several tickets. */
  record CommandsFor(Reference reference) implements CasePhrase {}

  /** How one of several tickets becomes one with another, where one person may have written all. */
  record MergeInto(Reference reference, Reference into) implements CasePhrase {}
}
