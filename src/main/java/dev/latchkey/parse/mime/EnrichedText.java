package dev.latchkey.parse.mime;

/** The words of text/enriched (RFC 1896) and text/richtext, without their commands. */
final class EnrichedText {
  private EnrichedText() {}

  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    int lastParam = text.lastIndexOf("</param>");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '<') {
        out.append(c);
      } else if (text.startsWith("<<", i)) {
        out.append('<');
        i++;
      } else {
        int close = text.substring(i, Math.min(i + 60, text.length())).indexOf('>');
        int end = close < 0 ? i : i + close;
        if (i < lastParam && text.startsWith("<param>", i)) {
          end = text.indexOf("</param>", i) + 7;
        } else if (text.regionMatches(true, i, "<nl>", 0, 4)) {
          out.append('\n');
        }
        i = end;
      }
    }
    return out.toString();
  }
}
