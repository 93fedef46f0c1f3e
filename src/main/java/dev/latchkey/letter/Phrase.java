package dev.latchkey.letter;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Lacking;
import dev.latchkey.check.Level;
import dev.latchkey.check.Warning;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.RecoveryCodes;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.CommandFault;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A sentence, or an item of a list, that the desk says within a letter. Its words stand in {@code
 * words.properties} of every language: {@code phrase.NAME = words with {component} in them}, for a
 * record {@code Name}.
 */
public sealed interface Phrase {

  // What the account directory says.

  /** It knows no such account. */
  record NoSuchAccount() implements Phrase {}

  /** The account's name as the account system writes it. */
  record AccountName(String name) implements Phrase {}

  /** A registered address. */
  record Address(EmailAddress address) implements Phrase {}

  /** The same with what is special about it. */
  record AddressWith(EmailAddress address, List<Phrase> marks) implements Phrase {}

  /** Of an address. */
  record NotVerified() implements Phrase {}

  /** Of an address: when it was added. */
  record Since(Instant at) implements Phrase {}

  /** Of an address: when it was removed. */
  record Removed(Instant at) implements Phrase {}

  /** Of an address: the request came from it. */
  record OfRequester() implements Phrase {}

  /** Whether there is one. */
  record SecondFactor(boolean there) implements Phrase {}

  /** Whether anything is published under it. */
  record Publishes(boolean anything) implements Phrase {}

  /** Whether its loss would hurt many. */
  record Critical(boolean is) implements Phrase {}

  // What the requester claims.

  /** Who asks. */
  record Requester(EmailAddress address) implements Phrase {}

  /** The account name as they wrote it. */
  record NamedAccount(String name) implements Phrase {}

  /** The site it is on. */
  record NamedSite(String site) implements Phrase {}

  /** Why they are locked out. */
  record Reasons(Set<Reason> reasons) implements Phrase {}

  /** What they say about recovery codes. */
  record CodesSaid(RecoveryCodes codes) implements Phrase {}

  /** Addresses they name. */
  record NamedAddresses(List<String> addresses) implements Phrase {}

  /** Projects they name. */
  record NamedProjects(List<String> projects) implements Phrase {}

  // What the desk understood, said back to the requester.

  /** The account name as they wrote it. */
  record UnderstoodName(String name) implements Phrase {}

  /** Why they are locked out. */
  record UnderstoodReasons(Set<Reason> reasons) implements Phrase {}

  /** What they say about recovery codes. */
  record UnderstoodCodes(RecoveryCodes codes) implements Phrase {}

  /** Whether they agree to the code of conduct. */
  record UnderstoodConduct(boolean agreed) implements Phrase {}

  /** They know that it takes time. */
  record UnderstoodWait() implements Phrase {}

  // What the desk found.

  /** A piece of evidence. */
  record Seen(EvidenceClass kind, String source, Instant at) implements Phrase {}

  /** The same, which a person of the staff saw. */
  record SeenBy(EvidenceClass kind, String source, EmailAddress member) implements Phrase {}

  /** The same of a class of the desk's own. */
  record OwnSeenBy(String name, String source, EmailAddress member) implements Phrase {}

  /** When one of these was. */
  record SeenAt(Phrase what, Instant at) implements Phrase {}

  /** Something that speaks against it. */
  record Warned(Warning.Kind kind, String source) implements Phrase {}

  /** The same, seen in nothing that has a name. */
  record WarnedOnly(Warning.Kind kind) implements Phrase {}

  /** Another ticket of the same requester. */
  record OtherTicket(Reference reference, String account, TicketState state) implements Phrase {}

  /** The same, which names no account yet. */
  record OtherTicketWithoutAccount(Reference reference, TicketState state) implements Phrase {}

  /** The desk recommends approval. */
  record Recommended() implements Phrase {}

  /** Approval is possible, but not recommended. */
  record NotRecommended(List<Lacking> lacking) implements Phrase {}

  /** Nobody can approve. */
  record NotPossible(List<Lacking> lacking) implements Phrase {}

