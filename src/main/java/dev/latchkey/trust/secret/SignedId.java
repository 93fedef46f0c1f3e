package dev.latchkey.trust.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Writes a row id so that only the desk can have written it, and only the desk can read it: rows
 * are numbered one by one, and the numbers of two letters would tell how many went to others
 * between them. 80 bits of the MAC of the id stand before the id itself, which is hidden by a
 * second MAC of those bits (a synthetic initialization vector, RFC 5297 section 1); the same id is
 * always the same text, 29 letters of lower-case base32.
 *
 * <p>What older versions wrote, the id in base 36, a separator and its MAC, is still read: answers
 * and bounces of their letters come for months.
 */
final class SignedId {
  private static final int MAC_OCTETS = 10;
  private static final int MAC_LETTERS = 16;
  private static final int LONGEST_NUMBER = 13;

  /** Characters of the longest of all signed ids, those of older versions included. */
  static final int LONGEST = LONGEST_NUMBER + 1 + MAC_LETTERS;

  private static final int LETTERS = ((MAC_OCTETS + Long.BYTES) * 8 + 4) / 5;

  private final SigningKey old;
  private final SigningKey sign;
  private final SigningKey hide;
  private final char separator;

  /**
   * @param key used for one kind of id only
   * @param separator stood between the id and the MAC in what older versions wrote
   */
  SignedId(SigningKey key, char separator) {
    this.old = key;
    this.sign = key.derive("signed ids");
    this.hide = key.derive("hidden ids");
    this.separator = separator;
  }

  String of(long id) {
    if (id < 1) {
      throw new IllegalArgumentException("a row id is 1 or more");
    }
    byte[] number = ByteBuffer.allocate(Long.BYTES).putLong(id).array();
    byte[] mac = Arrays.copyOf(sign.mac(number), MAC_OCTETS);
    return base32(
        ByteBuffer.allocate(MAC_OCTETS + Long.BYTES).put(mac).put(masked(mac, number)).array());
  }

  /** The id in exactly the text that {@link #of} makes, or that an older version made. */
  OptionalLong find(String text) {
    return text.length() == LETTERS && isBase32(text) ? hidden(text) : plain(text);
  }

  private OptionalLong hidden(String text) {
    byte[] octets = Base32.decode(text);
    byte[] mac = Arrays.copyOf(octets, MAC_OCTETS);
    byte[] number = masked(mac, Arrays.copyOfRange(octets, MAC_OCTETS, MAC_OCTETS + Long.BYTES));
    long id = ByteBuffer.wrap(number).getLong();
    return id > 0 && same(of(id), text) ? OptionalLong.of(id) : OptionalLong.empty();
  }

  private OptionalLong plain(String text) {
    int at = text.length() - MAC_LETTERS - 1;
    if (at < 1 || at > LONGEST_NUMBER || text.charAt(at) != separator || text.charAt(0) == '0') {
      return OptionalLong.empty();
    }
    String number = text.substring(0, at);
    if (!number.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) {
      return OptionalLong.empty();
    }
    String mac = base32(Arrays.copyOf(old.mac(number), MAC_OCTETS));
    return same(mac, text.substring(at + 1))
        ? OptionalLong.of(Long.parseLong(number, 36))
        : OptionalLong.empty();
  }

  private byte[] masked(byte[] mac, byte[] number) {
    byte[] mask = hide.mac(mac);
    byte[] masked = number.clone();
    for (int at = 0; at < masked.length; at++) {
      masked[at] ^= mask[at];
    }
    return masked;
  }

  private static boolean isBase32(String text) {
    return text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
  }

  private static String base32(byte[] octets) {
    return Base32.encode(octets).toLowerCase(Locale.ROOT);
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
