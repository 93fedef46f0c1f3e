package dev.latchkey.year;

import dev.latchkey.mail.OutboundMail;
import java.nio.charset.StandardCharsets;

/** What a mail server writes about a letter to a mailbox that is no more (RFC 3464). */
final class LostMailbox {
  /** Whatever is sent here comes back. */
  static final String DOMAIN = "gone.example";

  private LostMailbox() {}

  static boolean isOf(OutboundMail letter) {
    return letter.recipient().toString().endsWith("@" + DOMAIN);
  }

  /** The letter comes back to its return address. */
  static byte[] bounce(OutboundMail letter) {
    return """
    Return-Path: <>
    Received: from mail.gone.example by mx.desk.example; Mon, 02 Mar 2026 09:00:00 +0000
    From: MAILER-DAEMON@gone.example (Mail Delivery System)
    To: %1$s
    Subject: Undelivered Mail Returned to Sender
    Auto-Submitted: auto-replied
    Date: Mon, 02 Mar 2026 09:00:00 +0000
    Message-ID: <bounce.%2$08x@gone.example>
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="part"

    --part
    Content-Type: text/plain; charset=us-ascii

    Your message could not be delivered. The mail system.

    --part
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mail.gone.example

    Final-Recipient: rfc822; %3$s
    Action: failed
    Status: 5.1.1
    Diagnostic-Code: smtp; 550 5.1.1 User unknown

    --part
    Content-Type: text/rfc822-headers

    Message-ID: %4$s
    Subject: a letter

    --part--
    """
        .formatted(
            letter.envelopeFrom(),
            letter.messageId().hashCode(),
            letter.recipient(),
            letter.messageId())
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }
}
