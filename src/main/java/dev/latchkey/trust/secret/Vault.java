package dev.latchkey.trust.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps what must wait in the database but is nobody's to read there: raw mails, and the texts of
 * outgoing mails, which carry codes. AES-256-GCM (NIST SP 800-38D).
 *
 * <p>Sealed octets are one octet that tells the key, 12 octets of random nonce, the cipher text,
 * and 16 octets of tag. Random nonces are safe for 2^32 sealings with one key. A context, for
 * example {@code mail 17}, is bound into the tag, so that what was sealed for one row opens in no
 * other.
 */
public final class Vault {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final int OVERHEAD = 1 + NONCE + TAG_BITS / 8;

  private final List<Key> keys;
  private final RandomGenerator random;

  /** The AES key derived from a signing key, and the octet by which sealed octets name it. */
  private record Key(byte id, SecretKeySpec aes) {
    static Key of(SigningKey key) {
      SigningKey sealing = key.derive("vault");
      return new Key(sealing.mac("id")[0], new SecretKeySpec(sealing.secret(), "AES"));
    }
  }

  /**
   * A vault with one key.
   *
   * @param random {@link java.security.SecureRandom}, except in tests
   */
  public Vault(SigningKey key, RandomGenerator random) {
    this(key, List.of(), random);
  }

  /**
   * A vault whose key was changed.
   *
   * @param key seals and opens
   * @param former only open
   */
  public Vault(SigningKey key, List<SigningKey> former, RandomGenerator random) {
    keys = Stream.concat(Stream.of(key), former.stream()).map(Key::of).toList();
    this.random = random;
  }

  /** Seals {@code plain} for {@code context}; 29 octets longer. */
  public byte[] seal(byte[] plain, String context) {
    return seal(keys.get(0), plain, context);
  }

  /** The same with every key that opens, the one that seals first. */
  public List<byte[]> sealWithEach(byte[] plain, String context) {
    return keys.stream().map(key -> seal(key, plain, context)).toList();
  }

  /** Whether both name the same key; two different keys do so in one case of 256. */
  public static boolean nameSameKey(byte[] sealed, byte[] other) {
    return sealed.length > 0 && other.length > 0 && sealed[0] == other[0];
  }

  private byte[] seal(Key key, byte[] plain, String context) {
    byte[] nonce = new byte[NONCE];
    random.nextBytes(nonce);
    try {
      byte[] sealed = new byte[OVERHEAD + plain.length];
      ByteBuffer.wrap(sealed).put(key.id).put(nonce);
      cipher(Cipher.ENCRYPT_MODE, key, nonce, context)
          .doFinal(plain, 0, plain.length, sealed, 1 + NONCE);
      return sealed;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-GCM", e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same context.
   *
   * @throws VaultException when a single bit of it, the key or the context differs
   */
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < OVERHEAD) {
      throw new VaultException("cannot open " + context + ": cut off", null);
    }
    byte[] nonce = new byte[NONCE];
    System.arraycopy(sealed, 1, nonce, 0, NONCE);
    GeneralSecurityException refused = null;
    // The octet is a hint: two keys share one in 256, and the tag tells which it was.
    for (Key key : keys) {
      if (key.id == sealed[0]) {
        try {
          return cipher(Cipher.DECRYPT_MODE, key, nonce, context)
              .doFinal(sealed, 1 + NONCE, sealed.length - 1 - NONCE);
        } catch (GeneralSecurityException e) {
          refused = e;
        }
      }
    }
    throw new VaultException(
        refused == null
            ? "cannot open " + context + ": sealed with a key that is not configured"
            : "cannot open " + context + ": changed, or sealed for something else",
        refused);
  }

  private static Cipher cipher(int mode, Key key, byte[] nonce, String context)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key.aes, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(new byte[] {key.id});
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
