package dev.latchkey.trust.secret;

import dev.latchkey.mail.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Makes reply tokens and codes. What is stored of them is a hash: they carry so many random bits
 * that nobody can search for one.
 */
public final class TokenMaker {
  private static final int TOKEN_LENGTH = 26;

  private final RandomGenerator random;

  /**
   * @param random {@link java.security.SecureRandom}, except in tests
   */
  public TokenMaker(RandomGenerator random) {
    this.random = random;
  }

  /** 26 characters of lower-case base32 (RFC 4648 section 6): 130 random bits. */
  public String replyToken() {
    return letters(TOKEN_LENGTH).toLowerCase(Locale.ROOT);
  }

  /**
   * A code for people: {@code letters} characters A to Z and 2 to 7, 5 random bits each. The digits
   * 0, 1, 8 and 9, which look like letters, are not among them.
   */
  public String code(int letters) {
    if (letters < 1) {
      throw new IllegalArgumentException("a code has at least one letter");
    }
    return letters(letters);
  }

  /**
   * SHA-256 of a token or code as a person may have typed it: case, white space and dashes do not
   * count.
   */
  public static byte[] hash(String tokenOrCode) {
    StringBuilder plain = new StringBuilder(tokenOrCode.length());
    for (int i = 0; i < tokenOrCode.length(); i++) {
      char c = tokenOrCode.charAt(i);
      if (c != '-' && c != '\u00A0' && !Character.isWhitespace(c)) {
        plain.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
      }
    }
    return Sha256.of(plain.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String letters(int count) {
    StringBuilder text = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      text.append(Base32.ALPHABET.charAt(random.nextInt(32)));
    }
    return text.toString();
  }
}
