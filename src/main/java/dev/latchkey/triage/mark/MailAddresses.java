package dev.latchkey.triage.mark;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds mail addresses in the running text of machines: ASCII, with or without brackets, also with
 * the quoted or dotted local parts that mobile operators hand out ({@code "a..b"@docomo.example}).
 * Linear in the text.
 */
public final class MailAddresses {
  /** RFC 5321 section 4.5.3.1, with room for the local parts that VERP makes. */
  private static final int LONGEST_LOCAL = 200;

  private MailAddresses() {}

  /** An address and where it stands: {@code text.substring(start, end)} is it, as written. */
  public record Found(String address, int start, int end) {}

  /** Every address in {@code text}, in order. */
  public static List<Found> find(String text) {
    List<Found> found = new ArrayList<>();
    int last = 0;
    for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      int start = localStart(text, at, last);
      int end = domainEnd(text, at + 1);
      if (start < at && end > at + 1) {
        found.add(new Found(text.substring(start, end), start, end));
        last = end;
      }
    }
    return List.copyOf(found);
  }

  /** The addresses only. */
  public static List<String> in(String text) {
    return find(text).stream().map(Found::address).toList();
  }

  private static int localStart(String text, int at, int from) {
    int lowest = Math.max(from, at - LONGEST_LOCAL);
    if (at > lowest && text.charAt(at - 1) == '"') {
      int open = text.lastIndexOf('"', at - 2);
      return open >= lowest && text.substring(open, at).indexOf(' ') < 0 ? open : at;
    }
    int start = at;
    while (start > lowest && isLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && "'=/*-".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    // The address inside an X.400 one: "dda:SMTP=user@example.org;"
    return text.regionMatches(true, start, "SMTP=", 0, 5) ? start + 5 : start;
  }

  private static int domainEnd(String text, int from) {
    int end = from;
    while (end < text.length() && isHost(text.charAt(end))) {
      end++;
    }
    while (end > from && !isAlphanumeric(text.charAt(end - 1))) {
      end--;
    }
    return from < end && isAlphanumeric(text.charAt(from)) ? end : from;
  }

  private static boolean isLocal(char c) {
    return isAlphanumeric(c) || "!#$%&'*+-/=?^_`{|}~.".indexOf(c) >= 0;
  }

  private static boolean isHost(char c) {
    return isAlphanumeric(c) || c == '.' || c == '-' || c == '_';
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
