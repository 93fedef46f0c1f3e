package dev.latchkey.demo;

import dev.latchkey.mail.MailBytes;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * What a border server writes on top of a mail: where it came from and whether the sender is who
 * they claim to be (RFC 8601). A result that came with the mail and bears the server's own name is
 * taken out (section 5).
 *
 * @param server the name of the border server, its authserv-id
 * @param genuine whether an envelope sender (empty for a bounce) may write as a From domain (empty
 *     when there is none); only then SPF, DKIM and DMARC pass
 */
public record BorderStamp(String server, BiPredicate<String, String> genuine, InstantSource clock) {
  private static final String CRLF = "\r\n";

  /** The mail with its stamp, everything else octet by octet as it came. */
  MailBytes on(MailBytes received, String sender, String recipient) {
    String mail = new String(received.octets(), StandardCharsets.ISO_8859_1);
    int blank = mail.indexOf(CRLF + CRLF);
    int end = blank < 0 ? mail.length() : blank + 2;
    // GreenMail writes a Return-Path and a Received line of its own, which we replace, and takes
    // the last line end for a part of the final dot.
    StringBuilder header = new StringBuilder();
    String fromDomain = "";
    int number = 0;
    for (String field : mail.substring(0, end).split("(?<=\r\n)(?![ \t])")) {
      number++;
      String name = field.substring(0, Math.max(0, field.indexOf(':'))).toLowerCase(Locale.ROOT);
      if (name.strip().equals("from") && fromDomain.isEmpty()) {
        fromDomain = domain(field);
      }
      if (number > 2 && !(name.strip().equals("authentication-results") && isOurs(field))) {
        header.append(field);
      }
    }
    String stamped = stamp(sender, recipient, fromDomain) + header + mail.substring(end) + CRLF;
    return new MailBytes(stamped.getBytes(StandardCharsets.ISO_8859_1));
  }

  private String stamp(String sender, String recipient, String fromDomain) {
    boolean passes = genuine.test(sender, fromDomain);
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atOffset(ZoneOffset.UTC));
    return String.join(
        CRLF,
        "Return-Path: <" + sender + ">",
        "Delivered-To: " + recipient,
        "Authentication-Results: " + server + ";",
        " spf=" + (passes ? "pass" : "softfail") + " smtp.mailfrom=" + sender + ";",
        " dkim=" + (passes ? "pass header.d=" + fromDomain : "none") + ";",
        " dmarc=" + (passes ? "pass" : "fail") + " header.from=" + fromDomain,
        "Received: from client.invalid by " + server + " for <" + recipient + ">; " + date,
        "");
  }

  private boolean isOurs(String field) {
    String value = field.substring(field.indexOf(':') + 1).strip();
    return value.toLowerCase(Locale.ROOT).startsWith(server.toLowerCase(Locale.ROOT));
  }

  /** What follows the last at sign of a From field, as far as it looks like a domain. */
  private static String domain(String field) {
    String domain = field.substring(field.lastIndexOf('@') + 1).strip();
    int end = 0;
    while (end < domain.length()
        && (Character.isLetterOrDigit(domain.charAt(end))
            || ".-".indexOf(domain.charAt(end)) >= 0)) {
      end++;
    }
    return field.indexOf('@') < 0 ? "" : domain.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
