package dev.latchkey.trust.secret;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.HeaderField;
import dev.latchkey.mail.InboundMail;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the sub-addresses of ours that a mail was sent to (RFC 5233).
 *
 * <p>Delivered-To, X-Original-To, Envelope-To and their like are written by Postfix, Dovecot,
 * qmail, Exim and others on delivery, "for" in Received by each server on the way (a blind copy
 * names it nowhere else); To and Cc by the sender's client, within quotes, apostrophes or an
 * encoded word at times. All are read alike: a sub-address is a secret in itself, so where it
 * stands proves nothing.
 */
final class RecipientFields {
  private static final List<String> NAMES =
      List.of(
          "Delivered-To",
          "X-Original-To",
          "Envelope-To",
          "X-Envelope-To",
          "X-Delivered-To",
          "X-Forwarded-To",
          "X-Rcpt-To",
          "X-Receiver",
          "To",
          "Cc",
          "Bcc",
          "Resent-To",
          "Resent-Cc",
          "Apparently-To",
          "Received");
  private static final String BEFORE = "<, \t:;'\"";
  private static final String AFTER = ">, \t;'\"";

  private RecipientFields() {}

  /**
   * Every {@code detail} of an address {@code local+detail@domain} in those fields, in lower case.
   */
  static Set<String> detailsOf(EmailAddress base, InboundMail mail) {
    Set<String> details = new LinkedHashSet<>();
    for (String name : NAMES) {
      for (HeaderField field : mail.fields(name)) {
        collect(base, name.equals("Received") ? recipient(field.raw()) : field.raw(), details);
        if (field.raw().contains("=?")) {
          collect(base, field.text(), details);
        }
      }
    }
    return details;
  }

  /** What stands behind "for" in a trace field; "envelope-from" before it is the sender's. */
  private static String recipient(String trace) {
    String value = trace.replace('\t', ' ');
    int at = value.indexOf(" for ");
    return at < 0 ? "" : value.substring(at);
  }

  private static void collect(EmailAddress base, String value, Set<String> details) {
    String text = lowerCase(value);
    String start = base.local() + "+";
    String end = "@" + base.domain();
    int from = text.indexOf(start);
    while (from >= 0) {
      int detail = from + start.length();
      int at = detail;
      while (at < text.length() && isDetail(text.charAt(at))) {
        at++;
      }
      int after = at + end.length();
      if (at > detail
          && text.startsWith(end, at)
          && (from == 0 || BEFORE.indexOf(text.charAt(from - 1)) >= 0)
          && (after == text.length() || AFTER.indexOf(text.charAt(after)) >= 0)
          && !isName(text, after)) {
        details.add(text.substring(detail, at));
      }
      from = text.indexOf(start, at);
    }
  }

  /** Whether the quotes that end here are a part of another address, or the name before one. */
  private static boolean isName(String text, int end) {
    int at = end;
    while (at < text.length() && "'\"".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at == end) {
      return false;
    }
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && (text.charAt(at) == '@' || text.charAt(at) == '<');
  }

  private static boolean isDetail(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** ASCII only: the value is octets read as ISO 8859-1. */
  private static String lowerCase(String value) {
    return value.toLowerCase(Locale.ROOT).replace("%2b", "+");
  }
}
