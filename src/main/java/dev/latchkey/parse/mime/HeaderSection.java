package dev.latchkey.parse.mime;

import dev.latchkey.mail.StructureFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A header section and where it ends, read line by line from the octets, with a note of everything
 * that another program may read differently (RFC 5322 section 2.2; THREATS T03).
 *
 * <p>A reader's mistake here is another reader's identity, so nothing is repaired silently. What is
 * forgiven and noted: a byte order mark, an mbox {@code From } line or blank lines on top, a blank
 * before the colon, a line that is no field (junk when fields follow, else the start of the body)
 * and lines that end at LF alone.
 *
 * @param fields topmost first, their values unfolded, octets as ISO 8859-1
 * @param bodyStart index of the first octet of the body
 */
public record HeaderSection(List<Field> fields, int bodyStart, Set<StructureFault> faults) {

  /** A field as it stands in the mail, unfolded. */
  public record Field(String name, String raw) {}

  public HeaderSection {
    fields = List.copyOf(fields);
    faults = Set.copyOf(faults);
  }

  /** Reads the header section of a whole mail. */
  public static HeaderSection ofMail(byte[] octets, int limit) throws MalformedMailException {
    Scanner scanner = new Scanner(octets, limit);
    scanner.skipWhatStandsOnTop();
    return scanner.read();
  }

  /** Reads the header section of a body part that is {@code octets}. */
  static HeaderSection ofPart(byte[] octets, int limit) throws MalformedMailException {
    return new Scanner(octets, limit).read();
  }

  /** The value of the topmost field of that name (in any case). */
  Optional<String> raw(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return Optional.of(field.raw());
      }
    }
    return Optional.empty();
  }

  /** The values of every field of that name (in any case), topmost first. */
  public List<String> all(String name) {
    List<String> values = new ArrayList<>();
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        values.add(field.raw());
      }
    }
    return values;
  }

  /** One walk over the lines of a header section. */
  private static final class Scanner {
    private final byte[] octets;
    private final int limit;
    private final Set<StructureFault> faults = EnumSet.noneOf(StructureFault.class);
    private final List<Field> fields = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private String name = "";
    private int position;

    Scanner(byte[] octets, int limit) {
      this.octets = octets;
      this.limit = limit;
    }

    /** A byte order mark, blank lines, the separator line of an mbox. */
    void skipWhatStandsOnTop() {
      int at = position;
      if (octets.length > 2
          && octets[0] == (byte) 0xEF
          && octets[1] == (byte) 0xBB
          && octets[2] == (byte) 0xBF) {
        at += 3;
      }
      while (at < octets.length && (octets[at] == '\n' || octets[at] == '\r')) {
        at++;
      }
      if (startsWith(at, "From ") || startsWith(at, ">From ")) {
        at = nextLine(at);
      }
      if (at > position && isField(at)) {
        faults.add(StructureFault.BROKEN_HEADER_LINE);
        position = at;
      }
    }

    HeaderSection read() throws MalformedMailException {
      while (position < octets.length) {
        int next = nextLine(position);
        int end = textEnd(position, next);
        if (end == position) {
          position = next;
          break;
        }
        if (isBlank(octets[position])) {
          if (!continues(position, end, next)) {
            break;
          }
        } else if (isField(position)) {
          finishField();
          startField(position, end);
        } else {
          faults.add(StructureFault.BROKEN_HEADER_LINE);
          if ((fields.isEmpty() && name.isEmpty()) || startsBody(next)) {
            break;
          }
        }
        if (next > limit) {
          throw new MalformedMailException("a header section has more than " + limit + " octets");
        }
        lint(position, end, next);
        position = next;
      }
      finishField();
      return new HeaderSection(fields, position, faults);
    }

    /** Appends a folded line; false when a line of blanks only turns out to end the section. */
    private boolean continues(int from, int end, int next) {
      boolean empty = true;
      for (int i = from; i < end && empty; i++) {
        empty = isBlank(octets[i]);
      }
      if (empty || name.isEmpty()) {
        faults.add(StructureFault.BROKEN_HEADER_LINE);
        if (name.isEmpty() || startsBody(next)) {
          position = empty ? next : from;
          return false;
        }
      }
      append(from, end);
      return true;
    }

    /** Whether the header section is over when the line before {@code at} was no field. */
    private boolean startsBody(int at) {
      return at < octets.length
          && textEnd(at, nextLine(at)) > at
          && !isBlank(octets[at])
          && !isField(at);
    }

    private void startField(int from, int end) {
      int colon = from;
      while (octets[colon] != ':') {
        colon++;
      }
      int nameEnd = colon;
      while (isBlank(octets[nameEnd - 1])) {
        nameEnd--;
      }
      if (nameEnd < colon) {
        faults.add(StructureFault.BROKEN_HEADER_LINE);
      }
      name = new String(octets, from, nameEnd - from, StandardCharsets.US_ASCII);
      value.setLength(0);
      append(colon + 1, end);
    }

    private void append(int from, int end) {
      value.append(new String(octets, from, end - from, StandardCharsets.ISO_8859_1));
    }

    private void finishField() {
      if (!name.isEmpty()) {
        int from = 0;
        int end = value.length();
        while (from < end && isBlank((byte) value.charAt(from))) {
          from++;
        }
        while (end > from && isBlank((byte) value.charAt(end - 1))) {
          end--;
        }
        fields.add(new Field(name, value.substring(from, end)));
        name = "";
      }
    }

    private void lint(int from, int end, int next) {
      if (next - end == 1) {
        faults.add(StructureFault.BARE_LINE_END);
      }
      for (int i = from; i < end; i++) {
        if (octets[i] == 0) {
          faults.add(StructureFault.NUL_OCTET);
        } else if (octets[i] == '\r') {
          faults.add(StructureFault.BARE_LINE_END);
        }
      }
    }

    /** A field name (RFC 5322 section 3.6.8), blanks, a colon. */
    private boolean isField(int from) {
      int at = from;
      while (at < octets.length && octets[at] > ' ' && octets[at] < 0x7F && octets[at] != ':') {
        at++;
      }
      if (at == from) {
        return false;
      }
      while (at < octets.length && isBlank(octets[at])) {
        at++;
      }
      return at < octets.length && octets[at] == ':';
    }

    private boolean startsWith(int at, String word) {
      int length = Math.min(word.length(), octets.length - at);
      return word.equals(new String(octets, at, length, StandardCharsets.US_ASCII));
    }

    /** Index behind the line end. */
    private int nextLine(int from) {
      int at = from;
      while (at < octets.length && octets[at] != '\n') {
        at++;
      }
      return Math.min(at + 1, octets.length);
    }

    /** Index of the line end. */
    private int textEnd(int from, int next) {
      int end = next;
      if (end > from && octets[end - 1] == '\n') {
        end--;
        if (end > from && octets[end - 1] == '\r') {
          end--;
        }
      }
      return end;
    }

    private static boolean isBlank(byte octet) {
      return octet == ' ' || octet == '\t';
    }
  }
}
