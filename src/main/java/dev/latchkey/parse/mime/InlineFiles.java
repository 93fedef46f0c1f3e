package dev.latchkey.parse.mime;

import dev.latchkey.mail.MailPart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds files that stand in a text as uuencode or yEnc (Outlook's "plain text only", Usenet), and
 * takes them out of it.
 *
 * @param text without the files
 */
record InlineFiles(String text, List<MailPart> files) {

  InlineFiles {
    files = List.copyOf(files);
  }

  static InlineFiles in(String text) {
    return text.contains("begin ") || text.contains("=ybegin ")
        ? new Scan(text).run()
        : new InlineFiles(text, List.of());
  }

  /** One walk over the lines. */
  private static final class Scan {
    private final String text;
    private final StringBuilder rest = new StringBuilder();
    private final List<MailPart> files = new ArrayList<>();
    private int position;

    Scan(String text) {
      this.text = text;
    }

    InlineFiles run() {
      while (position < text.length()) {
        int start = position;
        String line = line();
        if (!file(line)) {
          rest.append(text, start, position);
        }
      }
      return new InlineFiles(rest.toString(), files);
    }

    private boolean file(String line) {
      int body = position;
      Optional<String> name = UuBlock.nameIn(line);
      long size = -1;
      if (name.isPresent()) {
        size = uuencoded();
      } else if (line.startsWith("=ybegin ") && line.contains(" name=")) {
        name = Optional.of(line.substring(line.indexOf(" name=") + 6).strip());
        size = yencoded();
      }
      if (size < 0) {
        position = body;
        return false;
      }
      files.add(
          new MailPart("application/octet-stream", name.flatMap(Entity::fileName), true, size, ""));
      return true;
    }

    /** Size of the file up to its {@code end}, or -1. */
    private long uuencoded() {
      long size = 0;
      while (position < text.length()) {
        String line = line();
        if (line.equals("end")) {
          return size;
        }
        if (!line.isEmpty() && !UuBlock.isData(line)) {
          return -1;
        }
        size += line.isEmpty() ? 0 : UuBlock.size(line);
      }
      return -1;
    }

    private long yencoded() {
      long size = 0;
      while (position < text.length()) {
        String line = line();
        if (line.startsWith("=yend")) {
          return size;
        }
        if (line.startsWith("=ybegin ")) {
          return -1;
        }
        if (!line.startsWith("=ypart")) {
          size += line.length() - line.chars().filter(c -> c == '=').count();
        }
      }
      return -1;
    }

    private String line() {
      int feed = text.indexOf('\n', position);
      int end = feed < 0 ? text.length() : feed;
      String line =
          text.substring(position, end > position && text.charAt(end - 1) == '\r' ? end - 1 : end);
      position = feed < 0 ? text.length() : feed + 1;
      return line;
    }
  }
}
