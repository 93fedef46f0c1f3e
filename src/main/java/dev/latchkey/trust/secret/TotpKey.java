package dev.latchkey.trust.secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/**
 * What an authenticator app has to know to make somebody's six digits.
 *
 * @param secret base32, as {@link Totp} reads it
 */
public record TotpKey(String secret) {
  /** As long as the hash that is made with it (RFC 4226 section 4, R6). */
  private static final int OCTETS = 20;

  public TotpKey {
    Totp.requireSecret(secret);
  }

  /** A new one. */
  public static TotpKey random(RandomGenerator random) {
    byte[] octets = new byte[OCTETS];
    random.nextBytes(octets);
    return new TotpKey(Base32.encode(octets));
  }

  /**
   * The URI that apps read out of a QR code, in the form that Google's app made usual
   * (otpauth://totp/ISSUER:ACCOUNT?secret=…). SHA-1, six digits and 30 seconds are what every app
   * takes where nothing else is said, and some read nothing else.
   *
   * @param issuer what the app calls the desk
   * @param account whose digits they are
   */
  public String uri(String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(
            encoded(issuer),
            encoded(account),
            Base32.encode(Base32.decode(secret)),
            encoded(issuer));
  }

  /** Blanks as %20: apps take a plus sign for one of the name. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return "TotpKey[hidden]";
  }
}