  /** What is missing, as an item. */
  record Lacks(Lacking what) implements Phrase {}

  /** Who objects. */
  record ObjectionFrom(EmailAddress owner) implements Phrase {}

  /** A ticket and who opened it. */
  record ClaimBy(Reference reference, EmailAddress requester) implements Phrase {}

  // The first lines of a case.

  /** What is asked for. */
  record AsksFor(Set<Reason> reasons) implements Phrase {}

  /** The same, when nobody could read it. */
  record AsksForSomething() implements Phrase {}

  /** The requester's address is registered since a year. */
  record RegisteredSince(int year) implements Phrase {}

  /** It is registered, nobody knows since when. */
  record Registered() implements Phrase {}

  /** It was registered once. */
  record WasRegistered() implements Phrase {}

  /** It is not registered. */
  record NotRegistered() implements Phrase {}

  /** Everything that was proved. */
  record Proved(List<Phrase> what) implements Phrase {}

  /** Nothing was. */
  record ProvedNothing() implements Phrase {}

  /** A proof that was asked for and may still be shown. */
  record AskedFor(String place, String token, Instant until) implements Phrase {}

  /** A proof that was asked for and that will not come. */
  record AskedInVain(String place) implements Phrase {}

  /** A piece of evidence, in few words. */
  record SeenShortly(EvidenceClass kind, String source) implements Phrase {}

  /** Everything that speaks against it. */
  record WarnedOf(List<Phrase> what) implements Phrase {}

  /** Nothing does. */
  record NothingWarned() implements Phrase {}

  /** Who approved it, and when. */
  record ApprovedBy(EmailAddress member, Instant at) implements Phrase {}

  /** How to write that a proof was seen. */
  record SawLine(String name) implements Phrase {}

  /** How to lift a warning. */
  record LiftLine(String name, Warning.Kind kind) implements Phrase {}

  /** Who lifted a warning. */
  record LiftedBy(Warning.Kind kind, EmailAddress member, Instant at) implements Phrase {}

  // What changed since a case was sent.

  /** Something was proved. */
  record NowProved(EvidenceClass kind, String source) implements Phrase {}

  /** The same, which a person of the staff saw. */
  record NowSeen(Phrase what) implements Phrase {}

  /** Somebody lifted a warning. */
  record NowLifted(EmailAddress member) implements Phrase {}

  /** Somebody took a command back that led nowhere else. */
  record NowTakenBack(EmailAddress member, Verb verb) implements Phrase {}

  /** Something speaks against it now. */
  record NowWarned(Warning.Kind kind) implements Phrase {}

  /** So many messages came. */
  record NowWritten(int count) implements Phrase {}

  /** Somebody approved it. */
  record NowApproved(EmailAddress member) implements Phrase {}

  /** A member of staff commanded something. */
  record NowCommanded(EmailAddress member, TicketState state) implements Phrase {}

  /** What the directory says is another thing than it was. */
  record NowInDirectory() implements Phrase {}

  // Who wrote something.

  /** The requester, perhaps from another address. */
  record WrittenByRequester(String from, Instant at) implements Phrase {}

  /** An owner. */
  record WrittenByOwner(String from, Instant at) implements Phrase {}

  /** Somebody else. */
  record WrittenByOther(String from, Instant at) implements Phrase {}

  /** A member of staff, for colleagues. */
  record NotedBy(EmailAddress member, Instant at) implements Phrase {}

  /** A letter that came back. */
  record CameBack(String what, Instant at) implements Phrase {}

  /** What staff wrote went to an owner. */
  record WroteToOwner(EmailAddress owner) implements Phrase {}

  /** The account was ordered to be frozen a short time ago. */
  record AlreadyFrozen(Instant at, EmailAddress by) implements Phrase {}

  /** Words of staff hold an address that their reader must not get from us. */
  record TextHoldsAddress(EmailAddress address) implements Phrase {}

  /** Words of staff name a ticket that is none of their reader's. */
  record TextHoldsReference(Reference reference) implements Phrase {}

