package dev.latchkey.trust.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords as every authenticator app makes them: RFC 6238 with SHA-1, six
 * digits and 30 seconds.
 */
public final class Totp {
  private static final int STEP_SECONDS = 30;
  private static final int SHORTEST_SECRET = 16;

  private Totp() {}

  /**
   * The time step whose password {@code digits} is: the present one, the one before or the one
   * after (RFC 6238 section 5.2). Empty when it is none of them. Whoever accepts one stores the
   * step and refuses that and every earlier one from then on.
   *
   * @param base32Secret of the authenticator app, 128 bits or more
   * @param digits six digits; anything else matches nothing
   */
  public static OptionalLong matchingStep(String base32Secret, String digits, Instant now) {
    long present = step(now);
    return matching(base32Secret, digits, present - 1, present + 1);
  }

  /**
   * When {@code digits} were shown last, where that is too long ago to count and not longer than
   * {@code within}.
   */
  public static Optional<Instant> shownBefore(
      String base32Secret, String digits, Instant now, Duration within) {
    OptionalLong step = matching(base32Secret, digits, step(now.minus(within)), step(now) - 2);
    return step.isPresent()
        ? Optional.of(Instant.ofEpochSecond(step.getAsLong() * STEP_SECONDS))
        : Optional.empty();
  }

  private static long step(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
  }

  /** The last of these steps whose password they are; as long for none as for any. */
  private static OptionalLong matching(String base32Secret, String digits, long from, long to) {
    byte[] secret = Base32.decode(base32Secret);
    byte[] given = digits.getBytes(StandardCharsets.UTF_8);
    OptionalLong matching = OptionalLong.empty();
    for (long step = from; step <= to; step++) {
      if (MessageDigest.isEqual(password(secret, step), given)) {
        matching = OptionalLong.of(step);
      }
    }
    return matching;
  }

  /**
   * Refuses a secret that is not base32 or has fewer than 128 bits (RFC 4226 section 4, R6).
   *
   * @throws IllegalArgumentException without the secret in its message
   */
  public static void requireSecret(String base32Secret) {
    if (Base32.decode(base32Secret).length < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "a TOTP secret needs at least 128 bits, 26 letters of base32");
    }
  }

  /** Whether two secrets make the same passwords, however they are written (RFC 2104 section 2). */
  public static boolean same(String base32Secret, String other) {
    return MessageDigest.isEqual(
        hash(Base32.decode(base32Secret), 0), hash(Base32.decode(other), 0));
  }

  /** Six ASCII digits: dynamic truncation of RFC 4226 section 5.3. */
  private static byte[] password(byte[] secret, long step) {
    byte[] hash = hash(secret, step);
    int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & 0x7FFF_FFFF;
    byte[] digits = new byte[6];
    for (int i = digits.length - 1; i >= 0; i--) {
      digits[i] = (byte) ('0' + number % 10);
      number /= 10;
    }
    return digits;
  }

  private static byte[] hash(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      return mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA-1", e);
    }
  }
}
