package dev.latchkey.parse.address;

import dev.latchkey.parse.mime.EncodedWords;
import java.util.ArrayList;
import java.util.List;

/**
 * The addresses of a field as a person would see them, for showing only; {@link OriginatorReader}
 * is what decides (RFC 5322 section 3.4).
 *
 * <p>Members of groups count, comments and routes do not, encoded words stay encoded and are never
 * an address. Whatever cannot be read gives no address.
 */
public final class AddressReader {
  private final String raw;
  private final List<String> found = new ArrayList<>();
  private final StringBuilder outside = new StringBuilder();
  private final StringBuilder angle = new StringBuilder();
  private boolean inAngle;
  private boolean hasAngle;
  private boolean quotesEnd = true;
  private boolean commentsEnd = true;

  private AddressReader(String raw) {
    this.raw = raw;
  }

  /** Reads a raw, unfolded value; at most 1,000 addresses. */
  public static List<String> read(String raw) {
    AddressReader reader = new AddressReader(raw);
    reader.read();
    return reader.found;
  }

  private void read() {
    int position = 0;
    while (position < raw.length() && found.size() < 1000) {
      char c = raw.charAt(position);
      if (c == '"' && quotesEnd) {
        position = quoted(position);
        continue;
      }
      if (c == '(' && commentsEnd) {
        position = comment(position);
        continue;
      }
      if (c == '<') {
        inAngle = true;
        hasAngle = true;
        angle.setLength(0);
      } else if (c == '>') {
        inAngle = false;
      } else if ((c == ',' && !inAngle) || c == ';') {
        finish();
      } else if (c == ':') {
        // the end of a group's name or of a route
        (inAngle ? angle : outside).setLength(0);
      } else {
        (inAngle ? angle : outside).append(c);
      }
      position++;
    }
    finish();
  }

  /** Keeps a quoted local part, drops a quoted name; index behind the quote. */
  private int quoted(int open) {
    int close = open + 1;
    while (close < raw.length() && raw.charAt(close) != '"') {
      close += raw.charAt(close) == '\\' ? 2 : 1;
    }
    if (close >= raw.length()) {
      quotesEnd = false;
      return open + 1;
    }
    if ((close + 1 < raw.length() && raw.charAt(close + 1) == '@') || inAngle) {
      (inAngle ? angle : outside).append(raw, open, close + 1);
    } else if (!inAngle
        && isAddress(raw.substring(open + 1, close))
        && !followedByAngle(close + 1)) {
      outside.append(raw, open + 1, close);
    }
    return close + 1;
  }

  private boolean followedByAngle(int from) {
    int at = from;
    while (at < raw.length() && raw.charAt(at) <= ' ') {
      at++;
    }
    return at < raw.length() && raw.charAt(at) != ',' && raw.charAt(at) != ';';
  }

  private int comment(int open) {
    int depth = 0;
    for (int i = open; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return i + 1;
      }
    }
    commentsEnd = false;
    return open + 1;
  }

  private void finish() {
    String address = (hasAngle && !angle.isEmpty() ? angle : outside).toString().strip();
    if (hasAngle && isLocalName(address)) {
      found.add(address);
    } else if (!isAddress(address)) {
      address = lastWord(address);
    }
    if (isAddress(address)) {
      found.add(ReadableDomain.in(EncodedWords.decode(address)));
    }
    outside.setLength(0);
    angle.setLength(0);
    inAngle = false;
    hasAngle = false;
  }

  /** Without blanks around dots and at signs, or the one word with an at sign. */
  private static String lastWord(String text) {
    StringBuilder joined = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > ' ') {
        joined.append(text.charAt(i));
      } else if (i > 0
          && i + 1 < text.length()
          && !isJoint(text.charAt(i - 1))
          && !isJoint(text.charAt(i + 1))) {
        joined.append(' ');
      }
    }
    for (String word : joined.toString().split(" ")) {
      if (isAddress(word)) {
        return word;
      }
    }
    return "";
  }

  private static boolean isJoint(char c) {
    return c == '.' || c == '@' || c <= ' ';
  }

  /** A mailbox of the sending host itself, such as {@code <MAILER-DAEMON>}. */
  private static boolean isLocalName(String text) {
    return !text.isEmpty()
        && text.length() <= 64
        && text.chars()
            .allMatch(
                c -> c == '-' || c == '_' || c == '.' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  private static boolean isAddress(String text) {
    int at = text.lastIndexOf('@');
    return at > 0
        && at < text.length() - 1
        && !text.contains("=?")
        && (text.startsWith("\"") || text.indexOf(' ') < 0)
        && text.length() < 1000;
  }
}
