package dev.latchkey.triage.mark;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import dev.latchkey.mail.MailPart;
import java.util.Locale;
import java.util.Optional;

/** What the structure of a mail says that it reports. */
public final class ReportType {
  private static final Pattern TYPE = Pattern.compile("report-type\\s*=\\s*\"?([a-z-]+)");

  private ReportType() {}

  /**
   * The type of a mail that is a {@code multipart/report} as a whole (RFC 6522), in lower case; the
   * empty string when it does not say of what, like many old bounces.
   */
  public static Optional<String> of(InboundMail mail) {
    String content =
        mail.field("Content-Type").map(HeaderField::raw).orElse("").toLowerCase(Locale.ROOT);
    if (!content.strip().startsWith("multipart/report")) {
      return Optional.empty();
    }
    Matcher type = TYPE.matcher(content);
    return Optional.of(type.find() ? type.group(1) : "");
  }

  /** Whether {@code mail} has a part of that type, not counting those of attached mails. */
  public static boolean hasPart(InboundMail mail, String mediaType) {
    return mail.parts().stream().map(MailPart::mediaType).anyMatch(mediaType::equals);
  }
}
