package dev.latchkey;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Arrays;
import org.jspecify.annotations.NullMarked;

/** How SSH puts octets together (RFC 4251 section 5). */
@NullMarked
public final class SshWire {
  private SshWire() {}

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Strings, each with its length before it. */
  public static byte[] wire(byte[]... strings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] string : strings) {
      out.writeBytes(ByteBuffer.allocate(4).putInt(string.length).array());
      out.writeBytes(string);
    }
    return out.toByteArray();
  }

  public static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      out.writeBytes(piece);
    }
    return out.toByteArray();
  }

  /** The 32 octets at the end of an Ed25519 key in X.509. */
  public static byte[] point(KeyPair pair) {
    byte[] encoded = pair.getPublic().getEncoded();
    return Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
  }

  /** A signature as the protocol of sshsig frames it. */
  public static byte[] blob(byte[] key, String namespace, String hash, byte[] made) {
    return join(
        text("SSHSIG"),
        new byte[] {0, 0, 0, 1},
        wire(key, text(namespace), text(""), text(hash), made));
  }

  /** What is signed. */
  public static byte[] document(String namespace, String hash, byte[] digest) {
    return join(text("SSHSIG"), wire(text(namespace), text(""), text(hash), digest));
  }
}
