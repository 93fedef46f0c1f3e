package dev.latchkey.proof.signature;

import dev.latchkey.accounts.BoundKey;
import dev.latchkey.mail.Sha256;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * An SSH key on record: Ed25519 (RFC 8709), ECDSA (RFC 5656) and RSA (RFC 4253), the first two also
 * in a security key (PROTOCOL.u2f of OpenSSH).
 */
final class SshKey {
  /** Flags (one octet) and counter (four), which a security key signs too. */
  static final int SECURITY_KEY_OCTETS = 5;

  private static final int TOUCHED = 1;
  private static final int LEAST_RSA_BITS = 2048;
  private static final int MOST_RSA_BITS = 16384;
  private static final int ED25519_OCTETS = 32;
  private static final byte[] ED25519_HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private final BoundKey key;
  private final byte[] wire;

  /** {@code wire} is the key as it goes over the wire. */
  private SshKey(BoundKey key, byte[] wire) {
    this.key = key;
    this.wire = wire;
  }

  /** The key in a line of {@code authorized_keys}; empty when it is none. */
  static Optional<SshKey> of(BoundKey key) {
    String[] words = key.material().strip().split("[ \\t]+", 3);
    try {
      byte[] wire = words.length < 2 ? new byte[0] : Base64.getDecoder().decode(words[1]);
      boolean same = new SshFields(wire).name().equals(words[0]);
      return same ? Optional.of(new SshKey(key, wire)) : Optional.empty();
    } catch (RefusedException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** As it is on record. */
  BoundKey key() {
    return key;
  }

  boolean made(SshSignature signature) {
    return Arrays.equals(wire, signature.key());
  }

  /** Of {@code ssh-keygen -l}. */
  String fingerprint() {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Sha256.of(wire));
  }

  /** Whether somebody touched the security key that made {@code signature}, or it needs none. */
  static boolean isTouched(SshSignature signature) {
    return signature.rest().length == 0 || (signature.rest()[0] & TOUCHED) != 0;
  }

  /** Whether this key made {@code signature} over {@code message}. */
  boolean fits(SshSignature signature, byte[] message) throws RefusedException {
    SshFields fields = new SshFields(wire);
    String type = fields.name();
    boolean rsa = type.equals("ssh-rsa") && signature.algorithm().startsWith("rsa-sha2-");
    if (type.equals("ssh-rsa") && signature.algorithm().equals("ssh-rsa")) {
      throw new RefusedException(SignatureRefusal.WEAK_HASH);
    }
    if (!rsa && !type.equals(signature.algorithm())) {
      throw new RefusedException(SignatureRefusal.BAD_SIGNATURE);
    }
    byte[] signed = signature.signed(message);
    try {
      return switch (signature.algorithm()) {
        case "ssh-ed25519" -> verify("Ed25519", ed25519(fields), signed, signature.signature());
        case "ecdsa-sha2-nistp256" -> ecdsa(fields, "SHA256", 32, signed, signature);
        case "ecdsa-sha2-nistp384" -> ecdsa(fields, "SHA384", 48, signed, signature);
        case "ecdsa-sha2-nistp521" -> ecdsa(fields, "SHA512", 66, signed, signature);
        case "rsa-sha2-256" -> verify("SHA256withRSA", rsa(fields), signed, signature.signature());
        case "rsa-sha2-512" -> verify("SHA512withRSA", rsa(fields), signed, signature.signature());
        case "sk-ssh-ed25519@openssh.com" -> {
          PublicKey key = ed25519(fields);
          yield verify("Ed25519", key, ofDevice(fields, signed, signature), signature.signature());
        }
        case "sk-ecdsa-sha2-nistp256@openssh.com" -> {
          PublicKey key = curve(fields, 32);
          byte[] all = ofDevice(fields, signed, signature);
          yield verify("SHA256withECDSAinP1363Format", key, all, pair(signature, 32));
        }
        default -> throw new RefusedException(SignatureRefusal.UNREADABLE);
      };
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new RefusedException(SignatureRefusal.BAD_SIGNATURE, e);
    }
  }

  private static boolean verify(String algorithm, PublicKey key, byte[] signed, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier = Signature.getInstance(algorithm);
    verifier.initVerify(key);
    verifier.update(signed);
    return verifier.verify(signature);
  }

  private static boolean ecdsa(
      SshFields fields, String hash, int octets, byte[] signed, SshSignature signature)
      throws GeneralSecurityException, RefusedException {
    PublicKey key = curve(fields, octets);
    return verify(hash + "withECDSAinP1363Format", key, signed, pair(signature, octets));
  }

  /**
   * What a security key signs: hash of the application's name, flags, counter, hash of the data.
   */
  private static byte[] ofDevice(SshFields fields, byte[] signed, SshSignature signature)
      throws RefusedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Sha256.of(fields.string()));
    out.writeBytes(signature.rest());
    out.writeBytes(Sha256.of(signed));
    return out.toByteArray();
  }

  private static PublicKey ed25519(SshFields fields)
      throws GeneralSecurityException, RefusedException {
    byte[] point = fields.string();
    if (point.length != ED25519_OCTETS) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
    ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    encoded.writeBytes(ED25519_HEADER);
    encoded.writeBytes(point);
    return KeyFactory.getInstance("Ed25519")
        .generatePublic(new X509EncodedKeySpec(encoded.toByteArray()));
  }

  private static PublicKey rsa(SshFields fields) throws GeneralSecurityException, RefusedException {
    BigInteger exponent = fields.number();
    BigInteger modulus = fields.number();
    if (modulus.bitLength() < LEAST_RSA_BITS || modulus.bitLength() > MOST_RSA_BITS) {
      throw new RefusedException(SignatureRefusal.WEAK_KEY);
    }
    return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
  }

  /** A point that is not compressed (RFC 5656 section 3.1). */
  private static PublicKey curve(SshFields fields, int octets)
      throws GeneralSecurityException, RefusedException {
    String curve = fields.name().replace("nistp", "secp") + "r1";
    byte[] point = fields.string();
    if (point.length != 1 + 2 * octets || point[0] != 4) {
      throw new RefusedException(SignatureRefusal.UNREADABLE);
    }
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec(curve));
    ECPoint at =
        new ECPoint(
            new BigInteger(1, point, 1, octets), new BigInteger(1, point, 1 + octets, octets));
    return KeyFactory.getInstance("EC")
        .generatePublic(
            new ECPublicKeySpec(at, parameters.getParameterSpec(ECParameterSpec.class)));
  }

  /** The two numbers of an ECDSA signature, each filled up to {@code octets}. */
  private static byte[] pair(SshSignature signature, int octets) throws RefusedException {
    SshFields fields = new SshFields(signature.signature());
    byte[] pair = new byte[2 * octets];
    for (int i = 1; i <= 2; i++) {
      byte[] number = fields.number().toByteArray();
      int from = number[0] == 0 ? 1 : 0;
      int length = number.length - from;
      if (length > octets) {
        throw new RefusedException(SignatureRefusal.BAD_SIGNATURE);
      }
      System.arraycopy(number, from, pair, i * octets - length, length);
    }
    fields.end();
    return pair;
  }
}
