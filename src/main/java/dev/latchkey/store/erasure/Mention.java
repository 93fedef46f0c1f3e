package dev.latchkey.store.erasure;

import dev.latchkey.mail.EmailAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a person is named in texts: by an address, or by the reference of a ticket; not as a part of
 * a longer one, in capitals or small letters. MariaDB (PCRE) reads the pattern; the octets of what
 * was sealed are gone through by a loop that says the same, since there may be gigabytes of them.
 */
final class Mention {
  private static final String BEFORE = "(?i)(?<![a-z0-9._%+-])(?:";
  private static final String AFTER = ")(?![a-z0-9_-]|[.][a-z0-9])";

  private final String pattern;
  private final String part;
  private final byte middle;
  private final List<byte[]> names;

  /**
   * @param part what stands in every name
   * @param middle stands once in every name, and seldom elsewhere
   */
  private Mention(String pattern, String part, char middle, List<String> names) {
    this.pattern = BEFORE + pattern + AFTER;
    this.part = part;
    this.middle = (byte) middle;
    this.names = names.stream().map(name -> small(name.getBytes(StandardCharsets.UTF_8))).toList();
  }

  static Mention of(EmailAddress address) {
    String name = address.toString();
    return new Mention(quoted(name), name, '@', List.of(name));
  }

  /** Any of the tickets with these numbers, of which there is at least one. */
  static Mention ofTickets(Collection<Long> ids) {
    List<String> names = ids.stream().map(id -> "LK-" + id).toList();
    return new Mention(names.stream().collect(Collectors.joining("|")), "LK-", '-', names);
  }

  /** As MariaDB reads it. */
  String pattern() {
    return pattern;
  }

  /** What stands, in capitals or small letters, in every text that names them. */
  String part() {
    return part;
  }

  boolean in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a text in UTF-8 names them. */
  boolean in(byte[] octets) {
    for (int i = 0; i < octets.length; i++) {
      if (octets[i] == middle) {
        for (byte[] name : names) {
          if (stands(name, octets, i - middleOf(name))) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private int middleOf(byte[] name) {
    int at = name.length - 1;
    while (name[at] != middle) {
      at--;
    }
    return at;
  }

  private static boolean stands(byte[] name, byte[] octets, int from) {
    int to = from + name.length;
    if (from < 0 || to > octets.length) {
      return false;
    }
    for (int i = 0; i < name.length; i++) {
      if (small(octets[from + i]) != name[i]) {
        return false;
      }
    }
    return !(from > 0 && (isPart(octets[from - 1]) || ".%+".indexOf(octets[from - 1]) >= 0))
        && !(to < octets.length && isPart(octets[to]))
        && !(to + 1 < octets.length && octets[to] == '.' && isWord(octets[to + 1]));
  }

  private static boolean isPart(byte octet) {
    return isWord(octet) || octet == '_' || octet == '-';
  }

  private static boolean isWord(byte octet) {
    byte c = small(octet);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }

  private static byte[] small(byte[] octets) {
    byte[] small = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      small[i] = small(octets[i]);
    }
    return small;
  }

  private static byte small(byte octet) {
    return octet >= 'A' && octet <= 'Z' ? (byte) (octet + 'a' - 'A') : octet;
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              if (!Character.isLetterOrDigit(c)) {
                quoted.append('\\');
              }
              quoted.appendCodePoint(c);
            });
    return quoted.toString();
  }
}
