package dev.latchkey.letter;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** To a member of staff. */
@Charged(MailClass.STAFF)
public sealed interface StaffLetter extends Letter {

  /**
   * What staff decide on. All but {@code messages} and {@code claims} are the desk's own words, or
   * those of staff.
   *
   * @param code what makes an APPROVE count
   * @param expiresAt until when it does, though nothing changes
   * @param account as the directory writes it; the reference where it knows none
   * @param asked what is asked for
   * @param reason the first of it, for the subject
   * @param age how long ago it was asked
   * @param standing whether the requester's address is registered
   * @param recommendation the desk's own
   * @param place in the queue of the staff, the oldest first
   * @param waiting how long that queue is
   * @param proved in one line
   * @param warned in one line
   * @param executeAt when it will be carried out, if the last approval is given now
   * @param approvers how many people must approve; 0 when nobody can
   * @param newAddress what the account's address is to be; empty when it stays
   * @param approvals how many did
   * @param approved who did
   * @param secondFactorNeeded each of them needs a second factor
   * @param added the reader recorded a proof or lifted a warning: another one must approve it too
   * @param changed since the reader got it the last time; empty the first time
   * @param messages what people wrote, oldest first
   * @param facts what the directory says
   * @param claims what the requester says
   * @param awaited proofs that were asked for and not seen
   * @param openers proofs that are to be had and would each make more possible
   * @param recordable how the reader writes that they saw what is lacking
   * @param liftable how an approver lifts each warning
   * @param lifted warnings that were lifted, by whom and why
   * @param evidence what was proved, and when
   * @param unproved whose limits are told
   * @param earlier other tickets about the account, and of the requester
   * @param notes of staff, oldest first
   * @param bounces letters that came back
   * @param question of the staff, when the case is sent because it was answered; else empty
   * @param answer to it
   * @param pictures files that came with the answer
   */
  record Case(
      String code,
      Instant expiresAt,
      String account,
      Phrase asked,
      Optional<Reason> reason,
      Duration age,
      EmailAddress requester,
      Phrase standing,
      Phrase recommendation,
      int place,
      int waiting,
      Phrase proved,
      Phrase warned,
      Optional<EmailAddress> newAddress,
      Instant executeAt,
      int approvers,
      int approvals,
      List<Phrase> approved,
      boolean secondFactorNeeded,
      boolean added,
      List<Phrase> changed,
      List<Passage> messages,
      List<Phrase> facts,
      List<Phrase> claims,
      Level level,
      Set<EvidenceClass> openers,
      List<Phrase> recordable,
      List<Phrase> liftable,
      List<Passage> lifted,
      List<Phrase> awaited,
      List<Phrase> evidence,
      Set<EvidenceClass> unproved,
      List<Phrase> earlier,
      List<Passage> notes,
      List<Phrase> bounces,
      Text question,
      Text answer,
      int pictures)
      implements StaffLetter {}

  /**
   * The desk cannot carry out the reset itself: please do this, then answer DONE.
   *
   * @param lost what is to be reset
   * @param newAddress what the account's address is to be; empty when it stays
   */
  record Task(String account, Set<Reason> lost, Optional<EmailAddress> newAddress)
      implements StaffLetter {}

  /**
   * A command was carried out.
   *
   * @param kept what was kept of their text; may be empty
   * @param undoUntil until when it can be taken back; empty when it cannot
   */
  record CommandDone(
      Verb command,
      TicketState state,
      Optional<Phrase> detail,
      Text kept,
      Optional<Instant> undoUntil)
      implements StaffLetter {}

  /** A command was not carried out. */
  record CommandRefused(Phrase reason) implements StaffLetter {}

  /**
   * What was decided about a ticket, to the one who did it and to whoever has to hear of it at
   * once; the others read it in the digest.
   *
   * @param by who decided
   * @param account as the directory writes it; empty when it knows none
   * @param executeAt when it will be carried out
   * @param text what the requester was sent, or the reason that was given; may be empty
   * @param takenBack the command that was taken back, for an UNDO
   * @param remark what was left out of the command, and why
   * @param undoUntil until when it can be taken back; empty when it cannot
   * @param overruled the reader had decided otherwise
   * @param everybody all of the staff get it
   */
  record Decided(
      Verb command,
      EmailAddress by,
      TicketState state,
      Optional<String> account,
      EmailAddress requester,
      Optional<Instant> executeAt,
      Text text,
      Optional<Verb> takenBack,
      Optional<Phrase> remark,
      Optional<Instant> undoUntil,
      boolean overruled,
      boolean everybody)
      implements StaffLetter {}

