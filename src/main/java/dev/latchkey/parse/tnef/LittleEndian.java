package dev.latchkey.parse.tnef;

import java.util.Arrays;

/** Octets read in order, numbers with their least octet first; nothing is read beyond the end. */
final class LittleEndian {
  private final byte[] octets;
  private final int end;
  private int at;

  LittleEndian(byte[] octets) {
    this(octets, 0, octets.length);
  }

  LittleEndian(byte[] octets, int from, int end) {
    this.octets = octets;
    this.at = from;
    this.end = end;
  }

  int left() {
    return end - at;
  }

  int octet() {
    return at < end ? octets[at++] & 0xFF : 0;
  }

  int two() {
    return octet() | octet() << 8;
  }

  long four() {
    return two() | (long) two() << 16;
  }

  void skip(long count) {
    at = (int) Math.min(end, at + Math.max(0, count));
  }

  /** So many octets, or what is left of them. */
  byte[] take(long count) {
    int from = at;
    skip(count);
    return Arrays.copyOfRange(octets, from, at);
  }
}
