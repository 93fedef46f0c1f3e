package dev.latchkey.trust.secret;

import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * The hash of a token or code as it is stored (see {@link TokenMaker#hash}).
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record HashValue(String hex) {
  public HashValue {
    if (hex.length() != 64 || !hex.chars().allMatch(c -> "0123456789abcdef".indexOf(c) >= 0)) {
      throw new IllegalArgumentException("a hash has 64 lower-case hexadecimal digits");
    }
  }

  /** The hash of {@code tokenOrCode}. */
  public static HashValue of(String tokenOrCode) {
    return new HashValue(HexFormat.of().formatHex(TokenMaker.hash(tokenOrCode)));
  }

  /** Whether this is the hash of {@code code}; takes the same time for every wrong one. */
  public boolean matches(String code) {
    return MessageDigest.isEqual(HexFormat.of().parseHex(hex), TokenMaker.hash(code));
  }

  /**
   * What a part of what it leads to is kept under: whoever has the secret finds each part by its
   * name, and nobody else does.
   */
  public HashValue part(String name) {
    return of(hex() + " " + name);
  }
}
