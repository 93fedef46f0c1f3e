package dev.latchkey.parse.mime;

import dev.latchkey.parse.mime.BerReader.BrokenException;
import dev.latchkey.parse.mime.BerReader.Element;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What an opaque S/MIME signature holds (RFC 8551 section 3.5.2, RFC 5652 section 5): the entity
 * that was signed. It is taken out to be read; the signature is not looked at and proves nothing.
 */
final class OpaqueSignature {
  private static final Set<String> TYPES =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

  private static final int OBJECT_IDENTIFIER = 0x06;
  private static final int INTEGER = 0x02;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int EXPLICIT_0 = 0xA0;
  private static final int OCTET_STRING = 0x04;
  private static final int OCTET_STRING_IN_PIECES = 0x24;
  private static final int DEEPEST_PIECE = 4;

  /** 1.2.840.113549.1.7.1 and 1.2.840.113549.1.7.2. */
  private static final byte[] DATA = {
    0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 1
  };

  private static final byte[] SIGNED_DATA = {
    0x2A, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xF7, 0x0D, 1, 7, 2
  };

  /** 1.2.840.113549.1.7.3, envelopedData, and 1.2.840.113549.1.7.6, encryptedData. */
  private static final List<byte[]> LOCKED =
      List.of(
          oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 3),
          oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 7, 6),
          // 1.2.840.113549.1.9.16.1.23, authEnvelopedData (RFC 5083)
          oid(0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 9, 16, 1, 23));

  private static final int LONGEST_HEAD = 2 + 4 + 2;

  private final byte[] octets;
  private final BerReader ber;
  private final ByteArrayOutputStream content = new ByteArrayOutputStream();

  private OpaqueSignature(byte[] octets) {
    this.octets = octets;
    this.ber = new BerReader(octets);
  }

  /** Whether a part may be one, by its type or by the file name of RFC 8551 section 3.2.1. */
  static boolean mayBe(PartHeader part) {
    return TYPES.contains(part.mediaType())
        || (part.mediaType().equals("application/octet-stream")
            && part.name().filter(n -> n.toLowerCase(Locale.ROOT).equals("smime.p7m")).isPresent());
  }

  /**
   * The octets that were signed; empty when there are none inside, when they are locked up, and
   * when this is no whole SignedData.
   */
  static Optional<byte[]> content(byte[] octets) {
    try {
      return new OpaqueSignature(octets).read();
    } catch (BrokenException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether an S/MIME object is encrypted: by the type that stands in it, whatever follows; where
   * none does, by the parameter {@code smime-type} (RFC 8551 section 3.2.2).
   */
  static boolean isLocked(byte[] octets, ContentField type) {
    for (int at = 2; at <= Math.min(LONGEST_HEAD, octets.length - 2); at++) {
      int from = at + 2;
      int length = octets[at + 1];
      if (octets[at] == OBJECT_IDENTIFIER && length > 0 && length <= octets.length - from) {
        byte[] found = Arrays.copyOfRange(octets, from, from + length);
        return LOCKED.stream().anyMatch(locked -> Arrays.equals(locked, found));
      }
    }
    String said = type.parameter("smime-type").orElse("").toLowerCase(Locale.ROOT);
    return said.equals("enveloped-data") || said.equals("authenveloped-data");
  }

  private static byte[] oid(int... numbers) {
    byte[] octets = new byte[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      octets[i] = (byte) numbers[i];
    }
    return octets;
  }

  private Optional<byte[]> read() throws BrokenException {
    Element outer = ber.at(0, octets.length, SEQUENCE);
    Element type = ber.at(outer.from(), outer.to(), OBJECT_IDENTIFIER);
    if (!is(type, SIGNED_DATA) || !isBlank(outer.next())) {
      return Optional.empty();
    }
    Element wrapper = ber.at(type.next(), outer.to(), EXPLICIT_0);
    Element signed = ber.at(wrapper.from(), wrapper.to(), SEQUENCE);
    Element version = ber.at(signed.from(), signed.to(), INTEGER);
    Element digests = ber.at(version.next(), signed.to(), SET);
    Element inner = ber.at(digests.next(), signed.to(), SEQUENCE);
    Element innerType = ber.at(inner.from(), inner.to(), OBJECT_IDENTIFIER);
    if (!is(innerType, DATA) || innerType.next() == inner.to()) {
      return Optional.empty();
    }
    Element explicit = ber.at(innerType.next(), inner.to(), EXPLICIT_0);
    take(ber.at(explicit.from(), explicit.to()), 0);
    return Optional.of(content.toByteArray());
  }

  /** An OCTET STRING, whole or in pieces (X.690 section 8.7). */
  private void take(Element string, int depth) throws BrokenException {
    if (string.tag() == OCTET_STRING) {
      content.write(octets, string.from(), string.to() - string.from());
      return;
    }
    if (string.tag() != OCTET_STRING_IN_PIECES || depth > DEEPEST_PIECE) {
      throw new BrokenException();
    }
    for (int at = string.from(); at < string.to(); ) {
      Element piece = ber.at(at, string.to());
      take(piece, depth + 1);
      at = piece.next();
    }
  }

  private boolean is(Element element, byte[] identifier) {
    return Arrays.equals(octets, element.from(), element.to(), identifier, 0, identifier.length);
  }

  /** Line ends may follow where nothing is encoded. */
  private boolean isBlank(int from) {
    for (int i = from; i < octets.length; i++) {
      if (octets[i] < 0 || octets[i] > ' ') {
        return false;
      }
    }
    return true;
  }
}
