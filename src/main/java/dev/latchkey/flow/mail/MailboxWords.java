package dev.latchkey.flow.mail;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.recovery.CaseDetails;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.request.MailboxGoneReader;
import dev.latchkey.triage.request.Wish;

/** What a mail says of a registered mailbox: that nobody can read it any more. */
final class MailboxWords {
  private MailboxWords() {}

  /** Whether it says so of the one that the codes go to. */
  static boolean lost(Incoming mail) {
    // In what answers us it is a wish, which knows "the code came to the old address" from it.
    boolean whole = mail.mail().answeredIds().isEmpty();
    return mail.triaged().intent().wishes().contains(Wish.NO_MAILBOX)
        || (whole && mail.triaged().request().reasons().contains(Reason.LOST_EMAIL_ACCESS));
  }

  /**
   * Whether it says so of the one address whose code is missing. Beside a code that was right fewer
   * words say that.
   */
  static boolean otherLost(FlowContext context, Ticket ticket, Incoming mail) {
    return OtherCode.missing(context, ticket)
        && (lost(mail)
            || MailboxGoneReader.says(CaseDetails.withoutCodes(mail.triaged().reply().generous())));
  }
}
