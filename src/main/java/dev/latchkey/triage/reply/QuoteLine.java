package dev.latchkey.triage.reply;

import dev.latchkey.mail.TextLine;
import dev.latchkey.mail.TextLine.Mark;
import dev.latchkey.triage.reply.QuoteWords.Use;
import java.util.Set;

/**
 * One line of a mail as the trimmer looks at it.
 *
 * @param text the line as it is
 * @param words the line without its quote marks, blanks made one, invisible characters left out
 * @param depth how many quote marks ({@code >}) stand before it
 * @param mark what mark-up said about it
 * @param headers what the names of header fields on it are for; mostly there is none
 */
record QuoteLine(String text, String words, int depth, Mark mark, Set<Use> headers) {

  private static final char FIRST_BEYOND_ASCII = 0x80;
  private static final int MOST_INITIALS = 5;

  static QuoteLine of(TextLine line) {
    String text = line.text();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        depth++;
        start = i + 1;
      } else if (c != ' ' && c != '\t' && !isInvisible(c)) {
        break;
      }
    }
    return of(text, tidy(text.substring(start)), depth, line.mark());
  }

  static QuoteLine of(String text, String words, int depth, Mark mark) {
    return new QuoteLine(text, words, depth, mark, HeaderBlock.names(words));
  }

  /** Whether mark-up or a quote mark says that this is quoted. */
  boolean quoted() {
    return mark == Mark.QUOTE
        || (depth > 0 && !isDecoration() && !isMailboxEscape() && !isFramed());
  }

  /** Nothing to read on it. */
  boolean blank() {
    return words.isEmpty();
  }

  /** {@code >>> look here <<<} is an ornament of the writer's. */
  boolean isDecoration() {
    return depth > 0 && words.endsWith("<<");
  }

  /** GroupWise introduces a quote by {@code >>> name and date >>>}. */
  boolean isFramed() {
    return depth == 3 && text.startsWith(">>> ") && words.endsWith(">>>");
  }

  /** {@code NQ> words}: quoted with the initials of their writer, as Emacs and The Bat can do. */
  boolean hasInitials() {
    int mark = initials().length();
    return mark >= 2 && mark <= 3;
  }

  /** The capitals before the first {@code >}, if nothing else stands there; else empty. */
  String initials() {
    int mark = words.indexOf('>');
    return mark > 0
            && mark <= MOST_INITIALS
            && words.substring(0, mark).chars().allMatch(Character::isUpperCase)
        ? words.substring(0, mark)
        : "";
  }

  /** {@code | words}: quoted by a bar, below an introduction; elsewhere a table. */
  boolean hasBar() {
    return !words.isEmpty() && "|¦│┃❘".indexOf(words.charAt(0)) >= 0;
  }

  /** Mailbox files put one mark before a typed line that begins with "From " (RFC 4155). */
  boolean isMailboxEscape() {
    return depth == 1 && text.startsWith(">From ");
  }

  /** A line of strokes only, as clients set above what they quote. */
  boolean isRule() {
    return words.length() >= 5 && words.chars().allMatch(c -> "-_=*—–~ ".indexOf(c) >= 0);
  }

  /** {@code text} with its blanks made one and its invisible characters left out. */
  static String tidy(String text) {
    return isTidy(text) ? text : tidied(text);
  }

  /** Most lines are: words of ASCII with one blank between them. */
  private static boolean isTidy(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= FIRST_BEYOND_ASCII || (c == ' ' && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before != ' ' || text.isEmpty();
  }

  private static String tidied(String text) {
    StringBuilder tidy = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isInvisible(c)) {
        continue;
      }
      if (isBlank(c)) {
        blank = tidy.length() > 0;
        continue;
      }
      if (blank) {
        tidy.append(' ');
        blank = false;
      }
      tidy.append(c);
    }
    return tidy.toString();
  }

  /** Marks of direction and zero-width characters, which clients set around names and dates. */
  private static boolean isInvisible(char c) {
    return c >= FIRST_BEYOND_ASCII && Character.getType(c) == Character.FORMAT;
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || (c >= FIRST_BEYOND_ASCII && Character.isSpaceChar(c));
  }
}