  /** Words of staff hold a code or a reply address of ours. */
  record TextHoldsCode() implements Phrase {}

  /** Others claim the account without proof. */
  record ClaimsBeside(int claims) implements Phrase {}

  /** Another ticket about the account leads. */
  record StandsBeside(Reference reference) implements Phrase {}

  /** Another ticket about the account. */
  record EarlierOfAccount(
      Reference reference, EmailAddress requester, TicketState state, Instant at)
      implements Phrase {}

  /** A line of a ticket's history. */
  record Happened(Instant at, TicketEvent event, String who) implements Phrase {}

  /** The same, when it led somewhere. */
  record HappenedAndLed(Instant at, TicketEvent event, String who, TicketState state)
      implements Phrase {}

  /**
   * One of several tickets about one account.
   *
   * @param who which it is, and who opened it
   * @param registered they write from an address of the account
   */
  record Claim(List<Phrase> who, Instant since, boolean registered, List<Phrase> proved)
      implements Phrase {}

  /** Of a ticket: nothing was. */
  record NothingProved() implements Phrase {}

  /** How to write about one of several tickets. */
  record CommandsFor(Reference reference) implements Phrase {}

  /** The mail that is answered shows several tickets, and the command names none. */
  record WhichTicket(Verb verb, Reference reference) implements Phrase {}

  // Where tickets stand.

  /** A ticket's state. */
  record Stands(Reference reference, TicketState state, Instant since) implements Phrase {}

  /** The account it is about. */
  record AboutAccount(String name) implements Phrase {}

  /** It is about none yet. */
  record NoAccountYet() implements Phrase {}

  /** When it was opened. */
  record Opened(Instant at) implements Phrase {}

  /** Who looks after it. */
  record AssignedTo(EmailAddress member) implements Phrase {}

  /** What time brings. */
  record NextStep(FollowUp step, Instant at) implements Phrase {}

  /** What an inquiry is about. */
  record About(Concern concern) implements Phrase {}

  /** What a recovery is about besides. */
  record Besides(Concern concern) implements Phrase {}

  /** What the evidence amounts to. */
  record Weighed(Phrase verdict, Level level) implements Phrase {}

  // The digest.

  /** A line of it. */
  record DigestLine(Reference reference, String account, Phrase asked, Duration age, Phrase verdict)
      implements Phrase {}

  /** The same with what is special about it. */
  record DigestLineWith(
      Reference reference,
      String account,
      Phrase asked,
      Duration age,
      Phrase verdict,
      List<Phrase> marks)
      implements Phrase {}

  /** What an inquiry asks, in few words. */
  record AsksAbout(Concern concern) implements Phrase {}

  /** A decision, and what can be done about it. */
  record DecisionMade(
      Reference reference,
      String account,
      Verb command,
      EmailAddress by,
      Instant at,
      TicketState state,
      Phrase back)
      implements Phrase {}

  /** It can still be taken back. */
  record BackByUndo(Instant until) implements Phrase {}

  /** A recovery that was approved can be stopped. */
  record BackByStopping() implements Phrase {}

  /** A reset that was ordered can be held up. */
  record BackByHolding() implements Phrase {}

  /** What stands still can go on. */
  record BackByResuming() implements Phrase {}

  /** What is closed can begin again. */
  record BackByReopening() implements Phrase {}

  /** It is open. */
  record BackByDeciding() implements Phrase {}

  /** Nothing leads back. */
  record NoWayBack() implements Phrase {}

  /** Approval is recommended. */
  record VerdictRecommended() implements Phrase {}

  /** Approval is possible. */
  record VerdictPossible() implements Phrase {}

  /** Nobody can approve. */
  record VerdictImpossible() implements Phrase {}

  /** It waits for something else than an approval. */
  record VerdictOther(TicketState state) implements Phrase {}

  /** So many approvals are there. */
  record MarkApprovals(int given, int needed) implements Phrase {}

  /** Who looks after it. */
  record MarkAssigned(EmailAddress member) implements Phrase {}

  /** Whom its case was mailed to, though nobody looks after it. */
  record MarkTurn(EmailAddress member) implements Phrase {}

