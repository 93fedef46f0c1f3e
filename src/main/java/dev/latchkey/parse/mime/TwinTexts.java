package dev.latchkey.parse.mime;

/**
 * Compares the plain text of a mail with its HTML twin (THREATS T11).
 *
 * <p>Clients write the same words with other blanks, quote marks, bullets, rules, punctuation and
 * link targets; what is left must be the same, or staff and desk could read different things.
 */
final class TwinTexts {
  private TwinTexts() {}

  /** Whether two texts have the same letters and digits in the same order, link targets aside. */
  static boolean agree(String one, String other) {
    return essence(one).equals(essence(other));
  }

  /** Whether one of two texts is the other with more above or below it. */
  static boolean adds(String one, String other) {
    String first = essence(one);
    String second = essence(other);
    String less = first.length() < second.length() ? first : second;
    String more = first.length() < second.length() ? second : first;
    return !less.isEmpty() && (more.startsWith(less) || more.endsWith(less));
  }

  /**
   * Whether a plain text only says that there is an HTML one: it names HTML, which its longer twin
   * does not.
   */
  static boolean isUseless(String plain, String html) {
    String words = essence(plain);
    String twin = essence(html);
    return words.isEmpty()
        || (words.length() < 400
            && twin.length() > words.length()
            && words.contains("html")
            && !twin.contains("html"));
  }

  /** Letters and digits in lower case, without the targets of links and images. */
  static String essence(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int target = targetEnd(text, at);
      if (target > at) {
        at = target;
        continue;
      }
      int c = text.codePointAt(at);
      if (Character.isLetterOrDigit(c)) {
        out.appendCodePoint(Character.toLowerCase(c));
      }
      at += Character.charCount(c);
    }
    return out.toString();
  }

  /**
   * Index behind a link target such as {@code https://…} or {@code mailto:…}, or behind what stands
   * for a picture: {@code [cid:…]} (Outlook), {@code [image: logo.png]} (Gmail).
   */
  private static int targetEnd(String text, int at) {
    char c = text.charAt(at);
    if (c == '[' && text.startsWith("[image: ", at)) {
      int close = text.substring(at, Math.min(at + 200, text.length())).indexOf(']');
      return close < 0 ? at : at + close;
    }
    if (c != 'h' && c != 'm' && c != 'c' && c != 't') {
      return at;
    }
    boolean target =
        text.startsWith("http://", at)
            || text.startsWith("https://", at)
            || text.startsWith("mailto:", at)
            || text.startsWith("cid:", at)
            || text.startsWith("tel:", at);
    int end = at;
    while (target
        && end < text.length()
        && text.charAt(end) > ' '
        && "<>\"]".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }
}
