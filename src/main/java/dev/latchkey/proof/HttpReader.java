package dev.latchkey.proof;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one answer of HTTP/1.1 (RFC 9112), strictly and only so much of it. What is compressed is
 * not unpacked: it was not asked for. The body of anything but a success is left alone.
 */
final class HttpReader {
  private static final int LONGEST_HEAD = 16 * 1024;

  /** Interim answers that are passed over (RFC 9110 section 15.2). */
  private static final int INTERIM = 3;

  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");
  private static final Pattern FIELD = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
  private static final Pattern CHUNK = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(?:;.*)?");

  private final InputStream in;
  private final int longest;
  private int headLeft = LONGEST_HEAD;

  HttpReader(InputStream in, int longest) {
    this.in = new BufferedInputStream(in);
    this.longest = longest;
  }

  /**
   * The answer of {@code from}.
   *
   * @throws CannotLookException for one that is no HTTP, is compressed, or has an endless head
   * @throws IOException when it breaks off
   */
  HttpAnswer read(HttpsAddress from) throws IOException, CannotLookException {
    for (int interim = 0; interim <= INTERIM; interim++) {
      int status = status(line());
      Map<String, List<String>> fields = fields();
      if (status >= 200) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean cut = status == 200 && readBody(fields, body);
        return new HttpAnswer(from, status, fields, body.toByteArray(), cut);
      }
    }
    throw new CannotLookException(Obstacle.UNREADABLE);
  }

  private static int status(String line) throws CannotLookException {
    Matcher matcher = matched(STATUS, line);
    return Integer.parseInt(matcher.group(1));
  }

  private Map<String, List<String>> fields() throws IOException, CannotLookException {
    Map<String, List<String>> fields = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      Matcher field = matched(FIELD, line);
      fields
          .computeIfAbsent(field.group(1).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(field.group(2).strip());
    }
    return fields;
  }

  private static Matcher matched(Pattern pattern, String line) throws CannotLookException {
    Matcher matcher = pattern.matcher(line);
    if (!matcher.matches()) {
      throw new CannotLookException(Obstacle.UNREADABLE);
    }
    return matcher;
  }

  /** A line of the head, of a chunk's size or of a trailer: all of them together have a limit. */
  private String line() throws IOException, CannotLookException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet != '\n'; octet = in.read()) {
      if (octet < 0) {
        throw new EOFException("in the head");
      }
      if (--headLeft < 0) {
        throw new CannotLookException(Obstacle.TOO_LARGE);
      }
      line.write(octet);
    }
    headLeft--;
    String text = line.toString(StandardCharsets.ISO_8859_1);
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  /** Whether there was more than is read (RFC 9112 section 6.3). */
  private boolean readBody(Map<String, List<String>> fields, ByteArrayOutputStream body)
      throws IOException, CannotLookException {
    Optional<String> coding = single(fields, "content-encoding");
    Optional<String> transfer = single(fields, "transfer-encoding");
    Optional<String> length = single(fields, "content-length");
    if (!coding.orElse("identity").equalsIgnoreCase("identity")
        || !transfer.orElse("chunked").equalsIgnoreCase("chunked")
        || (transfer.isPresent() && length.isPresent())) {
      throw new CannotLookException(Obstacle.UNREADABLE);
    }
    if (transfer.isPresent()) {
      return readChunks(body);
    }
    if (length.isEmpty()) {
      return readUpTo(Long.MAX_VALUE, body);
    }
    long octets = Long.parseLong(matched(LENGTH, length.get()).group());
    boolean cut = readUpTo(octets, body);
    if (!cut && body.size() < octets) {
      throw new EOFException("in the body");
    }
    return cut;
  }

  private static Optional<String> single(Map<String, List<String>> fields, String name)
      throws CannotLookException {
    List<String> values = fields.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw new CannotLookException(Obstacle.UNREADABLE);
    }
    return values.stream().findFirst();
  }

  private boolean readChunks(ByteArrayOutputStream body) throws IOException, CannotLookException {
    while (true) {
      int size = Integer.parseUnsignedInt(matched(CHUNK, line()).group(1), 16);
      if (size == 0) {
        return false;
      }
      int before = body.size();
      if (size < 0 || readUpTo(size, body)) {
        return true;
      }
      if (body.size() - before < size || !line().isEmpty()) {
        throw new EOFException("in a chunk");
      }
    }
  }

  /** Appends {@code octets} or what there is; whether the limit was in the way. */
  private boolean readUpTo(long octets, ByteArrayOutputStream body) throws IOException {
    int room = longest - body.size();
    body.writeBytes(in.readNBytes((int) Math.min(octets, room)));
    return body.size() == longest && octets > room && in.read() >= 0;
  }
}
