package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.CommandFault;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import java.time.Instant;
import java.util.List;

/** What became of a command. */
public sealed interface CommandPhrase extends Phrase {

  /**
   * The first line begins with no command.
   *
   * @param shown how it begins, in quotation marks
   * @param verbs what the state of the ticket allows, what they are most likely to want first
   */
  record NoneWritten(String shown, List<Verb> verbs) implements CommandPhrase {}

  /** The same of a mail that is about no ticket: who passes somebody's mail on may mean OPEN. */
  record NoneWrittenAlone(String shown, List<Verb> verbs) implements CommandPhrase {}

  /** The same, and their last command can be taken back by UNDO. */
  record NoneWrittenSince(Verb verb, String shown, List<Verb> verbs) implements CommandPhrase {}

  /** One of several needed approvals was recorded. */
  record Approvals(int given, int needed) implements CommandPhrase {}

  /** A gate was closed, and the case as it is now follows. */
  record ClosedAnew(Gate gate) implements CommandPhrase {}

  /**
   * What only approvers may, by one who is none.
   *
   * @param approvers who may
   */
  record NotApprover(List<EmailAddress> approvers) implements CommandPhrase {}

  /** By a field of its header a list or a program sent it. */
  record ByOtherHands() implements CommandPhrase {}

  /** A gate was closed. */
  record Closed(Gate gate) implements CommandPhrase {}

  /**
   * The signature leaves open how the mail is to be read.
   *
   * @param fields names of fields
   */
  record SignatureOpen(String fields) implements CommandPhrase {}

  /**
   * The six digits were right, and too old when the mail was handled.
   *
   * @param shown when the app showed them
   */
  record DigitsTooOld(Instant shown) implements CommandPhrase {}

  /** The six digits, or later ones, were used before. */
  record DigitsUsed() implements CommandPhrase {}

  /** It needs digits, and the settings have no authenticator app of theirs. */
  record NoDigits() implements CommandPhrase {}

  /** The command could not be read. */
  record NotUnderstood(CommandFault fault) implements CommandPhrase {}

  /**
   * The state of the ticket does not allow it.
   *
   * @param verbs what it allows; NOTE at least
   */
  record Impossible(Verb verb, TicketState state, List<Verb> verbs) implements CommandPhrase {}

  /** ASK about an inquiry. */
  record ReplyInstead() implements CommandPhrase {}

  /** HOLD of an inquiry. */
  record WaitsAnyway() implements CommandPhrase {}

  /** The command names another ticket. */
  record OtherReference(Reference reference, String named) implements CommandPhrase {}

  /** The mail that is answered shows several tickets, and the command names none. */
  record WhichTicket(Verb verb, Reference reference) implements CommandPhrase {}

  /**
   * Several commands, and not all of them only ask.
   *
   * @param commands their verbs
   */
  record OneCommand(String commands) implements CommandPhrase {}

  /** It needs the reply address of a ticket. */
  record AnswerTheTicket(Verb verb) implements CommandPhrase {}

  /** The reference names none. */
  record NoSuchTicket(String reference) implements CommandPhrase {}

  /** HOLD without a ticket, in a mail of its own. */
  record HoldNeedsTicket() implements CommandPhrase {}

  /** STATUS without a ticket. */
  record StatusNeedsTicket() implements CommandPhrase {}

  /**
   * What they wrote below their approval may doubt it, or is not known to leave it as it is.
   *
   * @param shown those words, in quotation marks
   */
  record Doubted(String shown) implements CommandPhrase {}

  /** What they wrote below their command takes it back or makes it wait, or may. */
  record TakenBack() implements CommandPhrase {}

  /** What they wrote below DONE denies that it was, doubts it or puts it off, or may. */
  record ReportInDoubt() implements CommandPhrase {}

  /** What they wrote below CLOSE was kept, and its requester does not read it. */
  record ClosedUnread() implements CommandPhrase {}

  /**
   * They approved as many as one may in a day.
   *
   * @param again when the command counts again
   */
  record TooManyApprovals(int limit, Instant again) implements CommandPhrase {}

  /** The same of an hour. */
  record TooManyInHour(int limit, Instant again) implements CommandPhrase {}

  /** RESUME, while another ticket about the account is not contested. */
  record OtherUnderWay() implements CommandPhrase {}

