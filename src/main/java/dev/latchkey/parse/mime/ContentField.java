package dev.latchkey.parse.mime;

import dev.latchkey.mail.SafeText;
import dev.latchkey.parse.charset.CharsetText;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A Content-Type or Content-Disposition field: its value and parameters (RFC 2045 section 5.1, RFC
 * 2183, RFC 2231).
 *
 * <p>Forgiven: blanks in an unquoted value, a missing semicolon, a quote that is never closed,
 * comments, encoded words where RFC 2231 is due (Outlook, Gmail), continuations that are quoted,
 * out of order or without their first one.
 *
 * @param value in lower case, without comments
 * @param parameters by lower-case name; decoded, quotes taken off
 * @param doubtful a parameter stands twice with different values, so that programs may differ
 */
record ContentField(String value, Map<String, String> parameters, boolean doubtful) {

  ContentField {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a raw, unfolded value. */
  static ContentField read(String raw) {
    return new Reader(raw).read();
  }

  Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** One walk over a value. */
  private static final class Reader {
    private static final List<String> WELL_KNOWN =
        List.of("charset", "name", "filename", "boundary", "format", "delsp");
    private final String raw;
    private final int lastComment;
    private int position;
    private boolean doubtful;
    private final Map<String, String> plain = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Section>> extended = new HashMap<>();

    /** A piece of a parameter; {@code encoded} when it is written in percent signs. */
    private record Section(String text, boolean encoded) {}

    Reader(String raw) {
      this.raw = raw;
      this.lastComment = raw.lastIndexOf(')');
    }

    ContentField read() {
      String value = unquoted(true).toLowerCase(Locale.ROOT);
      while (position < raw.length()) {
        readParameter();
      }
      Map<String, String> parameters = new HashMap<>();
      plain.forEach((name, text) -> parameters.put(name, EncodedWords.decode(text)));
      extended.forEach(
          (name, sections) -> {
            String before = parameters.put(name, joined(sections));
            // a file name may come in both forms (RFC 6266 section 4.3), nothing else does
            doubtful |= before != null && !name.equals("filename") && !name.equals("name");
          });
      return new ContentField(value, parameters, doubtful);
    }

    private void readParameter() {
      String name = parameterName();
      if (position >= raw.length() || raw.charAt(position) != '=') {
        position++;
        return;
      }
      position++;
      String text = value(name);
      int star = name.indexOf('*');
      if (star < 0) {
        String before = plain.putIfAbsent(name, text);
        doubtful |= before != null && !before.equals(text);
        return;
      }
      boolean encoded = name.endsWith("*");
      String number =
          name.substring(star + 1, encoded ? Math.max(star + 1, name.length() - 1) : name.length());
      Section before =
          extended
              .computeIfAbsent(name.substring(0, star).strip(), key -> new TreeMap<>())
              .putIfAbsent(number(number), new Section(text, encoded));
      doubtful |= before != null;
    }

    private static int number(String digits) {
      int number = 0;
      for (int i = 0; i < digits.length() && i < 6; i++) {
        number = number * 10 + Math.max(0, Character.digit(digits.charAt(i), 10));
      }
      return number;
    }

    /** Text up to the equals sign or semicolon, in lower case, without blanks. */
    private String parameterName() {
      StringBuilder name = new StringBuilder();
      while (position < raw.length() && "=;".indexOf(raw.charAt(position)) < 0) {
        if (raw.charAt(position) > ' ') {
          name.append(raw.charAt(position));
        }
        position++;
      }
      int comment = name.lastIndexOf(")");
      return name.substring(comment + 1).toLowerCase(Locale.ROOT);
    }

    /** A quoted string, or text up to the semicolon; in a file name brackets are no comment. */
    private String value(String name) {
      while (position < raw.length() && raw.charAt(position) <= ' ') {
        position++;
      }
      if (position >= raw.length() || raw.charAt(position) != '"') {
        return unquoted(!name.startsWith("name") && !name.startsWith("filename"));
      }
      StringBuilder text = new StringBuilder();
      position++;
      while (position < raw.length() && raw.charAt(position) != '"') {
        if (raw.charAt(position) == '\\' && position + 1 < raw.length()) {
          position++;
        }
        text.append(raw.charAt(position));
        position++;
      }
      position++;
      return text.toString();
    }

    /** Text up to the semicolon, or up to a well-known parameter where that was forgotten. */
    private String unquoted(boolean comments) {
      StringBuilder text = new StringBuilder();
      int depth = 0;
      while (position < raw.length()) {
        char c = raw.charAt(position);
        if (comments && c == '(' && (depth > 0 || position < lastComment)) {
          depth++;
        } else if (c == ')' && depth > 0) {
          depth--;
        } else if (depth == 0) {
          if (c == ';' || (c <= ' ' && isParameter(position + 1))) {
            position++;
            break;
          }
          text.append(c);
        }
        position++;
      }
      return text.toString().strip();
    }

    private boolean isParameter(int at) {
      for (String name : WELL_KNOWN) {
        if (raw.regionMatches(true, at, name, 0, name.length())) {
          int next = at + name.length();
          return next < raw.length() && "=*".indexOf(raw.charAt(next)) >= 0;
        }
      }
      return false;
    }

    /** RFC 2231 section 4.1: the charset stands in the first piece, each piece may be encoded. */
    private static String joined(Map<Integer, Section> sections) {
      ByteArrayOutputStream octets = new ByteArrayOutputStream();
      String charset = "";
      boolean first = true;
      boolean encoded = false;
      for (Section section : sections.values()) {
        String text = section.text();
        if (first && section.encoded()) {
          int quote = text.indexOf('\'');
          int second = text.indexOf('\'', quote + 1);
          if (quote >= 0 && second > quote) {
            charset = text.substring(0, quote);
            text = text.substring(second + 1);
          }
        }
        first = false;
        encoded |= section.encoded();
        if (section.encoded()) {
          percent(text, octets);
        } else {
          octets.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        }
      }
      byte[] all = octets.toByteArray();
      return encoded && !charset.isEmpty()
          ? SafeText.line(CharsetText.decode(all, charset))
          : EncodedWords.decode(new String(all, StandardCharsets.ISO_8859_1));
    }

    private static void percent(String text, ByteArrayOutputStream out) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '%'
            && i + 2 < text.length()
            && TransferDecoder.hex(text.charAt(i + 1)) >= 0
            && TransferDecoder.hex(text.charAt(i + 2)) >= 0) {
          out.write(
              TransferDecoder.hex(text.charAt(i + 1)) << 4
                  | TransferDecoder.hex(text.charAt(i + 2)));
          i += 2;
        } else {
          out.write(c);
        }
      }
    }
  }
}
