package dev.latchkey.accounts;

import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public key that an account names as its own. Only its outer form is looked at here.
 *
 * @param material an OpenPGP public key in ASCII armour (RFC 9580 section 6.2), its checksum
 *     perhaps left out; or a line of an SSH {@code authorized_keys} file without options: type,
 *     base64, perhaps a comment
 * @param since when it was set; empty when the account system does not say: its age is unknown, and
 *     it proves nothing
 */
public record BoundKey(Kind kind, String material, Optional<Instant> since) {
  /** In characters; the largest keys in use, with many user ids and signatures, stay below it. */
  static final int LONGEST = 200_000;

  private static final String BEGIN = "-----BEGIN PGP PUBLIC KEY BLOCK-----";
  private static final String END = "-----END PGP PUBLIC KEY BLOCK-----";
  private static final Pattern SSH_LINE =
      Pattern.compile("[a-z][a-z0-9@.-]{2,60} [A-Za-z0-9+/]{20,}={0,2}( [^\\p{Cntrl}]*)?");

  /** Which signatures it makes. */
  public enum Kind {
    OPENPGP,
    SSH;

    /** The kind of this name, in any case; empty for every other word. */
    public static Optional<Kind> find(String word) {
      return switch (word.strip().toLowerCase(Locale.ROOT)) {
        case "openpgp" -> Optional.of(OPENPGP);
        case "ssh" -> Optional.of(SSH);
        default -> Optional.empty();
      };
    }
  }

  /**
   * The key in {@code text}: for OpenPGP an armoured key or its octets in base64, which are
   * armoured; for SSH the line. Empty for what has not that form, a private key, or what is longer
   * than any key.
   */
  public static Optional<BoundKey> find(Kind kind, String text, Optional<Instant> since) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Optional<String> material =
        switch (kind) {
          case OPENPGP -> text.contains("-----") ? armoured(text) : octets(text);
          case SSH -> sshLine(text);
        };
    return material.map(found -> new BoundKey(kind, found, since));
  }

  /** The OpenPGP key of these octets, in armour; empty when they begin no packet. */
  static Optional<String> armour(byte[] octets) {
    // Each packet begins with this bit (RFC 9580 section 4.2).
    if (octets.length < 10 || (octets[0] & 0x80) == 0) {
      return Optional.empty();
    }
    Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return Optional.of(BEGIN + "\n\n" + lines.encodeToString(octets) + "\n" + END + "\n");
  }

  private static Optional<String> armoured(String text) {
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END, Math.max(begin, 0));
    boolean whole = begin >= 0 && end > begin && !text.contains("PRIVATE KEY");
    return whole ? Optional.of(text.substring(begin, end) + END + "\n") : Optional.empty();
  }

  private static Optional<String> octets(String base64) {
    try {
      return armour(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> sshLine(String text) {
    Matcher line = SSH_LINE.matcher(text.strip().replaceAll("[ \\t]+", " "));
    return line.matches() ? Optional.of(line.group()) : Optional.empty();
  }
}
