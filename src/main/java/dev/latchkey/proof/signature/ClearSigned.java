package dev.latchkey.proof.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one clear-signed text in a body (RFC 9580 section 7). What stands above and below it was
 * signed by nobody and is not in it.
 */
final class ClearSigned {
  private static final String MESSAGE = "PGP SIGNED MESSAGE";

  /** Label of the armour that holds nothing but signatures. */
  static final String SIGNATURE = "PGP SIGNATURE";

  /** Of a text that a person writes; a quoted correspondence may stand in it. */
  private static final int MOST_LINES = 20_000;

  /** In characters of base64; a signature with the certificate of its key may be as long. */
  static final int LONGEST_SIGNATURE = 64 * 1024;

  private final List<String> lines;
  private final byte[] signature;

  private ClearSigned(List<String> lines, byte[] signature) {
    this.lines = lines;
    this.signature = signature;
  }

  /** Reads {@code text}, the body of a mail; empty when nothing in it is clear-signed. */
  static Optional<ClearSigned> find(List<String> text) throws RefusedException {
    int begin = text.indexOf(Armour.begin(MESSAGE));
    if (begin < 0) {
      return Optional.empty();
    }
    if (text.lastIndexOf(Armour.begin(MESSAGE)) != begin) {
      throw new RefusedException(SignatureRefusal.SEVERAL_SIGNATURES);
    }
    List<String> below = text.subList(begin + 1, text.size());
    int end = below.indexOf(Armour.begin(SIGNATURE));
    if (end < 0) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
    byte[] signature = Armour.only(below.subList(end, below.size()), SIGNATURE, LONGEST_SIGNATURE);
    return Optional.of(new ClearSigned(signed(below.subList(0, end)), signature));
  }

  /** The octets of the armour below the text. */
  byte[] signature() {
    return signature;
  }

  /** What was signed: dashes unescaped, blanks at line ends gone, lines joined by CR LF. */
  String text() {
    return String.join("\r\n", lines);
  }

  private static List<String> signed(List<String> lines) throws RefusedException {
    int from = 0;
    while (from < lines.size() && !lines.get(from).isEmpty()) {
      if (!lines.get(from).startsWith("Hash: ")) {
        throw new RefusedException(SignatureRefusal.UNREADABLE);
      }
      from++;
    }
    if (from == lines.size()) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
    if (lines.size() > MOST_LINES) {
      throw new RefusedException(SignatureRefusal.TOO_MUCH);
    }
    List<String> signed = new ArrayList<>();
    for (String line : lines.subList(from + 1, lines.size())) {
      boolean escaped = line.startsWith("- ") || line.equals("-");
      if (line.startsWith("-") && !escaped) {
        throw new RefusedException(SignatureRefusal.UNREADABLE);
      }
      signed.add(escaped ? line.substring(Math.min(2, line.length())) : line);
    }
    return signed;
  }
}
