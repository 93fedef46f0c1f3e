package dev.latchkey.letter;

import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something happened to a recovery, and a person must look at it now. */
@Charged(MailClass.ALERT)
public sealed interface AlertLetter extends StaffLetter {

  /**
   * A ticket became CONTESTED.
   *
   * @param account as the directory has it; empty where it knows none
   * @param again an owner says so once more
   * @param owner who objects; empty where several claim the account
   * @param written in their words
   * @param earlier what came from their address before, oldest first
   * @param commands where several tickets are shown, how to write about each; else empty
   * @param freeze somebody may be in the account, so that the staff may close it to everybody
   * @param requesterTold the requester was written that it needs a closer look, and nothing else
   * @param leads the ticket beside which this one stands, and that is to be decided first
   */
  record Contested(
      Contest why,
      Optional<String> account,
      boolean again,
      List<Phrase> facts,
      Optional<EmailAddress> owner,
      Text written,
      List<Passage> earlier,
      List<Phrase> commands,
      boolean freeze,
      boolean requesterTold,
      Optional<String> leads)
      implements AlertLetter {}

  /**
   * An owner says after the reset that it was not them, or tells of somebody in the account.
   *
   * @param breakIn the latter; nothing in it denies that they asked
   * @param waits the request had been opened again, and is contested now
   * @param running it was being carried out once more
   * @param written in their words
   * @param earlier what came from their address before, oldest first
   * @param requesterTold the requester was written that it needs a closer look, and nothing else
   * @param leads the ticket that has to be decided before this one can go on
   */
  record ObjectionAfterReset(
      EmailAddress owner,
      boolean breakIn,
      boolean waits,
      boolean running,
      List<Phrase> facts,
      Text written,
      List<Passage> earlier,
      boolean requesterTold,
      Optional<String> leads)
      implements AlertLetter {}

  /**
   * An owner objects to a ticket that is closed without a reset.
   *
   * @param written in their words
   * @param earlier what came from their address before, oldest first
   */
  record ObjectionAfterEnd(
      EmailAddress owner,
      TicketState state,
      List<Phrase> facts,
      Text written,
      List<Passage> earlier)
      implements AlertLetter {}

  /**
   * An owner wrote, and the desk cannot tell what they want.
   *
   * @param answered it answers a letter of ours to their address; else they wrote on their own
   * @param unreadable nobody can read what they wrote
   * @param answer what they wrote
   * @param earlier what came from their address before, oldest first
   * @param held the ticket was put on hold because of it
   * @param waits it stands still: on hold or contested
   * @param running the reset had been ordered
   * @param reopens it is closed, was their own request, and can begin again
   * @param leads the ticket that has to be decided before this one can go on
   */
  @Charged(MailClass.OWNER_WORDS)
  record OwnerAnswered(
      EmailAddress owner,
      boolean answered,
      boolean unreadable,
      Text answer,
      List<Phrase> facts,
      List<Passage> earlier,
      TicketState state,
      boolean held,
      boolean waits,
      boolean running,
      boolean reopens,
      Optional<String> leads)
      implements AlertLetter {}

  /**
   * Somebody at the domain of an address wrote about it: that its owner left, or that others read
   * it.
   *
   * @param about the address that they wrote about
   * @param registered it is an address of the account; else it is the requester's
   * @param answers their own address answers for the mail of its domain, and the sender was proved
   * @param written what they wrote
   * @param inquiry the ticket in which they are answered
   * @param held the ticket was put on hold because of it
   * @param kept why a stop of it does not show yet
   * @param may the staff can still put it on hold
   * @param waits it stands still: on hold or contested, or will with the first proof
   * @param running the reset had been ordered
   * @param done the reset was carried out before
   * @param leads the ticket that has to be decided before this one can go on
   */
  @Charged(MailClass.REPORT)
  record DomainSpoke(
      EmailAddress writer,
      EmailAddress about,
      boolean registered,
      boolean answers,
      Text written,
      String inquiry,
      TicketState state,
      boolean held,
      Optional<Phrase> kept,
      boolean may,
      boolean waits,
      boolean running,
      boolean done,
      Optional<String> leads)
      implements AlertLetter {
    @Override
    public MailClass mailClass() {
      return answers ? MailClass.REPORT : MailClass.UNPROVED;
    }
  }