  /** Nobody of the staff has seen so many messages. */
  record MarkNew(int messages) implements Phrase {}

  /** So many others claim the account without proof. */
  record MarkBeside(int claims) implements Phrase {}

  /** Another ticket about the account leads. */
  record MarkStandsBeside(Reference reference) implements Phrase {}

  /** Nobody of the staff has seen a note in a case. */
  record MarkNotes(int notes) implements Phrase {}

  /** It waits longer than it should. */
  record MarkLate() implements Phrase {}

  /** Its requester was promised a moment that has passed. */
  record MarkMissed() implements Phrase {}

  /** What approves it. */
  record MarkCode(String code) implements Phrase {}

  /** The same, with a second factor. */
  record MarkCodeAndDigits(String code) implements Phrase {}

  /** Who wrote to a ticket. */
  record WrittenTo(Reference reference, String from, Instant at) implements Phrase {}

  /** Who wrote about none. */
  record WrittenToDesk(String from, Instant at) implements Phrase {}

  /** A bar of the picture. */
  record BarWaiting() implements Phrase {}

  /** Another. */
  record BarArrived() implements Phrase {}

  /** Another. */
  record BarDecided() implements Phrase {}

  /** Another. */
  record BarLate() implements Phrase {}

  // What became of commands.

  /** One of several needed approvals was recorded. */
  record Approvals(int given, int needed) implements Phrase {}

  /** A gate was closed, and the case as it is now follows. */
  record ClosedAnew(Gate gate) implements Phrase {}

  /** A gate was closed. */
  record Closed(Gate gate) implements Phrase {}

  /** The command could not be read. */
  record NotUnderstood(CommandFault fault) implements Phrase {}

  /** The state of the ticket does not allow it. */
  record Impossible(Verb verb, TicketState state) implements Phrase {}

  /** ASK about an inquiry. */
  record ReplyInstead() implements Phrase {}

  /** HOLD of an inquiry. */
  record WaitsAnyway() implements Phrase {}

  /** The command names another ticket. */
  record OtherReference(Reference reference, String named) implements Phrase {}

  /** Several commands, and not all of them only ask. */
  record OneCommand() implements Phrase {}

  /** It needs the reply address of a ticket. */
  record AnswerTheTicket(Verb verb) implements Phrase {}

  /** The reference names none. */
  record NoSuchTicket(String reference) implements Phrase {}

  /** STATUS without a ticket. */
  record StatusNeedsTicket() implements Phrase {}

  /** They approved as many as one may in a day. */
  record TooManyApprovals(int limit) implements Phrase {}

  /** RESUME, while another ticket about the account is not contested. */
  record OtherUnderWay() implements Phrase {}

  /** REOPEN, while another ticket about the account is open. */
  record OtherOpen() implements Phrase {}

  /** HOLD until a day that would end it at once. */
  record DayHasBegun(String day, String earliest) implements Phrase {}

  /** ASSIGN to somebody who is none of the staff. */
  record AssignNeedsStaff() implements Phrase {}

  /** MERGE into nothing. */
  record MergeNeedsTicket() implements Phrase {}

  /** OPEN for nobody. */
  record OpenNeedsAddress() implements Phrase {}

  /** OPEN for one of the staff. */
  record OpenForStaff(EmailAddress member) implements Phrase {}

  /** A recovery was opened for somebody. */
  record OpenedFor(Reference reference, EmailAddress person) implements Phrase {}

  /** REDIRECT to a name that nothing is configured under. */
  record NoSuchTarget(String name, List<String> known) implements Phrase {}

  /** REJECT without a reason. */
  record RejectNeedsReason() implements Phrase {}

  /** A proof is kept that its reader saw, in a case that lies before the staff. */
  record ProofKept(String name) implements Phrase {}

  /** The same where there is no case to be decided. */
  record ProofKeptQuietly(String name) implements Phrase {}

  /** SAW with a typing error in the name of the proof. */
  record ProofMistyped(String typed, String meant, List<String> known) implements Phrase {}

