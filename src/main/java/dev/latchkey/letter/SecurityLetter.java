package dev.latchkey.letter;

import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Danger;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An account is in danger: to the staff, or to the security contact, who commands nothing. */
@Charged(MailClass.ALERT)
public sealed interface SecurityLetter extends StaffLetter {

  /**
   * Somebody says that somebody else is in an account.
   *
   * @param account as they name it
   * @param recovery they ask to get it back
   * @param told they were written what to do now
   * @param contact who else was written to
   */
  record CompromiseReported(
      EmailAddress sender,
      boolean proved,
      Optional<String> account,
      boolean recovery,
      boolean told,
      Optional<String> contact,
      List<String> written)
      implements SecurityLetter {
    @Override
    public MailClass mailClass() {
      return proved ? MailClass.REPORT : MailClass.UNPROVED;
    }
  }

  /**
   * The same to the security contact, who is none of the staff and commands nothing.
   *
   * @param account as it is named by whoever writes
   */
  record SecurityReport(
      EmailAddress sender, boolean proved, Optional<String> account, List<String> written)
      implements SecurityLetter {
    @Override
    public MailClass mailClass() {
      return proved ? MailClass.REPORT : MailClass.UNPROVED;
    }
  }

  /**
   * To all staff: somebody tells of what may be the ruin of an account.
   *
   * @param account as they name it
   * @param recovery somebody is in the account, and they ask to get it back
   * @param told they were written what to do now
   * @param freezable an account is known here, so that FREEZE works
   * @param contact who else was written to
   * @param beside open recoveries of accounts that a warning of theirs names
   */
  record DangerTold(
      EmailAddress sender,
      boolean proved,
      Set<Danger> dangers,
      Optional<String> account,
      boolean recovery,
      boolean told,
      boolean freezable,
      Optional<String> contact,
      List<String> beside,
      List<String> written)
      implements SecurityLetter {
    @Override
    public MailClass mailClass() {
      return proved ? MailClass.REPORT : MailClass.UNPROVED;
    }
  }

  /** The same to the security contact, who commands nothing. */
  record SecurityDanger(
      EmailAddress sender,
      boolean proved,
      Set<Danger> dangers,
      Optional<String> account,
      List<String> written)
      implements SecurityLetter {
    @Override
    public MailClass mailClass() {
      return proved ? MailClass.REPORT : MailClass.UNPROVED;
    }
  }

  /**
   * To all staff: the security contact, who is none of them and commands nothing, answered.
   *
   * @param files how many came with it
   */
  record SecurityAnswered(EmailAddress contact, Text written, int files)
      implements SecurityLetter {}

  /**
   * To the security contact: an owner objects after the reset, or tells of a break-in.
   *
   * @param breakIn they tell of somebody in the account, and do not deny that they asked
   * @param before nothing was carried out before that
   * @param more they write again, after an objection or a freeze, and perhaps take it back
   */
  record SecurityObjection(
      String account,
      EmailAddress owner,
      boolean breakIn,
      boolean before,
      boolean more,
      Text written)
      implements SecurityLetter {}

  /** To the security contact, who commands nothing here: an account is to be frozen. */
  record SecurityFreeze(String account, GiverPhrase by, Text reason) implements SecurityLetter {}

  /**
   * To the security contact, who was asked to have an account frozen: what came of it.
   *
   * @param done the account system says that it is; else people are asked to do it by hand
   * @param answer what it said
   */
  record SecurityFrozen(String account, boolean done, Text answer) implements SecurityLetter {}

  /** The account is to be frozen, and people have to do it. */
  record FreezeTask(String account) implements SecurityLetter {}

  /**
   * The account system froze the account.
   *
   * @param answer what it said
   */
  record FreezeDone(String account, Text answer) implements SecurityLetter {}

  /**
   * The account system did not freeze the account, or did not say so.
   *
   * @param answer what it said the last time
   */
  record FreezeFailed(String account, Text answer) implements SecurityLetter {}
}
