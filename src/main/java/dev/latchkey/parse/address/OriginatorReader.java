package dev.latchkey.parse.address;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.StructureFault;
import dev.latchkey.parse.mime.EncodedWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Decides whether a mail has an author that every program names the same (THREATS T03, T04, X1).
 *
 * <p>Accepted is one From field that holds {@code addr}, {@code <addr>}, or a name and {@code
 * <addr>}, where the address is an {@link EmailAddress} and the name is made of words, quoted
 * strings and encoded words. 24 of 43 other ways to write a From give different addresses in
 * different parsers: groups, routes, comments, quoted local parts, several mailboxes, text behind
 * the address, octets outside ASCII in it. All of these are refused, as is a name that shows people
 * another address than the real one.
 *
 * @param identity the one author
 * @param fault why there is none
 */
public record OriginatorReader(Optional<EmailAddress> identity, Optional<StructureFault> fault) {
  private static final String WORD = "!#$%&'*+-/=?^_`{|}~.";

  /** What may show as {@code @}, {@code <} or {@code >} in some font. */
  private static final String LOOKS_LIKE_ADDRESS =
      "@<>\uFF20\uFE6B\uFF1C\uFF1E\uFE64\uFE65\u2039\u203A\u3008\u3009";

  /** Reads the raw, unfolded values of every From field, octets as ISO 8859-1. */
  public static OriginatorReader read(List<String> values) {
    if (values.isEmpty() || (values.size() == 1 && values.get(0).isEmpty())) {
      return refused(StructureFault.NO_FROM);
    }
    if (values.size() > 1) {
      return refused(StructureFault.SEVERAL_FROM);
    }
    String value = values.get(0);
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
    if (!bare && isMisleading(value.substring(0, angle), address.get())) {
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
        return at ? -1 : i;
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

  /**
   * Whether a name could pass for an address. Outlook and others do repeat the address itself as
   * the name, within quotes or apostrophes: that is no other address.
   */
  private static boolean isMisleading(String name, EmailAddress address) {
    byte[] octets = name.getBytes(StandardCharsets.ISO_8859_1);
    String text = new String(octets, StandardCharsets.UTF_8);
    if (text.indexOf('\uFFFD') >= 0 || holdsInvisible(text)) {
      return true;
    }
    String shown = EncodedWords.decodeAll(name);
    if (holdsInvisible(shown)) {
      return true;
    }
    String bare = strip(shown).toLowerCase(Locale.ROOT);
    return !bare.equals(address.toString()) && holdsAny(shown, LOOKS_LIKE_ADDRESS);
  }

  private static String strip(String name) {
    int from = 0;
    int end = name.length();
    while (from < end && "\"' \t".indexOf(name.charAt(from)) >= 0) {
      from++;
    }
    while (end > from && "\"' \t".indexOf(name.charAt(end - 1)) >= 0) {
      end--;
    }
    return name.substring(from, end);
  }

  private static boolean holdsAny(String text, String characters) {
    return text.chars().anyMatch(c -> characters.indexOf(c) >= 0);
  }

  /** Characters that change how the rest is shown, or are not shown at all. */
  private static boolean holdsInvisible(String text) {
    return text.codePoints()
        .anyMatch(
            c -> {
              int type = Character.getType(c);
              return (type == Character.FORMAT && c != 0x200D && c != 0x200C)
                  || (type == Character.CONTROL && c != '\t')
                  || type == Character.LINE_SEPARATOR
                  || type == Character.PARAGRAPH_SEPARATOR
                  || type == Character.UNASSIGNED;
            });
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
