package dev.latchkey.parse.mime;

import dev.latchkey.mail.MailBytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A mail whose outermost entity is a multipart/signed (RFC 1847 section 2.1), with the exact octets
 * of what was signed.
 *
 * @param protocol which kind of signature it says it holds, for example {@code
 *     application/pgp-signature}
 * @param whole it has exactly two parts, the last delimiter closes it, and its header says what it
 *     is only once
 * @param content its first part, header and body, all lines ending in CR LF (RFC 3156 section 5)
 * @param signatureType media type of its second part
 * @param signature its second part, transfer encoding undone
 */
public record SignedMultipart(
    String protocol, boolean whole, MailBytes content, String signatureType, MailBytes signature) {

  /** Parts that are told from each other; more than two are too many in any case. */
  private static final int MOST_PARTS = 3;

  /**
   * Reads {@code mail}; empty when its outermost entity is of another kind.
   *
   * @throws MalformedMailException when a header is beyond its limit
   */
  public static Optional<SignedMultipart> of(MailBytes mail) throws MalformedMailException {
    byte[] octets = mail.octets();
    int limit = ParseLimits.DEFAULTS.headerOctets();
    HeaderSection header = HeaderSection.ofMail(octets, limit);
    PartHeader fields = PartHeader.read(header, "text/plain");
    if (!fields.mediaType().equals("multipart/signed")) {
      return Optional.empty();
    }
    String boundary = fields.type().parameter("boundary").orElse("");
    Parts parts = boundary.isEmpty() ? new Parts() : Parts.of(octets, header, boundary);
    boolean whole = parts.closed && parts.found.size() == 2 && fields.faults().isEmpty();
    byte[] second = parts.found.size() > 1 ? parts.found.get(1) : new byte[0];
    HeaderSection below = HeaderSection.ofPart(second, limit);
    PartHeader signature = PartHeader.read(below, "text/plain");
    byte[] encoded = Arrays.copyOfRange(second, below.bodyStart(), second.length);
    return Optional.of(
        new SignedMultipart(
            fields.type().parameter("protocol").orElse("").strip(),
            whole,
            new MailBytes(canonical(parts.found.isEmpty() ? new byte[0] : parts.found.get(0))),
            signature.mediaType(),
            new MailBytes(TransferDecoder.decode(encoded, signature.encoding()))));
  }

  /** The same lines, each ending in CR LF. */
  private static byte[] canonical(byte[] octets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length + octets.length / 32);
    for (int i = 0; i < octets.length; i++) {
      if (octets[i] == '\n' && (i == 0 || octets[i - 1] != '\r')) {
        out.write('\r');
      }
      out.write(octets[i]);
    }
    return out.toByteArray();
  }

  /** The parts between the delimiters (RFC 2046 section 5.1.1), octet by octet. */
  private static final class Parts {
    private final List<byte[]> found = new ArrayList<>();
    private boolean closed;

    static Parts of(byte[] octets, HeaderSection header, String boundary) {
      Parts parts = new Parts();
      String delimiter = "--" + boundary;
      int from = -1;
      int at = header.bodyStart();
      while (at < octets.length && !parts.closed && parts.found.size() < MOST_PARTS) {
        int feed = at;
        while (feed < octets.length && octets[feed] != '\n') {
          feed++;
        }
        String line = delimiterIn(octets, at, feed, delimiter.length() + 2);
        parts.closed = line.equals(delimiter + "--");
        if (parts.closed || line.equals(delimiter)) {
          if (from >= 0) {
            parts.found.add(Arrays.copyOfRange(octets, from, Math.max(from, endOf(octets, at))));
          }
          from = feed + 1;
        }
        at = feed + 1;
      }
      return parts;
    }

    /** A line that may be a delimiter, without the blanks that gateways put behind it. */
    private static String delimiterIn(byte[] octets, int from, int to, int longest) {
      int end = to;
      while (end > from && octets[end - 1] <= ' ' && octets[end - 1] >= 0) {
        end--;
      }
      boolean dashes = end - from >= 2 && octets[from] == '-' && octets[from + 1] == '-';
      return dashes && end - from <= longest
          ? new String(octets, from, end - from, StandardCharsets.ISO_8859_1)
          : "";
    }

    /** The line end before a delimiter belongs to the delimiter. */
    private static int endOf(byte[] octets, int delimiter) {
      int end = delimiter - 1;
      return end > 0 && octets[end - 1] == '\r' ? end - 1 : end;
    }
  }
}