  /**
   * A ticket was given to the reader.
   *
   * @param by who gave it
   * @param account as the directory writes it; empty when it knows none
   */
  record Assigned(EmailAddress by, Optional<String> account, List<Phrase> facts)
      implements StaffLetter {}

  /**
   * A ticket has stood in a state that waits for staff for so many days, longer than it should.
   *
   * @param account as the directory writes it; empty when it knows none
   */
  record Nudge(int days, TicketState state, Optional<String> account, List<Phrase> facts)
      implements StaffLetter {}

  /**
   * A ticket became CONTESTED.
   *
   * @param commands where several tickets are shown, how to write about each; else empty
   * @param requesterTold the requester was written that it needs a closer look, and nothing else
   */
  @Charged(MailClass.ALERT)
  record Contested(Contest why, List<Phrase> facts, List<Phrase> commands, boolean requesterTold)
      implements StaffLetter {}

  /** An owner says after the reset that it was not them. */
  @Charged(MailClass.ALERT)
  record ObjectionAfterReset(EmailAddress owner) implements StaffLetter {}

  /** The account is to be frozen, and people have to do it. */
  @Charged(MailClass.ALERT)
  record FreezeTask(String account) implements StaffLetter {}

  /**
   * The account system froze the account.
   *
   * @param answer what it said
   */
  @Charged(MailClass.ALERT)
  record FreezeDone(String account, Text answer) implements StaffLetter {}

  /**
   * The account system did not freeze the account, or did not say so.
   *
   * @param answer what it said the last time
   */
  @Charged(MailClass.ALERT)
  record FreezeFailed(String account, Text answer) implements StaffLetter {}

  /** To the security contact, who commands nothing here: staff want an account frozen. */
  @Charged(MailClass.ALERT)
  record SecurityFreeze(String account, EmailAddress by, Text reason) implements StaffLetter {}

  /** To the security contact: an owner objects after the reset. */
  @Charged(MailClass.ALERT)
  record SecurityObjection(String account, EmailAddress owner) implements StaffLetter {}

  /** An owner objects to a ticket that is closed without a reset. */
  @Charged(MailClass.ALERT)
  record ObjectionAfterEnd(EmailAddress owner, TicketState state) implements StaffLetter {}

  /**
   * Somebody who was asked to vouch answered in words.
   *
   * @param objects they say no
   * @param counted their code counts, and there are words beside it
   * @param held their words put the ticket on hold
   * @param waits it stands still
   * @param running the reset had been ordered
   */
  record VoucherAnswered(
      EmailAddress voucher,
      Text answer,
      boolean objects,
      boolean counted,
      TicketState state,
      boolean held,
      boolean waits,
      boolean running)
      implements StaffLetter {}

  /**
   * An owner answered, and the desk cannot tell what they want.
   *
   * @param answer what they wrote
   * @param held the ticket was put on hold because of it
   * @param waits it stands still: on hold or contested
   * @param running the reset had been ordered
   */
  @Charged(MailClass.ALERT)
  record OwnerAnswered(
      EmailAddress owner,
      Text answer,
      TicketState state,
      boolean held,
      boolean waits,
      boolean running)
      implements StaffLetter {}

  /** The reset was not begun, and the ticket put on hold: its approval stood on other facts. */
  @Charged(MailClass.ALERT)
  record ApprovalOutdated(List<Phrase> lacking) implements StaffLetter {}

  /**
   * The account system refused the reset, and the ticket was put on hold.
   *
   * @param answer what it said
   */
  @Charged(MailClass.ALERT)
  record ResetRefused(Text answer) implements StaffLetter {}

  /**
   * The account system did not do the reset, or did not say so, and the ticket was put on hold.
   *
   * @param asked how often it was asked
   * @param answer what it said the last time; empty when nothing could be read
   */
  @Charged(MailClass.ALERT)
  record ResetUnanswered(int asked, Optional<Text> answer) implements StaffLetter {}

  /** The account system did the reset although it was called off meanwhile. */
  @Charged(MailClass.ALERT)
  record ResetTooLate(String account) implements StaffLetter {}

