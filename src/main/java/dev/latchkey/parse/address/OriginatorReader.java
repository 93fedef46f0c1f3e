package dev.latchkey.parse.address;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.parse.mime.EncodedWords;
import java.util.List;
import java.util.Optional;

/**
 * Decides whether a mail has an author that every program names the same (THREATS T03, T04, X1).
 *
 * <p>Accepted is one From field that holds {@code addr}, {@code <addr>}, or a name and {@code
 * <addr>}, where the address is an {@link EmailAddress} and the name is made of words, quoted
 * strings and encoded words. 24 of 43 other ways to write a From give different addresses in
 * different parsers: groups, routes, comments that hold an address, quoted local parts, several
 * mailboxes, text behind the address, octets outside ASCII in it. All of these are refused, and so
 * is whatever {@link AddressReader}, a second and forgiving reading, does not find the same in.
 *
 * <p>What stands in a name or in a comment without an address is nobody's identity, whatever it
 * looks like, and takes none away: names hold at signs, invisible marks and new characters. The
 * address itself may be repeated as the name.
 *
 * @param identity the one author
 * @param fault why there is none
 */
public record OriginatorReader(Optional<EmailAddress> identity, Optional<StructureFault> fault) {
  private static final String WORD = "!#$%&'*+-/=?^_`{|}~.";

  /** What a comment may not hold, so that every program passes over it alike. */
  private static final String IN_NO_COMMENT = "@<>()\"\\,;:";

  /** Reads the raw, unfolded values of every From field, octets as ISO 8859-1. */
  public static OriginatorReader read(List<String> values) {
    if (values.isEmpty() || (values.size() == 1 && values.get(0).isEmpty())) {
      return refused(StructureFault.NO_FROM);
    }
    if (values.size() > 1) {
      return refused(StructureFault.SEVERAL_FROM);
    }
    String value = withoutComments(values.get(0));
    int angle = nameEnd(value);
    if (angle < 0) {
      return refused(
          holdsSeveral(value) ? StructureFault.SEVERAL_FROM : StructureFault.FROM_NOT_PLAIN);
    }
    boolean bare = angle == value.length();
    if (!bare && !value.endsWith(">")) {
      return refused(StructureFault.FROM_NOT_PLAIN);
    }
    String written = bare ? value : value.substring(angle + 1, value.length() - 1);
    Optional<EmailAddress> address =
        written.contains("=?") ? Optional.empty() : EmailAddress.find(written);
    if (address.isEmpty()) {
      return refused(
          holdsSeveral(value) ? StructureFault.SEVERAL_FROM : StructureFault.FROM_NOT_PLAIN);
    }
    if (!readsAlike(values.get(0), address.get())) {
      return refused(StructureFault.FROM_NOT_PLAIN);
    }
    return new OriginatorReader(address, Optional.empty());
  }

  private static OriginatorReader refused(StructureFault fault) {
    return new OriginatorReader(Optional.empty(), Optional.of(fault));
  }

  /**
   * Index of the opening angle bracket, the length when there is none, or -1 on a foreign octet.
   */
  private static int nameEnd(String value) {
    boolean at = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '<') {
        return !at || repeats(value, i) ? i : -1;
      }
      if (c == '"') {
        i = quoteEnd(value, i);
        if (i < 0) {
          return -1;
        }
      } else if (c == '@') {
        at = true;
      } else if (!isWordOctet(c) && c != ' ' && c != '\t') {
        return -1;
      }
    }
    return value.length();
  }

  /** Whether the name before the bracket is the address in it once more. */
  private static boolean repeats(String value, int angle) {
    String name = value.substring(0, angle).strip();
    return value.substring(angle).equalsIgnoreCase("<" + name + ">");
  }

  /**
   * Index of the closing quote, or -1 when it is missing or something unprintable stands inside.
   */
  private static int quoteEnd(String value, int open) {
    for (int i = open + 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\\') {
        i++;
      } else if ((c < ' ' && c != '\t') || c == 0x7F) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isWordOctet(char c) {
    return (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || c >= 0x80
        || WORD.indexOf(c) >= 0;
  }

  /** Whether the forgiving reading finds this one mailbox and no other. */
  private static boolean readsAlike(String value, EmailAddress address) {
    List<String> found = AddressReader.read(value);
    return found.size() == 1 && EmailAddress.find(found.get(0)).equals(Optional.of(address));
  }

  /**
   * Without comments (RFC 5322 section 3.2.2) that hold nothing which any program could take for an
   * address or for the end of one; all others stay.
   */
  private static String withoutComments(String value) {
    if (value.indexOf('(') < 0) {
      return value;
    }
    StringBuilder plain = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        int end = quoteEnd(value, i);
        if (end < 0) {
          return value;
        }
        plain.append(value, i, end + 1);
        i = end;
      } else if (c == '(') {
        int end = commentEnd(value, i);
        if (end < 0) {
          return value;
        }
        plain.append(' ');
        i = end;
      } else {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  private static int commentEnd(String value, int open) {
    int end = open + 1;
    while (end < value.length() && IN_NO_COMMENT.indexOf(value.charAt(end)) < 0) {
      if (value.charAt(end) < ' ' && value.charAt(end) != '\t') {
        return -1;
      }
      end++;
    }
    boolean closed = end < value.length() && value.charAt(end) == ')';
    String inside = closed ? EncodedWords.decodeAll(value.substring(open + 1, end)) : "@";
    return inside.indexOf('@') < 0 && inside.indexOf('\uFF20') < 0 ? end : -1;
  }

  /** Whether there are two angle pairs, or a comma outside quotes and angles. */
  private static boolean holdsSeveral(String value) {
    int angles = 0;
    boolean inside = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        i = quoteEnd(value, i);
        if (i < 0) {
          return false;
        }
      } else if (c == ',' && !inside) {
        return true;
      } else if (c == '<') {
        angles++;
        inside = true;
      } else if (c == '>') {
        inside = false;
      }
    }
    return angles > 1;
  }
}
