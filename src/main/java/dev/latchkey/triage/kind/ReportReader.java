package dev.latchkey.triage.kind;

import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import dev.latchkey.mail.TextLine;
import dev.latchkey.triage.bounce.Bounce;
import dev.latchkey.triage.bounce.BounceNotice;
import dev.latchkey.triage.bounce.CloudNoticeReader;
import dev.latchkey.triage.bounce.ReturnedMail;
import dev.latchkey.triage.mark.MailAddresses;
import dev.latchkey.triage.mark.MailKind;
import dev.latchkey.triage.mark.Phrases;
import dev.latchkey.triage.mark.ReportType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises the reports that are no bounces of a server: complaints (RFC 5965, and Hotmail's JMRP,
 * which is older than it), aggregate reports (RFC 7489), receipts (RFC 8098) with the rejections
 * that Sieve sends in their form (RFC 5429 section 2.1.2; Dovecot over quota), and the notices of
 * Amazon SES.
 */
final class ReportReader {
  private static final Phrases UNREAD = Phrases.load(ReportReader.class, "receipt-unread.txt");
  private static final String JMRP_FIELD = "X-HmXmrOriginalRecipient:";

  private ReportReader() {}

  /** The reading, when {@code mail} is such a report. */
  static Optional<KindReading> read(InboundMail mail) {
    if (ReportType.hasPart(mail, "message/feedback-report") || isReport(mail, "feedback-report")) {
      return complaint("the structure is a feedback report (RFC 5965)");
    }
    String subject = Phrases.plain(mail.subject());
    if (subject.startsWith("report domain:") && subject.contains("submitter:")) {
      return complaint("the subject is that of an aggregate report (RFC 7489 section 7.2.1.1)");
    }
    boolean hotmail =
        mail.parts().stream()
            .filter(part -> part.mediaType().equals("message/rfc822"))
            .anyMatch(
                part -> part.text().regionMatches(true, 0, JMRP_FIELD, 0, JMRP_FIELD.length()));
    if (hotmail) {
      return complaint("the mail in it was handed over by Hotmail's JMRP");
    }
    if (ReportType.hasPart(mail, "message/disposition-notification")
        || isReport(mail, "disposition-notification")) {
      return Optional.of(receipt(mail));
    }
    return mail.text().lines().stream()
        .map(TextLine::text)
        .filter(line -> !line.isBlank())
        .findFirst()
        .flatMap(CloudNoticeReader::read)
        .map(notice -> reading(notice.kind(), notice.bounce(), "a notice of Amazon SES"));
  }

  private static boolean isReport(InboundMail mail, String type) {
    return ReportType.of(mail).filter(type::equals).isPresent();
  }

  private static Optional<KindReading> complaint(String why) {
    return Optional.of(
        new KindReading(MailKind.FEEDBACK_REPORT, Optional.empty(), false, List.of(why)));
  }

  private static KindReading receipt(InboundMail mail) {
    String fields =
        mail.parts().stream()
            .filter(part -> part.mediaType().equals("message/disposition-notification"))
            .map(MailPart::text)
            .findFirst()
            .orElse("");
    String disposition = value(fields, "disposition").toLowerCase(Locale.ROOT);
    Bounce bounce =
        new Bounce(
            MailAddresses.in(value(fields, "final-recipient")),
            Optional.empty(),
            ReturnedMail.messageIdIn(value(fields, "original-message-id")));
    boolean rejected =
        disposition.startsWith("automatic-action")
            && disposition.contains("deleted")
            && !UNREAD.occurIn(Phrases.plain(mail.subject()))
            && BounceNotice.of(mail).opening(5).stream().noneMatch(UNREAD::occurIn);
    return rejected
        ? reading(MailKind.BOUNCE_PERMANENT, bounce, "a receipt of a rejection (RFC 5429)")
        : reading(MailKind.DSN_SUCCESS, bounce, "the structure is a receipt (RFC 8098)");
  }

  private static String value(String fields, String name) {
    return fields
        .lines()
        .filter(line -> ReturnedMail.fieldName(line).equals(name))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .orElse("")
        .strip();
  }

  private static KindReading reading(MailKind kind, Bounce bounce, String why) {
    return new KindReading(kind, Optional.of(bounce), false, List.of(why));
  }
}