  /**
   * The reset was not begun, and the ticket put on hold: no server accepted a notice to an owner.
   */
  @Charged(MailClass.ALERT)
  record NoticeUndelivered() implements StaffLetter {}

  /** A command in your name was refused. */
  @Charged(MailClass.ALERT)
  record ForgedCommand(Gate reason) implements StaffLetter {}

  /**
   * A mail that asks for no recovery: somebody has to answer it.
   *
   * @param proved its sender was proved by the mail server
   * @param again it was answered before
   * @param target where its writer was sent; empty when they were told that a person answers
   * @param unreadable why nobody can read it; empty when it can be read
   * @param subject of the mail, as its writer put it
   * @param written all that was not read yet
   * @param files names of what is attached
   */
  @Charged(MailClass.INQUIRY)
  record Inquiry(
      Concern concern,
      EmailAddress sender,
      boolean proved,
      boolean again,
      Optional<String> target,
      Optional<UnreadableBody> unreadable,
      Text subject,
      List<String> written,
      List<String> files)
      implements StaffLetter {}

  /**
   * Somebody says that somebody else is in an account.
   *
   * @param account as they name it
   * @param recovery they ask to get it back
   * @param contact who else was written to
   */
  @Charged(MailClass.ALERT)
  record CompromiseReported(
      EmailAddress sender,
      boolean proved,
      Optional<String> account,
      boolean recovery,
      Optional<String> contact,
      List<String> written)
      implements StaffLetter {}

  /**
   * The same to the security contact, who is none of the staff and commands nothing.
   *
   * @param account as it is named by whoever writes
   */
  @Charged(MailClass.ALERT)
  record SecurityReport(
      EmailAddress sender, boolean proved, Optional<String> account, List<String> written)
      implements StaffLetter {}

  /** A command of yours was refused: you do not work here any more, or the email was not yours. */
  @Charged(MailClass.ALERT)
  record NoRight(Gate reason) implements StaffLetter {}

  /**
   * Where a ticket stands, and how it got there.
   *
   * @param account as the directory writes it; empty when it knows none, or no ticket is named
   * @param history what happened, oldest first
   * @param messages what people wrote, oldest first
   * @param notes of staff, oldest first
   */
  record TicketStatus(
      Optional<String> account,
      List<Phrase> facts,
      List<Phrase> history,
      List<Passage> messages,
      List<Passage> notes)
      implements StaffLetter {}

  /**
   * What waits for staff, when they ask.
   *
   * @param tickets a line each, the longest waiting first
   * @param waiting how many wait in all
   * @param oldest how long the first of them waits
   */
  record Queue(List<Phrase> tickets, int waiting, Duration oldest) implements StaffLetter {}

  /**
   * The same, once a working day, with what came in.
   *
   * @param decisions of the staff since the last one, of which not all of them got a letter
   * @param messages what people wrote since the last one and no case has shown yet
   * @param arrived tickets of the last day
   * @param decided decisions of the last day
   * @param late how many wait longer than they should
   * @param missed how many were promised a moment that has passed
   */
  record Digest(
      List<Phrase> tickets,
      List<Passage> decisions,
      List<Passage> messages,
      int waiting,
      int arrived,
      int decided,
      Duration oldest,
      int late,
      int missed)
      implements StaffLetter {
    @Override
    public Optional<Chart> chart() {
      return Optional.of(
          new Chart(
              List.of(
                  new Chart.Bar(new Phrase.BarWaiting(), waiting),
                  new Chart.Bar(new Phrase.BarArrived(), arrived),
                  new Chart.Bar(new Phrase.BarDecided(), decided),
                  new Chart.Bar(new Phrase.BarLate(), late))));
    }
  }

  /** How to command the desk. */
  record Help(Set<Verb> commands) implements StaffLetter {}

  /**
   * Something that no ticket is about.
   *
   * @param subject of the mail that it is about; may be empty
   * @param written its first lines
   */
  @Charged(MailClass.INQUIRY)
  record Alarm(Phrase summary, List<Phrase> facts, Text subject, List<String> written)
      implements StaffLetter {}

  /**
   * The requester answered what this member of staff asked, and the case goes to somebody else.
   *
   * @param pictures files that came with the answer
   */
  record Answered(Text question, Text answer, int pictures) implements StaffLetter {}
}
