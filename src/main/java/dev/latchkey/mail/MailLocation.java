package dev.latchkey.mail;

/**
 * Where a mail stood on the server. RFC 9051 section 2.3.1.1 promises that it is one mail for ever;
 * a server whose mailbox was restored breaks that promise, so a place never stands for a content.
 *
 * @param mailbox account and folder, as configured, for example {@code support@desk.example/INBOX}
 * @param uidValidity the folder's UIDVALIDITY, 1 to 2^32-1
 * @param uid the mail's UID, 1 to 2^32-1
 */
public record MailLocation(String mailbox, long uidValidity, long uid) {
  public MailLocation {
    if (uidValidity < 1 || uid < 1 || uidValidity > 0xFFFF_FFFFL || uid > 0xFFFF_FFFFL) {
      throw new IllegalArgumentException("UIDVALIDITY and UID are 1 to 2^32-1");
    }
  }
}
