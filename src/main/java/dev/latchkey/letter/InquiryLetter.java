package dev.latchkey.letter;

import dev.latchkey.mail.UnreadableBody;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.Danger;
import dev.latchkey.triage.secret.SecretKind;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * To whoever writes about something else than a recovery, tells of a danger, or sends what nobody
 * can read.
 */
public sealed interface InquiryLetter extends RequesterLetter {

  /**
   * The first answer to a mail that asks for no recovery.
   *
   * @param objects they say that a recovery was not asked for by them, and nothing proves them
   * @param named it names a reference of ours that is not known to be of a request of theirs
   * @param target who handles such requests, as configured; empty when a person of the staff says
   * @param perhapsTheirs it may be about an account of their own all the same
   * @param secrets what was found and blacked out
   */
  @Charged(MailClass.ACKNOWLEDGEMENT)
  record InquiryReceived(
      Concern concern,
      boolean objects,
      boolean named,
      Optional<String> target,
      boolean perhapsTheirs,
      Set<SecretKind> secrets)
      implements InquiryLetter, LetsWait {
    @Override
    public boolean waits() {
      return target.isEmpty();
    }
  }

  /** Nobody of the staff has answered their inquiry yet. */
  @Charged(MailClass.REMINDER)
  record InquiryWaits(Instant since) implements InquiryLetter, LetsWait {}

  /**
   * The first answer to whoever says that somebody else is in an account: what to do now.
   *
   * @param securityTold a security contact was written to, besides the staff
   * @param also what else they tell of
   * @param missing what is needed to give the account back; empty when nobody asks for that
   * @param proving a sign that the account is theirs is asked for next
   * @param secrets what was found and blacked out
   */
  @Charged(MailClass.ACKNOWLEDGEMENT)
  record Compromised(
      boolean securityTold,
      DangersTold also,
      Set<Answers.Question> missing,
      boolean proving,
      Set<SecretKind> secrets)
      implements InquiryLetter, LetsWait {}

  /**
   * What to do now, beside whatever else they are told, to whoever tells of a danger.
   *
   * @param securityTold a security contact was written to, besides the staff
   * @param inside somebody is in the account already
   * @param dangers what else they tell of
   * @param answered it is an inquiry, which a person answers
   */
  @Charged(MailClass.ACKNOWLEDGEMENT)
  record InDanger(boolean securityTold, boolean inside, DangersTold dangers, boolean answered)
      implements InquiryLetter {
    /** For who tells of these. */
    public static InDanger of(boolean securityTold, Set<Danger> dangers, boolean answered) {
      return new InDanger(
          securityTold, dangers.contains(Danger.INSIDE), DangersTold.of(dangers), answered);
    }
  }

  /** What they sent cannot be read, and what to do about that. */
  @Charged(MailClass.ACKNOWLEDGEMENT)
  record Unreadable(UnreadableBody why) implements InquiryLetter {}
}
