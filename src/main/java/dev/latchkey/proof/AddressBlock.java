package dev.latchkey.proof;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** All addresses that begin with the same bits (RFC 4632, RFC 4291 section 2.3). */
final class AddressBlock {
  private final byte[] prefix;
  private final int bits;

  private AddressBlock(byte[] prefix, int bits) {
    this.prefix = prefix;
    this.bits = bits;
  }

  /** The block written {@code 10.0.0.0/8} or {@code fc00::/7}. */
  static AddressBlock of(String written) {
    int slash = written.indexOf('/');
    try {
      return new AddressBlock(
          InetAddress.getByName(written.substring(0, slash)).getAddress(),
          Integer.parseInt(written.substring(slash + 1)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("no block of addresses: " + written, e);
    }
  }

  /** Whether an address of these {@code octets} is one of them. */
  boolean holds(byte[] octets) {
    if (octets.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((octets[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
