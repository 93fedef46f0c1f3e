package dev.latchkey.flow.reply;

import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.WritersPlace;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.owner.OtherWriterReader.Writer;
import dev.latchkey.triage.request.LockedOutReader;
import java.util.Set;

/** Who forgot a password and nothing else can have it reset without anybody. */
public final class ForgottenPassword {
  private ForgottenPassword() {}

  /** Whether its owner wrote, only the password is gone, and nothing says that its reset fails. */
  public static boolean alone(Answers answers, Incoming mail) {
    return answers.reasons().equals(Set.of(Reason.FORGOT_PASSWORD))
        && !waitsInVain(mail)
        && WritersPlace.of(mail) == Writer.OWNER;
  }

  /** Whether they tried it alone: the mail for it does not come, or the page for it fails. */
  private static boolean waitsInVain(Incoming mail) {
    return mail.triaged().intent().wishes().contains(Wish.NO_MAIL)
        || LockedOutReader.pageFails(mail.triaged().reply().generous());
  }
}