  /** REOPEN, while another ticket about the account is open. */
  record OtherOpen() implements CommandPhrase {}

  /** HOLD until a day that would end it at once: it is held without one. */
  record DayHasBegun(String day, String earliest) implements CommandPhrase {}

  /** HOLD until a day so far away that it is a slip: it is held without one. */
  record DayTooFar(String day, String latest) implements CommandPhrase {}

  /** HOLD until a day, to an old email: it is held without one. */
  record DayIgnored(String day) implements CommandPhrase {}

  /** HOLD until a day, in an email that answers none of ours: it is held without one. */
  record DayWithoutReply(String day) implements CommandPhrase {}

  /** HOLD with words in which no day was read: it is held without one. */
  record HeldWithoutDay() implements CommandPhrase {}

  /** HOLD until a day, as it was understood. */
  record HeldUntil(Instant day) implements CommandPhrase {}

  /** ASSIGN to somebody who is none of the staff. */
  record AssignNeedsStaff() implements CommandPhrase {}

  /** MERGE into nothing. */
  record MergeNeedsTicket() implements CommandPhrase {}

  /** MERGE into one that ended. */
  record MergeIntoClosed(Reference reference, TicketState state) implements CommandPhrase {}

  /** MERGE of two requests about different accounts, by name. */
  record MergedOtherAccount(String ended, String goesOn) implements CommandPhrase {}

  /** MERGE into a request that stands still because several people claim its account. */
  record MergedStillContested(Reference goesOn) implements CommandPhrase {}

  /** OPEN for nobody. */
  record OpenNeedsAddress() implements CommandPhrase {}

  /** OPEN for one of the staff. */
  record OpenForStaff(EmailAddress member) implements CommandPhrase {}

  /** A recovery was opened for somebody. */
  record OpenedFor(Reference reference, EmailAddress person) implements CommandPhrase {}

  /** A recovery was opened in the place of one about another account. */
  record OpenedInstead(Reference reference, Reference wrong, String account)
      implements CommandPhrase {}

  /** A request that named no account is about this one from now on. */
  record AccountGiven(Reference reference, String account) implements CommandPhrase {}

  /** It was not: they have one already, and the words were added to it. */
  record OpenAlready(Reference reference, EmailAddress person, TicketState state)
      implements CommandPhrase {}

  /** The same of one that is about this account. */
  record OpenAboutSame(Reference reference, EmailAddress person, TicketState state, String account)
      implements CommandPhrase {}

  /** The same of one that is on hold or contested. */
  record OpenStandsStill(
      Reference reference, EmailAddress person, TicketState state, String account)
      implements CommandPhrase {}

  /** REDIRECT to a name that nothing is configured under. */
  record NoSuchTarget(String name, List<String> known) implements CommandPhrase {}

  /** REJECT without a reason. */
  record RejectNeedsReason() implements CommandPhrase {}

  /** DONE, when it had been called off, and no word about what was done. */
  record DoneNeedsReport(TicketState state) implements CommandPhrase {}

  /** A note is kept: who reads it. */
  record NoteKept() implements CommandPhrase {}

  /** What staff wrote went to an owner. */
  record WroteToOwner(EmailAddress owner) implements CommandPhrase {}

  /** Who was answered had written again, which whoever answered had not read. */
  record WroteAgainSince() implements CommandPhrase {}

  /** The account was ordered to be frozen a short time ago. */
  record AlreadyFrozen(Instant at, GiverPhrase by) implements CommandPhrase {}

  /** Words of staff hold an address that their reader must not get from us. */
  record TextHoldsAddress(EmailAddress address) implements CommandPhrase {}

  /** Words of staff name a ticket that is none of their reader's. */
  record TextHoldsReference(Reference reference) implements CommandPhrase {}

  /** Words of staff hold a code or a reply address of ours. */
  record TextHoldsCode() implements CommandPhrase {}

  /** A line of a digest whose command was carried out. */
  record LineDone(Verb verb, String reference) implements CommandPhrase {}

  /**
   * A line of a digest whose command was understood and not carried out; another email says why.
   */
  record LineRefused(Verb verb, String reference) implements CommandPhrase {}

  /** What failed waits for one of them to say how it goes on. */
  record WaitsForYou() implements CommandPhrase {}
}
