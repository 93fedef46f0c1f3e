package dev.latchkey;

import dev.latchkey.trust.secret.Totp;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullMarked;

/** The authenticator app of every member of staff whom a test plays (RFC 6238). */
@NullMarked
public final class Authenticator {
  /** Where the six digits of the moment belong in a mail. */
  public static final String DIGITS = "%DIGITS%";

  public static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
  private static final byte[] KEY = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  private Authenticator() {}

  /** The six digits that it shows: good for half a minute more, and longest of all that are. */
  public static String digits(Instant now) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(KEY, "HmacSHA1"));
      byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
      int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xF) & 0x7FFF_FFFF;
      String digits = "%06d".formatted(number % 1_000_000);
      if (Totp.matchingStep(SECRET, digits, now).isEmpty()) {
        throw new IllegalStateException("the app and the desk count differently");
      }
      return digits;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
