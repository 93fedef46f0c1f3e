package dev.latchkey.mail;

import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The octets of a mail exactly as the server handed them over; nobody changes them.
 *
 * <p>The array is not copied, neither on the way in nor out: a mail may have 25 MB. Whoever gives
 * an array away or takes one must leave it as it is.
 */
public final class MailBytes {
  private final byte[] octets;

  public MailBytes(byte[] octets) {
    this.octets = octets;
  }

  /** The octets themselves, not a copy. */
  public byte[] octets() {
    return octets;
  }

  /** How many octets. */
  public int size() {
    return octets.length;
  }

  /** SHA-256 of all octets, 32 octets long: two mails with the same value are the same mail. */
  public byte[] sha256() {
    return Sha256.of(octets);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MailBytes bytes && Arrays.equals(octets, bytes.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return octets.length + " octets, sha256 " + HexFormat.of().formatHex(sha256(), 0, 6);
  }
}
