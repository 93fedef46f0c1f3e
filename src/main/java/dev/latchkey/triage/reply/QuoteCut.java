package dev.latchkey.triage.reply;

import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.List;
import java.util.Optional;

/**
 * Lines after which somebody else speaks.
 *
 * @param start first line of the introduction
 * @param end last line of the introduction
 * @param typed how many characters of the first line were typed before the introduction
 * @param certain whether the text below is certainly not the writer's
 * @param block whether it is a block of header lines and nothing else
 * @param why what the introduction is, in words
 */
record QuoteCut(int start, int end, int typed, boolean certain, boolean block, String why) {
  private static final QuoteWords WORDS = QuoteWords.ALL;
  private static final int LONGEST_MARKER = 120;
  private static final String INTRODUCTION = "introduction of a quote";

  /** A cut at "… wrote:". */
  static QuoteCut introduction(AttributionFinder.Found found, int typed) {
    return new QuoteCut(found.start(), found.end(), typed, true, false, INTRODUCTION);
  }

  /** The introduction that begins at line {@code at} and is no "… wrote:", if there is one. */
  static Optional<QuoteCut> headAt(List<QuoteLine> lines, int at) {
    String words = lines.get(at).words();
    if (words.length() <= LONGEST_MARKER) {
      if (isMarker(lines, at)) {
        int end =
            HeaderBlock.startingAt(lines, afterBlank(lines, at)).map(HeaderBlock::end).orElse(at);
        return Optional.of(new QuoteCut(at, end, 0, true, false, "original message"));
      }
    }
    return HeaderBlock.startingAt(lines, at)
        .map(
            block ->
                new QuoteCut(block.start(), block.end(), 0, block.certain(), true, "header block"));
  }

  /** Whether {@code line} has strokes on both sides of words, in a language we may not know. */
  static boolean isDashed(QuoteLine line) {
    String words = line.words();
    return words.length() <= LONGEST_MARKER
        && words.length() > 4
        && words.startsWith("--")
        && words.endsWith("--")
        && !line.isRule();
  }

  /** Whether it is a line of the form "… wrote:". */
  boolean introduction() {
    return !block && why.equals(INTRODUCTION);
  }

  private static boolean isMarker(List<QuoteLine> lines, int at) {
    String words = lines.get(at).words();
    String inner = inner(words);
    if (inner.isEmpty() || lines.get(at).isFramed()) {
      return !inner.isEmpty();
    }
    boolean dashed =
        !inner.equals(words)
            && strokes(words.charAt(0))
            && strokes(words.charAt(words.length() - 1));
    if (dashed
        && (WORDS.has(Use.ORIGINAL, inner)
            || WORDS.startsWith(Use.ORIGINAL, inner)
            || WORDS.speaksOf(Use.REPLY_LINE, inner))) {
      return true;
    }
    if (isDashed(lines.get(at))
        && HeaderBlock.isHeader(
            lines.size() > afterBlank(lines, at) ? lines.get(afterBlank(lines, at)).words() : "")) {
      return true;
    }
    return Attribution.endsInColon(words) && WORDS.has(Use.FORWARD_LINE, withoutColon(inner));
  }

  private static String withoutColon(String text) {
    int end = text.length();
    while (end > 0 && ":： ".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end);
  }

  private static int afterBlank(List<QuoteLine> lines, int at) {
    int next = at + 1;
    while (next < lines.size() - 1 && lines.get(next).blank()) {
      next++;
    }
    return Math.min(next, lines.size() - 1);
  }

  private static boolean strokes(char c) {
    return "-_=*—–~#+>".indexOf(c) >= 0;
  }

  private static String inner(String words) {
    int from = 0;
    int to = words.length();
    while (from < to && (strokes(words.charAt(from)) || words.charAt(from) == ' ')) {
      from++;
    }
    while (to > from && (strokes(words.charAt(to - 1)) || words.charAt(to - 1) == ' ')) {
      to--;
    }
    return words.substring(from, to);
  }
}
