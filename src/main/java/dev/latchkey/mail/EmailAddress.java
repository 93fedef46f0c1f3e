package dev.latchkey.mail;

import java.util.Locale;
import java.util.Optional;

/**
 * An address that may be used as an identity: a plain ASCII dot-atom local part and a host name of
 * A-labels, both in ASCII lower case.
 *
 * <p>Only the narrow form of RFC 5322 section 3.4.1 that no two parsers read differently is
 * accepted: no comments, no quotes, no routes, no literals, no octet outside ASCII. Two addresses
 * are the same mailbox exactly when they are equal. A local part has at most 64 and the whole at
 * most 254 characters (RFC 5321 section 4.5.3.1).
 */
public record EmailAddress(String local, String domain) implements Comparable<EmailAddress> {

  public EmailAddress {
    local = lowerCase(local);
    domain = lowerCase(domain);
    if (!isDotAtom(local) || !isHostName(domain) || local.length() + domain.length() > 253) {
      throw new IllegalArgumentException("not a plain mail address");
    }
  }

  /** The address written as {@code local@domain}; empty for every other form. */
  public static Optional<EmailAddress> find(String text) {
    int at = text.indexOf('@');
    if (at < 1 || text.indexOf('@', at + 1) >= 0) {
      return Optional.empty();
    }
    String local = lowerCase(text.substring(0, at));
    String domain = lowerCase(text.substring(at + 1));
    if (!isDotAtom(local) || !isHostName(domain) || text.length() > 254) {
      return Optional.empty();
    }
    return Optional.of(new EmailAddress(local, domain));
  }

  /**
   * The address written as {@code local@domain}.
   *
   * @throws IllegalArgumentException for every other form; the text is not repeated in the message
   */
  public static EmailAddress of(String text) {
    return find(text).orElseThrow(() -> new IllegalArgumentException("not a plain mail address"));
  }

  /** The same mailbox with {@code +detail} after its local part (RFC 5233 sub-addressing). */
  public EmailAddress withDetail(String detail) {
    return new EmailAddress(local + "+" + detail, domain);
  }

  @Override
  public int compareTo(EmailAddress other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return local + "@" + domain;
  }

  /** Lower-cases A to Z only, so that no letter outside ASCII can become one inside it. */
  private static String lowerCase(String text) {
    return text.chars().allMatch(c -> c < 128) ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static boolean isDotAtom(String text) {
    if (text.isEmpty() || text.length() > 64 || text.startsWith(".") || text.endsWith(".")) {
      return false;
    }
    return !text.contains("..") && text.chars().allMatch(EmailAddress::isAtomTextOrDot);
  }

  private static boolean isAtomTextOrDot(int c) {
    return isLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
  }

  private static boolean isHostName(String text) {
    if (text.isEmpty() || text.length() > 253) {
      return false;
    }
    for (String label : text.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > 63 || label.startsWith("-") || label.endsWith("-")) {
        return false;
      }
      if (!label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
