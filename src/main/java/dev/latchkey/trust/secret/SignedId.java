package dev.latchkey.trust.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Writes a row id together with 80 bits of its MAC, so that only the desk can have written it.
 *
 * @param key used for one kind of id only
 * @param separator stands between the id in base 36 and the MAC in lower-case base32
 */
record SignedId(SigningKey key, char separator) {
  private static final int MAC_OCTETS = 10;
  private static final int MAC_LETTERS = 16;
  private static final int LONGEST_NUMBER = 13;

  /** Characters of the longest of all signed ids. */
  static final int LONGEST = LONGEST_NUMBER + 1 + MAC_LETTERS;

  String of(long id) {
    if (id < 1) {
      throw new IllegalArgumentException("a row id is 1 or more");
    }
    String number = Long.toString(id, 36);
    return number + separator + mac(number);
  }

  /** The id in exactly the text that {@link #of} makes. */
  OptionalLong find(String text) {
    int at = text.length() - MAC_LETTERS - 1;
    if (at < 1 || at > LONGEST_NUMBER || text.charAt(at) != separator || text.charAt(0) == '0') {
      return OptionalLong.empty();
    }
    String number = text.substring(0, at);
    if (!number.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        || !MessageDigest.isEqual(
            mac(number).getBytes(StandardCharsets.UTF_8),
            text.substring(at + 1).getBytes(StandardCharsets.UTF_8))) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(number, 36));
  }

  private String mac(String number) {
    byte[] mac = Arrays.copyOf(key.mac(number), MAC_OCTETS);
    return Base32.encode(mac).toLowerCase(Locale.ROOT);
  }
}