  /**
   * The requester says that they named a wrong account, when the case lay before the staff already.
   *
   * @param before the account of the ticket
   * @param name the one that they mean now
   * @param held the ticket was put on hold because of it
   * @param waits it stands still: on hold or contested
   * @param running the reset had been ordered
   * @param leads the ticket that has to be decided before this one can go on
   */
  @Charged(MailClass.REPORT)
  record OtherAccount(
      EmailAddress requester,
      String before,
      String name,
      Text answer,
      TicketState state,
      boolean held,
      boolean waits,
      boolean running,
      Optional<String> leads)
      implements AlertLetter {}

  /**
   * The requester wrote something that bears on whether the recovery goes on.
   *
   * @param waits it stands still: on hold or contested
   * @param running the reset had been ordered
   * @param leads the ticket that has to be decided before this one can go on
   */
  record RequesterWrote(
      EmailAddress requester,
      Wrote why,
      Text answer,
      TicketState state,
      boolean waits,
      boolean running,
      Optional<String> leads)
      implements AlertLetter {
    @Override
    public MailClass mailClass() {
      return switch (why) {
        case PERHAPS_OVER, ASKS_TO_WAIT, WHILE_STOPPED, AFTER_MERGE -> MailClass.ALERT;
        case ANOTHER_WRITES, OWNER_DECEASED -> MailClass.REPORT;
      };
    }
  }

  /**
   * Five one-time passwords of a member of staff were wrong, one after another.
   *
   * @param until when their commands count again, but for those that stop
   */
  record DigitsGuessed(EmailAddress member, Instant until) implements AlertLetter {}

  /**
   * The reset was not begun, and the ticket put on hold: its approval stood on other facts.
   *
   * @param account as the directory writes it; by its key where it is gone
   */
  record ApprovalOutdated(String account, List<Phrase> lacking) implements AlertLetter {}

  /**
   * No code can go out for an account: its requester waits as anybody does, who is told nothing of
   * it, and without a person the request would end unseen.
   *
   * @param account as the directory writes it; by its key where it cannot be read
   * @param unreadable why it cannot be read; empty where it has no address that a code may go to
   */
  @Charged(MailClass.UNPROVED)
  record NobodyToAsk(String account, Optional<String> unreadable) implements AlertLetter {}

  /**
   * The account system refused the reset, and the ticket was put on hold.
   *
   * @param account as the directory writes it
   * @param answer what it said
   */
  record ResetRefused(String account, Text answer) implements AlertLetter {}

  /**
   * The account system did not do the reset, or did not say so, and the ticket was put on hold.
   *
   * @param account as the directory writes it; by its key where it is gone
   * @param asked how often it was asked
   * @param answer what it said the last time; empty when nothing could be read
   */
  record ResetUnanswered(String account, int asked, Optional<Text> answer) implements AlertLetter {}

  /** The account system did the reset although it was called off meanwhile. */
  record ResetTooLate(String account) implements AlertLetter {}

  /**
   * The reset was not begun, and the ticket put on hold: no owner was reached who has to be told.
   *
   * @param unreached addresses to which no notice could be delivered
   * @param others another address, the requester's or one whose code came with the request, was
   */
  record NoticeUndelivered(List<Phrase> unreached, boolean others) implements AlertLetter {}

  /**
   * A notice to an address of the account was refused, or came back.
   *
   * @param answer what the server said; may be empty
   * @param goesOn the desk carries it out all the same, if nobody stops it
   * @param running the reset had been ordered
   * @param done it was carried out
   */
  record NoticeLost(
      String account,
      EmailAddress owner,
      Text answer,
      boolean goesOn,
      boolean running,
      boolean done)
      implements AlertLetter {}
}
