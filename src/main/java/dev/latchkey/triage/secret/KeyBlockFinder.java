package dev.latchkey.triage.secret;

import dev.latchkey.triage.words.TextWords;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds private keys: PEM (RFC 7468), OpenSSH, OpenPGP (RFC 9580 section 6.2), SSH2 and PuTTY
 * files, quoted or not, on one line or many.
 *
 * <p>Half a key is a secret as well, so a block that lacks its end goes on as long as its lines
 * look like one, and one that lacks its beginning reaches back as far.
 */
final class KeyBlockFinder {
  private static final String MARKER = "PRIVATE KEY";

  private KeyBlockFinder() {}

  static void find(String text, List<SecretSpan> found) {
    int from = 0;
    int lineStart = 0;
    for (int at = text.indexOf(MARKER); at >= 0; at = text.indexOf(MARKER, from)) {
      for (int i = at; i >= from && lineStart < from; i--) {
        lineStart = text.charAt(i) == '\n' ? i + 1 : lineStart;
      }
      from = at + 1;
      int begin = before(text, "BEGIN", at);
      if (begin >= 0) {
        from = blockEnd(text, at);
        found.add(new SecretSpan(dashes(text, begin), from, SecretKind.PRIVATE_KEY));
      } else if (before(text, "END", at) >= 0) {
        from = markerEnd(text, at);
        found.add(new SecretSpan(blockStart(text, lineStart), from, SecretKind.PRIVATE_KEY));
      }
    }
    puttyFiles(text, found);
    bareBodies(text, found);
  }

  /** Where {@code word} stands on the same line shortly before {@code at}; -1 when it does not. */
  private static int before(String text, String word, int at) {
    String window = text.substring(Math.max(0, at - 40), at);
    int place = window.lastIndexOf(word);
    return place < 0 || window.indexOf('\n', place) >= 0 ? -1 : at - window.length() + place;
  }

  /** The start of the dashes before a marker; phones turn two hyphens into a long dash. */
  private static int dashes(String text, int marker) {
    int start = marker;
    while (start > 0 && "- —–".indexOf(text.charAt(start - 1)) >= 0) {
      start--;
    }
    while (text.charAt(start) == ' ') {
      start++;
    }
    return start;
  }

  private static int markerEnd(String text, int marker) {
    int end = marker + MARKER.length();
    end = text.startsWith(" BLOCK", end) ? end + " BLOCK".length() : end;
    while (end < text.length() && "- —–".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    while (text.charAt(end - 1) == ' ') {
      end--;
    }
    return end;
  }

  /** The end of the block whose BEGIN marker holds {@code marker}. */
  private static int blockEnd(String text, int marker) {
    int end = text.indexOf(MARKER, marker + 1);
    if (end >= 0 && before(text, "END", end) > marker) {
      return markerEnd(text, end);
    }
    return bodyEnd(text, markerEnd(text, marker));
  }

  /** The end of lines and words that look like key material, from {@code start} on. */
  private static int bodyEnd(String text, int start) {
    int end = start;
    int i = start;
    while (i < text.length()) {
      int wordEnd = i;
      while (wordEnd < text.length() && text.charAt(wordEnd) > ' ') {
        wordEnd++;
      }
      String word = text.substring(i, wordEnd);
      if (isKeyHeader(text, i)) {
        wordEnd = lineEnd(text, i);
        end = wordEnd;
      } else if (isMaterial(word, lineEnds(text, wordEnd))) {
        end = wordEnd;
      } else if (!word.chars().allMatch(c -> c == '>' || c == '|')) {
        break;
      }
      i = wordEnd + 1;
    }
    return end;
  }

  /** The start of the lines above {@code lineStart} that look like key material. */
  private static int blockStart(String text, int lineStart) {
    int start = lineStart;
    while (start > 0) {
      int above = text.lastIndexOf('\n', start - 2) + 1;
      int from = TextWords.skipQuoteMarks(text, above);
      int to = lineEnd(text, above);
      if (from < to && !isMaterial(text.substring(from, to), true) && !isKeyHeader(text, from)) {
        break;
      }
      start = above;
    }
    return start;
  }

  /** {@code Proc-Type: …}, {@code DEK-Info: …}, {@code Comment: …}: RFC 1421 section 4.6. */
  private static boolean isKeyHeader(String text, int start) {
    return Stream.of("Proc-Type: ", "DEK-Info: ", "Comment: ", "Version: ")
        .anyMatch(name -> text.startsWith(name, start));
  }

  /** Base64 that is no word: long, or the last piece of a line with a digit or padding in it. */
  private static boolean isMaterial(String word, boolean last) {
    boolean mixed = word.chars().anyMatch(c -> c <= '9' || c == '=');
    return isBase64(word) && (word.length() >= 20 || (last && mixed));
  }

  private static boolean isBase64(String word) {
    return word.chars()
        .allMatch(c -> TextWords.isAlphanumeric((char) c) || "+/=\\".indexOf(c) >= 0);
  }

  private static boolean lineEnds(String text, int at) {
    return at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r';
  }

  private static int lineEnd(String text, int from) {
    int newline = text.indexOf('\n', from);
    int end = newline < 0 ? text.length() : newline;
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private static void puttyFiles(String text, List<SecretSpan> found) {
    String first = "PuTTY-User-Key-File-";
    int end = 0;
    for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, end)) {
      end = lineEnd(text, at);
      int line = end;
      while (line < text.length()) {
        int from = TextWords.skipQuoteMarks(text, text.indexOf('\n', line) + 1);
        int to = lineEnd(text, from);
        String name = text.substring(from, Math.min(to, from + 30));
        if (from <= line || !(name.contains(": ") || isBase64(text.substring(from, to)))) {
          break;
        }
        end = to;
        line = to;
        if (text.startsWith("Private-MAC", from)) {
          break;
        }
      }
      found.add(new SecretSpan(at, end, SecretKind.PRIVATE_KEY));
    }
  }

  /** Bodies pasted without any marker, known by what their first octets always are. */
  private static void bareBodies(String text, List<SecretSpan> found) {
    for (String first :
        List.of("b3BlbnNzaC1rZXktdjE", "IBAAKC", "IBADANBgkqhkiG9w0BAQEF", "MHcCAQEE")) {
      int from = 0;
      for (int at = text.indexOf(first); at >= 0; at = text.indexOf(first, from)) {
        from = at + 1;
        int start = at;
        while (start > 0 && at - start < 8 && TextWords.isAlphanumeric(text.charAt(start - 1))) {
          start--;
        }
        if (start == at || text.startsWith("MII", start)) {
          from = Math.max(from, bodyEnd(text, start));
          found.add(new SecretSpan(start, from, SecretKind.PRIVATE_KEY));
        }
      }
    }
  }
}
