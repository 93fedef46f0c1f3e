package dev.latchkey.proof.signature;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** A signature as {@code ssh-keygen -Y sign} makes it (PROTOCOL.sshsig of OpenSSH). */
final class SshSignature {
  /** What a signature is made for: {@code ssh-keygen -Y sign -n latchkey}. */
  static final String NAMESPACE = "latchkey";

  private static final String LABEL = "SSH SIGNATURE";
  private static final String MAGIC = "SSHSIG";
  private static final int VERSION = 1;

  /** In characters of base64; RSA with 16384 bits stays below it. */
  private static final int LONGEST = 16 * 1024;

  private final byte[] key;
  private final String hash;
  private final byte[] hashName;
  private final String algorithm;
  private final byte[] signature;
  private final byte[] rest;

  private SshSignature(
      byte[] key, String hash, byte[] hashName, String algorithm, byte[] signature, byte[] rest) {
    this.key = key;
    this.hash = hash;
    this.hashName = hashName;
    this.algorithm = algorithm;
    this.signature = signature;
    this.rest = rest;
  }

  /** Whether there is one in {@code text}, the body of a mail. */
  static boolean standsIn(List<String> text) {
    return text.contains(Armour.begin(LABEL));
  }

  /** The only one in {@code text}. */
  static SshSignature only(List<String> text) throws RefusedException {
    SshFields fields = new SshFields(Armour.only(text, LABEL, LONGEST));
    boolean known =
        Arrays.equals(fields.raw(MAGIC.length()), MAGIC.getBytes(StandardCharsets.US_ASCII))
            && fields.uint32() == VERSION;
    if (!known) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
    byte[] key = fields.string();
    String namespace = fields.name();
    fields.string(); // reserved, signed as empty: see signed()
    byte[] hashName = fields.string();
    SshFields made = new SshFields(fields.string());
    fields.end();
    if (!namespace.equals(NAMESPACE)) {
      throw new RefusedException(SignatureRefusal.OTHER_NAMESPACE);
    }
    String hash =
        switch (new String(hashName, StandardCharsets.ISO_8859_1)) {
          case "sha256" -> "SHA-256";
          case "sha512" -> "SHA-512";
          default -> throw new RefusedException(SignatureRefusal.WEAK_HASH);
        };
    String algorithm = made.name();
    byte[] signature = made.string();
    byte[] rest = made.raw(algorithm.startsWith("sk-") ? SshKey.SECURITY_KEY_OCTETS : 0);
    made.end();
    return new SshSignature(key, hash, hashName, algorithm, signature, rest);
  }

  /** The public key that it says made it, as it goes over the wire. */
  byte[] key() {
    return key;
  }

  String algorithm() {
    return algorithm;
  }

  byte[] signature() {
    return signature;
  }

  /** What stands behind the signature itself: of security keys flags and counter. */
  byte[] rest() {
    return rest;
  }

  /** What is really signed when {@code message} is. */
  byte[] signed(byte[] message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(MAGIC.getBytes(StandardCharsets.US_ASCII));
    SshFields.write(out, NAMESPACE.getBytes(StandardCharsets.US_ASCII));
    SshFields.write(out, new byte[0]);
    SshFields.write(out, hashName);
    SshFields.write(out, digest(hash, message));
    return out.toByteArray();
  }

  private static byte[] digest(String hash, byte[] message) {
    try {
      return MessageDigest.getInstance(hash).digest(message);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java 17 has " + hash, e);
    }
  }
}
