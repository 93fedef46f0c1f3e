package dev.latchkey.triage.secret;

import dev.latchkey.triage.words.TextWords;
import dev.latchkey.triage.words.WordList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds secrets by their own shape: API tokens by the prefix their service gave them ({@code
 * token-shapes.txt}), {@code otpauth} links, and passwords in the user part of a link.
 *
 * <p>A token goes on over the end of a line when the line is full and the next one begins with more
 * of it: forms and clients that wrap hard break tokens so.
 */
final class TokenFinder {
  private static final int FULL_LINE = 50;

  /** So many characters show whether a token is random; more are not looked at, to stay linear. */
  private static final int HEAD = 80;

  /** By the character they begin with. */
  private static final Shape[][] SHAPES = shapes();

  private record Shape(SecretKind kind, String prefix, char second, int least, char set) {}

  private TokenFinder() {}

  static void find(String text, List<SecretSpan> found) {
    char[] signs = text.toCharArray();
    int i = 0;
    boolean within = false;
    while (i < signs.length) {
      int end = i + 1;
      char first = signs[i];
      if (!within && first < SHAPES.length && SHAPES[first].length > 0) {
        for (Shape shape : SHAPES[first]) {
          boolean second = end < signs.length && signs[end] == shape.second();
          int tokenEnd = second ? tokenEnd(text, i, shape) : 0;
          if (tokenEnd > 0) {
            found.add(new SecretSpan(i, tokenEnd, shape.kind()));
            end = tokenEnd;
            break;
          }
        }
      }
      within = TextWords.isAlphanumeric(end == i + 1 ? first : signs[end - 1]);
      i = end;
    }
    linkPasswords(text, found);
    telegramTokens(text, found);
  }

  /** The end of the token of that shape that begins at {@code start}; 0 when there is none. */
  private static int tokenEnd(String text, int start, Shape shape) {
    if (!text.startsWith(shape.prefix(), start)) {
      return 0;
    }
    int bodyStart = start + shape.prefix().length();
    int head = run(text, bodyStart, shape.set(), Math.min(text.length(), bodyStart + HEAD));
    if (shape.set() == 'm' && !isMixed(text, bodyStart, head)) {
      return 0;
    }
    int end = run(text, bodyStart, shape.set());
    int body = end - bodyStart;
    for (int next = continuation(text, end, shape.set()); next > 0; ) {
      int nextEnd = run(text, next, shape.set());
      body += nextEnd - next;
      end = nextEnd;
      next = continuation(text, end, shape.set());
    }
    boolean cut = end < text.length() && TextWords.isAlphanumeric(text.charAt(end));
    if (body < shape.least() || (cut && "hua".indexOf(shape.set()) >= 0)) {
      return 0;
    }
    return end;
  }

  /**
   * Where a token that was cut at {@code end} by the end of a full line goes on; 0 when it does
   * not. What looks like an ordinary word does not belong to it.
   */
  static int continuation(String text, int end, char set) {
    int newline = end;
    while (newline < text.length() && " \r=".indexOf(text.charAt(newline)) >= 0) {
      newline++;
    }
    if (newline >= text.length() || text.charAt(newline) != '\n') {
      return 0;
    }
    if (end - (text.lastIndexOf('\n', newline - 1) + 1) < FULL_LINE) {
      return 0;
    }
    int next = TextWords.skipQuoteMarks(text, newline + 1);
    int nextEnd = run(text, next, set);
    boolean whole = nextEnd == text.length() || !Character.isLetterOrDigit(text.charAt(nextEnd));
    return nextEnd > next && whole && !isOrdinary(text, next, nextEnd) ? next : 0;
  }

  private static boolean isOrdinary(String text, int start, int end) {
    if (end - start >= 16) {
      return false;
    }
    return text.substring(start + 1, end).chars().allMatch(c -> (c >= 'a' && c <= 'z') || c == '-');
  }

  /** The end of the characters of {@code set} from {@code start} on. */
  static int run(String text, int start, char set) {
    return run(text, start, set, text.length());
  }

  private static int run(String text, int start, char set, int limit) {
    int end = start;
    while (end < limit && belongs(text.charAt(end), set)) {
      end++;
    }
    while (end > start && set != 'b' && ".,-".indexOf(text.charAt(end - 1)) >= 0) {
      end--; // The end of a sentence, or a dash.
    }
    return end;
  }

  private static boolean belongs(char c, char set) {
    return switch (set) {
      case 'a' -> TextWords.isAlphanumeric(c);
      case 'w', 'm' -> TextWords.isAlphanumeric(c) || c == '_' || c == '-';
      case 'd' -> TextWords.isAlphanumeric(c) || c == '_' || c == '-' || c == '.' || c == '=';
      case 'b' -> TextWords.isAlphanumeric(c) || "_-+/=%.".indexOf(c) >= 0;
      case 'h' -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      case 'u' -> (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
      case 'l' -> c > ' ' && c < 0x7F && "<>\"'`)]}".indexOf(c) < 0;
      default -> throw new IllegalStateException("token-shapes.txt has an unknown set: " + set);
    };
  }

  /** {@code scheme://user:password@host} (RFC 3986 section 3.2.1). */
  private static void linkPasswords(String text, List<SecretSpan> found) {
    for (int at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
      int colon = -1;
      for (int i = at + 3; i < text.length() && belongs(text.charAt(i), 'l'); i++) {
        char c = text.charAt(i);
        if (c == ':' && colon < 0) {
          colon = i;
        } else if (c == '@' && colon > 0 && i > colon + 1) {
          found.add(new SecretSpan(colon + 1, i, SecretKind.PASSWORD));
        } else if ("/?".indexOf(c) >= 0) {
          break;
        }
      }
    }
  }

  /** {@code 123456789:AA…}: a bot's number, a colon and 35 characters; it has no prefix. */
  private static void telegramTokens(String text, List<SecretSpan> found) {
    for (int colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
      int start = colon;
      while (start > 0 && colon - start < 11 && Character.isDigit(text.charAt(start - 1))) {
        start--;
      }
      int digits = colon - start;
      if (digits >= 8 && digits <= 10 && run(text, colon + 1, 'w') - colon - 1 == 35) {
        found.add(new SecretSpan(start, colon + 36, SecretKind.API_TOKEN));
      }
    }
  }

  private static boolean isMixed(String text, int start, int end) {
    boolean upper = false;
    boolean lower = false;
    boolean digit = false;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      upper |= c >= 'A' && c <= 'Z';
      lower |= c >= 'a' && c <= 'z';
      digit |= c >= '0' && c <= '9';
    }
    return upper && lower && digit;
  }

  private static Shape[][] shapes() {
    List<List<Shape>> shapes = new ArrayList<>();
    for (int c = 0; c < 128; c++) {
      shapes.add(new ArrayList<>());
    }
    WordList.sections(TokenFinder.class, "token-shapes.txt")
        .forEach(
            (kind, lines) -> {
              for (String line : lines) {
                String[] cells = line.split(" ");
                shapes
                    .get(cells[0].charAt(0))
                    .add(
                        new Shape(
                            SecretKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                            cells[0],
                            cells[0].charAt(1),
                            Integer.parseInt(cells[1]),
                            cells[2].charAt(0)));
              }
            });
    return shapes.stream().map(some -> some.toArray(Shape[]::new)).toArray(Shape[][]::new);
  }
}
