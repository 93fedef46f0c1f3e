package dev.latchkey.mail;

/** Text of others, made fit to be shown and to be kept: harmless, whole and of a bounded length. */
public final class SafeText {
  private static final int MOST_OCTETS_A_CHAR = 3;

  private SafeText() {}

  /**
   * One line: line ends and tabs become blanks; control and bidirectional control characters, byte
   * order marks and unpaired surrogates go.
   */
  public static String line(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029') {
        out.append(' ');
      } else if (isLoneSurrogate(text, i)) {
        out.append('\uFFFD');
      } else if (!isControl(c) && !isBidi(c) && c != '\uFEFF') {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** One line without blanks at its ends, of {@code longest} characters at most. */
  public static String line(String text, int longest) {
    return cut(line(text).strip(), longest).strip();
  }

  /** The longest start of {@code text} within {@code longest} characters that splits none. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean splits = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, splits ? longest - 1 : longest);
  }

  /**
   * The longest start of {@code text} that takes at most so many octets in UTF-8 and splits no
   * character; unpaired surrogates become U+FFFD, so that what is read back is what was written.
   */
  public static String octets(String text, int most) {
    String paired = paired(text);
    if (paired.length() <= most / MOST_OCTETS_A_CHAR) {
      return paired;
    }
    int octets = 0;
    int end = 0;
    while (end < paired.length()) {
      int c = paired.codePointAt(end);
      octets += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
      if (octets > most) {
        return paired.substring(0, end);
      }
      end += Character.charCount(c);
    }
    return paired;
  }

  /** A C0 or C1 control character (RFC 20, ISO 6429). */
  public static boolean isControl(int c) {
    return (c >= 0 && c < ' ') || (c >= 0x7F && c < 0xA0);
  }

  /** The characters that turn the direction of what follows (UAX 9). */
  public static boolean isBidi(int c) {
    return (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\u200E'
        || c == '\u200F'
        || c == '\u061C';
  }

  /** Half of a character whose other half is not there. */
  public static boolean isLoneSurrogate(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    return Character.isLowSurrogate(c)
        && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  private static String paired(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isLoneSurrogate(text, i)) {
        StringBuilder out = new StringBuilder(text);
        for (int at = i; at < text.length(); at++) {
          if (isLoneSurrogate(text, at)) {
            out.setCharAt(at, '\uFFFD');
          }
        }
        return out.toString();
      }
    }
    return text;
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }
}
