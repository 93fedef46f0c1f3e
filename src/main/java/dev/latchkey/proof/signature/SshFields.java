package dev.latchkey.proof.signature;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The data types of SSH (RFC 4251 section 5), read one after the other. */
final class SshFields {
  private final ByteBuffer octets;

  SshFields(byte[] octets) {
    this.octets = ByteBuffer.wrap(octets);
  }

  int uint32() throws RefusedException {
    require(octets.remaining() >= 4);
    return octets.getInt();
  }

  /** The next octets, without a length before them. */
  byte[] raw(int length) throws RefusedException {
    require(length >= 0 && octets.remaining() >= length);
    byte[] raw = new byte[length];
    octets.get(raw);
    return raw;
  }

  byte[] string() throws RefusedException {
    return raw(uint32());
  }

  String name() throws RefusedException {
    return new String(string(), StandardCharsets.ISO_8859_1);
  }

  /** A number that is not negative. */
  BigInteger number() throws RefusedException {
    byte[] number = string();
    require(number.length > 0 && number[0] >= 0);
    return new BigInteger(number);
  }

  void end() throws RefusedException {
    require(!octets.hasRemaining());
  }

  /** Octets with their length before them. */
  static void write(ByteArrayOutputStream out, byte[] string) {
    out.writeBytes(ByteBuffer.allocate(4).putInt(string.length).array());
    out.writeBytes(string);
  }

  private static void require(boolean holds) throws RefusedException {
    if (!holds) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
  }
}
