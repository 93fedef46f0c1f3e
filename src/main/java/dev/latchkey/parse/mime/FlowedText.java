package dev.latchkey.parse.mime;

/**
 * Joins the lines of {@code format=flowed} (RFC 3676 section 4.2), quote marks kept: Thunderbird,
 * Apple Mail, mutt.
 */
final class FlowedText {
  private FlowedText() {}

  /**
   * Unfolds {@code text}.
   *
   * @param delSp the blank before a soft line end is taken out as well (DelSp=yes)
   */
  static String unfold(String text, boolean delSp) {
    StringBuilder out = new StringBuilder(text.length());
    int depth = -1;
    int at = 0;
    while (at < text.length()) {
      int feed = text.indexOf('\n', at);
      int next = feed < 0 ? text.length() : feed + 1;
      int end =
          feed < 0 ? text.length() : feed > at && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
      int marks = at;
      while (marks < end && text.charAt(marks) == '>') {
        marks++;
      }
      int from = marks < end && text.charAt(marks) == ' ' ? marks + 1 : marks;
      String line = text.substring(from, end);
      boolean signature = line.equals("-- ");
      boolean flowed = line.endsWith(" ") && !signature;
      if (depth >= 0 && (depth != marks - at || signature)) {
        out.append('\n');
        depth = -1;
      }
      if (depth < 0) {
        out.append(">".repeat(marks - at));
        if (marks > at && !line.isEmpty()) {
          out.append(' ');
        }
      }
      out.append(flowed && delSp ? line.substring(0, line.length() - 1) : line);
      if (flowed && feed >= 0) {
        depth = marks - at;
      } else {
        depth = -1;
        if (feed >= 0) {
          out.append('\n');
        }
      }
      at = next;
    }
    return out.toString();
  }
}
