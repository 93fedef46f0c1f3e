package dev.latchkey.letter;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** To a member of staff. */
@Charged(MailClass.STAFF)
public sealed interface StaffLetter extends Letter
    permits StaffLetter.Case,
        CommandLetter,
        WorkLetter,
        AlertLetter,
        SecurityLetter,
        OverviewLetter {
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
   * @param language in which the requester writes, as the desk reads it
   * @param newAddress what the account's address is to be; empty when it stays
   * @param addressConfirmed whether a code came back from there
   * @param approvals how many did
   * @param approved who did
   * @param secondFactorNeeded each of them needs a second factor
   * @param mayApprove whether an APPROVE of the reader counts
   * @param added the reader recorded a proof or lifted a warning: another one must approve it too
   * @param changed since the reader got it the last time; empty the first time
   * @param asks the questions among what the requester wrote
   * @param perhapsOver what the requester wrote that may mean that it is over, and was asked about
   * @param messages what people wrote, oldest first
   * @param unsafe files that came and are not to be opened
   * @param facts what the directory says
   * @param claims what the requester says
   * @param awaited proofs that were asked for and not seen
   * @param openers proofs that are to be had and would each make more possible
   * @param together ways of several proofs, or of the desk's own, that would make more possible
   * @param recordable how the reader writes that they saw what is lacking
   * @param vouchable how to have co-owners on record asked
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
   * @param done the command that it is sent after, and how to take it back; else empty
   * @param doneWords of that command; may be empty
   */
  record Case(
      String code,
      Instant expiresAt,
      String account,
      Phrase asked,
      Optional<Reason> reason,
      Duration age,
      EmailAddress requester,
      String language,
      Phrase standing,
      Phrase recommendation,
      int place,
      int waiting,
      Phrase proved,
      Phrase warned,
      Optional<EmailAddress> newAddress,
      boolean addressConfirmed,
      Instant executeAt,
      int approvers,
      int approvals,
      List<Phrase> approved,
      boolean secondFactorNeeded,
      boolean mayApprove,
      boolean added,
      List<Phrase> changed,
      List<Passage> besideCodes,
      List<Passage> afterReset,
      List<Passage> asks,
      List<Passage> perhapsOver,
      List<Passage> messages,
      List<Phrase> unsafe,
      List<Phrase> facts,
      List<Phrase> claims,
      Level level,
      Set<EvidenceClass> openers,
      List<Phrase> together,
      List<Phrase> recordable,
      List<Phrase> vouchable,
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
      int pictures,
      List<Phrase> done,
      Text doneWords)
      implements StaffLetter {}
}
