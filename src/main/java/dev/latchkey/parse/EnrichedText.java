package dev.latchkey.parse;

/** The words of text/enriched (RFC 1896) and text/richtext, without their commands. */
final class EnrichedText {
  private EnrichedText() {}

  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '<') {
        out.append(c);
      } else if (text.startsWith("<<", i)) {
        out.append('<');
        i++;
      } else {
        int close = text.indexOf('>', i);
        int end = close < 0 || close - i > 60 ? i : close;
        if (text.regionMatches(true, i, "<param>", 0, 7)) {
          int param = text.indexOf("</param>", i);
          end = param < 0 ? end : param + 7;
        } else if (text.regionMatches(true, i, "<nl>", 0, 4)) {
          out.append('\n');
        }
        i = end;
      }
    }
    return out.toString();
  }
}
