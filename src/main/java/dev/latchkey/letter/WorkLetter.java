package dev.latchkey.letter;

import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Something that a member of staff has to do, or whose answer has come. */
public sealed interface WorkLetter extends StaffLetter {

  /**
   * The desk does not carry out the reset itself: please do this, then answer DONE.
   *
   * @param begunBefore the desk began it itself, and does not know what came of that
   * @param lost what is to be reset
   * @param wrote what people wrote until then, where the reason has no name; else empty
   * @param newAddress what the account's address is to be; empty when it stays
   * @param proved the registered address that sent a code back, the requester's where it did; empty
   *     when none did
   * @param unreached addresses of the account that no notice of the approval reached
   * @param failedResets earlier tries that did not work, and why, oldest first
   * @param afterReset what was written since it was carried out once already; empty when it was not
   * @param since what people wrote since the case that was approved was sent, oldest first
   * @param noted what staff noted, remarks below an approval included, oldest first
   * @param others of the staff who were asked to do it as well
   */
  record Task(
      String account,
      boolean begunBefore,
      Set<Reason> lost,
      List<Passage> wrote,
      Optional<EmailAddress> newAddress,
      Optional<EmailAddress> proved,
      List<Phrase> unreached,
      List<Passage> failedResets,
      List<Passage> afterReset,
      List<Passage> since,
      List<Passage> noted,
      List<GiverPhrase> others)
      implements WorkLetter {}

  /**
   * A ticket was given to the reader.
   *
   * @param by who gave it
   * @param account as the directory writes it; empty when it knows none
   */
  record Assigned(GiverPhrase by, Optional<String> account, List<Phrase> facts)
      implements WorkLetter {}

  /**
   * A ticket has stood in a state that waits for staff for so many days, longer than it should.
   *
   * @param account as the directory writes it; empty when it knows none
   */
  record Nudge(Duration waited, TicketState state, Optional<String> account, List<Phrase> facts)
      implements WorkLetter {}

  /** The same to somebody who is none of the staff, and can only have them look. */
  record NudgeOutside(
      Duration waited, TicketState state, Optional<String> account, List<Phrase> facts)
      implements WorkLetter {}

  /**
   * The requester answered what this member of staff asked, and the case goes to somebody else.
   *
   * @param pictures files that came with the answer
   */
  record Answered(Text question, Text answer, int pictures) implements WorkLetter {}

  /**
   * Somebody who was asked to vouch answered in words.
   *
   * @param facts who asked for what
   * @param objects they say no
   * @param counted their code counts, and there are words beside it
   * @param before their code had counted before they wrote this
   * @param held their words put the ticket on hold
   * @param kept why a stop of it does not show yet
   * @param waits it stands still, or will with the first proof
   * @param running the reset had been ordered
   * @param leads the ticket that has to be decided before this one can go on
   */
  @Charged(MailClass.OWNER_WORDS)
  record VoucherAnswered(
      EmailAddress voucher,
      List<Phrase> facts,
      Text answer,
      boolean objects,
      boolean counted,
      boolean before,
      TicketState state,
      boolean held,
      Optional<Phrase> kept,
      boolean waits,
      boolean running,
      Optional<String> leads)
      implements WorkLetter {}

  /**
   * A mail that asks for no recovery: somebody has to answer it.
   *
   * @param denied the recovery that its writer says they did not ask for
   * @param names references of requests of somebody else's that it names; empty where there are
   *     none
   */
  @Charged(MailClass.INQUIRY)
  record Inquiry(
      Concern concern,
      Optional<String> denied,
      InquiryWriter writer,
      InquirySoFar soFar,
      String names,
      InquiryMail mail)
      implements WorkLetter {
    @Override
    public MailClass mailClass() {
      return writer.proved() ? MailClass.INQUIRY : MailClass.UNPROVED;
    }
  }

  /**
   * A requester wrote what only a person can answer: a question, or anything that the desk does not
   * understand while a reset is approved.
   *
   * @param approved the reset is approved, and nothing was held because of it
   * @param running it had been ordered
   * @param answers it comes after one of the staff wrote to them by REPLY
   * @param by who that was; empty where it answers nobody
   * @param over the desk asked them whether it is over
   */
  @Charged(MailClass.INQUIRY)
  record RequesterAsks(
      EmailAddress requester,
      Text answer,
      TicketState state,
      boolean approved,
      boolean running,
      boolean answers,
      String by,
      boolean over)
      implements WorkLetter {
    @Override
    public MailClass mailClass() {
      return approved ? MailClass.OWNER_WORDS : MailClass.INQUIRY;
    }
  }

  /** A mail shows that something around the desk has to be looked after. */
  @Charged(MailClass.REPORT)
  record MailWarning(Phrase summary, List<Phrase> facts) implements WorkLetter {}

  /**
   * Something that no ticket is about.
   *
   * @param subject of the mail that it is about; may be empty
   * @param written its first lines
   */
  @Charged(MailClass.UNPROVED)
  record Alarm(Phrase summary, List<Phrase> facts, Text subject, List<String> written)
      implements WorkLetter {}
}
