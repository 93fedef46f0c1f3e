package dev.latchkey.store;

import dev.latchkey.mail.ScanResult;
import java.util.Optional;

/**
 * How the work on a mail ended: every mail ends in exactly one outcome.
 *
 * @param quarantined it was put aside; its octets are kept
 * @param outcome one word, for example {@code TICKET_OPENED}
 * @param reasons the rules that decided, for the operator
 * @param subject for people; secrets removed
 * @param written what the sender typed; secrets removed
 * @param writer whose words it holds, where people must be able to read them
 * @param standing what the staff have to do with them
 * @param files what a scanner says of its files
 * @param unsafe why its copy in the mailbox has to go; empty when it may stay
 * @param decided its octets are kept, sealed, with the ticket: somebody may have to prove what was
 *     written
 */
public record EndedMail(
    ClaimedMail mail,
    boolean quarantined,
    String outcome,
    String reasons,
    Optional<Long> ticketId,
    Optional<String> messageId,
    Optional<String> sender,
    Optional<String> kind,
    Optional<String> subject,
    Optional<String> written,
    Optional<Message.Writer> writer,
    Message.Standing standing,
    ScanResult files,
    Optional<UnsafeCopy.Why> unsafe,
    boolean decided) {

  /** A mail that was put aside before anything could be read of it. */
  public static EndedMail quarantined(ClaimedMail mail, String outcome, String reasons) {
    return unread(mail, true, outcome, reasons);
  }

  /** One of which nothing could be read, and whose octets go. */
  public static EndedMail unkept(ClaimedMail mail, String outcome, String reasons) {
    return unread(mail, false, outcome, reasons);
  }

  private static EndedMail unread(
      ClaimedMail mail, boolean quarantined, String outcome, String reasons) {
    return new EndedMail(
        mail,
        quarantined,
        outcome,
        reasons,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Message.Standing.NOTHING_NEW,
        ScanResult.NOT_ASKED,
        Optional.empty(),
        false);
  }
}