  /** SAW of something that is no proof. */
  record ProofUnknown(String typed, List<String> known) implements Phrase {}

  /** SAW of what the desk sees by itself. */
  record ProofOfDesk(String name, List<String> known) implements Phrase {}

  /** SAW of what only approvers record. */
  record ProofOfApprovers(String name, List<String> known) implements Phrase {}

  /** SAW, where the policy lets its writer record nothing. */
  record NothingToRecord() implements Phrase {}

  /** SAW without a place. */
  record ProofNeedsPlace(String name) implements Phrase {}

  /** SAW of what is recorded already. */
  record ProofIsThere(String name) implements Phrase {}

  /** SAW, while nobody knows which account it is about. */
  record ProofNeedsAccount() implements Phrase {}

  /** LIFT, where nothing speaks against it. */
  record NothingToLift() implements Phrase {}

  /** LIFT with a typing error in the name of the warning. */
  record WarningMistyped(String typed, String meant, List<String> known) implements Phrase {}

  /** LIFT of something that is no warning of this case. */
  record WarningUnknown(String typed, List<String> known) implements Phrase {}

  /** LIFT without a reason. */
  record LiftNeedsReason(String name) implements Phrase {}

  /** A co-owner is asked to vouch. */
  record VoucherAsked(EmailAddress voucher) implements Phrase {}

  /** VOUCH of somebody who is no co-owner on record. */
  record VoucherUnknown(String named, List<String> known) implements Phrase {}

  /** VOUCH, where no co-owner is on record. */
  record VoucherNobody() implements Phrase {}

  /** VOUCH of the requester, or of somebody whose mailbox is theirs or the account's. */
  record VoucherNotAnother(String named) implements Phrase {}

  /** VOUCH of somebody who was asked before. */
  record VoucherAskedBefore(String named) implements Phrase {}

  /** VOUCH, after as many were asked as may be. */
  record VouchersEnough(int most) implements Phrase {}

  /** VOUCH, while the claim waits beside another one. */
  record VoucherBeside() implements Phrase {}

  /** UNDO, where nothing was commanded lately. */
  record NothingToUndo() implements Phrase {}

  /** UNDO of what was commanded too long ago. */
  record UndoTooLate(Verb verb, EmailAddress by) implements Phrase {}

  /** UNDO of what something else followed. */
  record MovedOn(Verb verb, EmailAddress by) implements Phrase {}

  /** UNDO to an email that is older than the last command, which somebody else gave. */
  record UndoNewer(Verb verb, EmailAddress by) implements Phrase {}

  /** UNDO of another's stop of what was approved. */
  record OnlyTheirsToUndo(Verb verb, EmailAddress by) implements Phrase {}

  /** UNDO of DONE. */
  record DoneLasts() implements Phrase {}

  /** UNDO of what called an order off. */
  record OrderLasts(Verb verb) implements Phrase {}

  /** UNDO of a command that cannot be taken back. */
  record Lasts(Verb verb) implements Phrase {}

  /** HOLD until a day, to an old email: it is held without one. */
  record DayIgnored(String day) implements Phrase {}

  /** HOLD until a day, as it was understood. */
  record HeldUntil(Instant day) implements Phrase {}

  /** A note is kept: who reads it. */
  record NoteKept() implements Phrase {}

  // What alarms are about.

  /** A mail was kept and not answered. */
  record MailUnanswered() implements Phrase {}

  /** Its From names no single plain address. */
  record NoPlainSender() implements Phrase {}

  /** Its sender failed authentication. */
  record SenderUnproved() implements Phrase {}

  /** Whom its From names, as it stands there. */
  record ClaimsToBeFrom(String from) implements Phrase {}

  /** A list or a group passed it on, and its words are a request. */
  record RequestByList() implements Phrase {}

  /** It comes from the desk's own address, and its words are a request. */
  record RequestInOurName() implements Phrase {}

  /** It takes no answers, and its Reply-To names somebody else, as web forms do. */
  record WrittenByForm() implements Phrase {}

  /** Where to read it. */
  record SeeMails(long mail) implements Phrase {}
}
