package dev.latchkey.flow.reply;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Incoming;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.recovery.OtherCode;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.form.Wish;
import dev.latchkey.triage.remark.MailboxGoneReader;
import dev.latchkey.trust.sender.SenderTrust;

/** What a mail says of a registered mailbox: that nobody can read it any more. */
public final class MailboxWords {
  private MailboxWords() {}

  /** Whether it says so of the one that the codes go to. */
  static boolean lost(Incoming mail) {
    // In what answers us it is a wish, which knows "the code came to the old address" from it.
    boolean whole = mail.mail().answeredIds().isEmpty();
    return mail.triaged().intent().wishes().contains(Wish.NO_MAILBOX)
        || MailboxGoneReader.ofAddress(mail.triaged().reply().generous())
        || (whole && mail.triaged().request().reasons().contains(Reason.LOST_EMAIL_ACCESS));
  }

  /**
   * The same of a mail to this ticket: who writes from an address of the account, proved, reads
   * that mailbox, and may only mean another one.
   */
  static boolean lost(FlowContext context, Ticket ticket, Incoming mail) {
    return lost(mail) && !writtenFromThere(context, ticket, mail);
  }

  private static boolean writtenFromThere(FlowContext context, Ticket ticket, Incoming mail) {
    return mail.trust().level() == SenderTrust.Level.ALIGNED
        && mail.sender()
            .filter(
                from ->
                    context.account(ticket).filter(account -> account.registers(from)).isPresent())
            .isPresent();
  }

  /** Whether it tells of a mailbox that is lost or ends, or of an address that takes its place. */
  public static boolean tell(Incoming mail) {
    return lost(mail) || MailboxGoneReader.ends(mail.triaged().reply().generous());
  }

  /**
   * The same, or whether it names an address that is not on record for the account: where to write
   * to instead stands in words of every language.
   */
  public static boolean tell(FlowContext context, Ticket ticket, Incoming mail) {
    return tell(mail)
        || mail.triaged().request().addresses().stream()
            .flatMap(named -> EmailAddress.find(named).stream())
            .filter(named -> !named.equals(ticket.requester()))
            .filter(named -> mail.sender().filter(named::equals).isEmpty())
            .anyMatch(named -> context.account(ticket).filter(it -> it.registers(named)).isEmpty());
  }

  /**
   * Whether it says so of the one address whose code is missing. Beside a code that was right fewer
   * words say that.
   */
  static boolean otherLost(FlowContext context, Ticket ticket, Incoming mail) {
    return OtherCode.missing(context, ticket)
        && (lost(mail)
            || MailboxGoneReader.says(
                CaseMessages.withoutCodes(mail.triaged().reply().generous())));
  }
}
