package dev.latchkey.trust.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs with HMAC-SHA-256 (RFC 2104). One secret of the operator serves every purpose
 * of the desk: each uses its own key derived from it, so that a signature made for one is worth
 * nothing for another.
 */
public final class SigningKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHORTEST = 32;

  private final SecretKeySpec key;

  private SigningKey(byte[] secret) {
    key = new SecretKeySpec(secret, ALGORITHM);
  }

  /**
   * The key of a secret.
   *
   * @param secret 32 random octets or more; copied
   * @throws IllegalArgumentException when it is shorter
   */
  public static SigningKey of(byte[] secret) {
    if (secret.length < SHORTEST) {
      throw new IllegalArgumentException(
          "a signing key needs at least " + SHORTEST + " octets, this one has " + secret.length);
    }
    return new SigningKey(secret);
  }

  /** The key for one purpose; the same purpose yields the same key. */
  public SigningKey derive(String purpose) {
    return new SigningKey(mac("latchkey key for " + purpose));
  }

  /** HMAC-SHA-256 of {@code message}, 32 octets. */
  public byte[] mac(byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
    }
  }

  /** HMAC-SHA-256 of the text in UTF-8. */
  byte[] mac(String message) {
    return mac(message.getBytes(StandardCharsets.UTF_8));
  }

  /** The octets of the key itself. */
  byte[] secret() {
    return key.getEncoded();
  }

  @Override
  public String toString() {
    return "SigningKey[hidden]";
  }
}
