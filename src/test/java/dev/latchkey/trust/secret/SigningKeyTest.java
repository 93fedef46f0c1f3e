package dev.latchkey.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
  private static byte[] octets(int value, int count) {
    byte[] octets = new byte[count];
    Arrays.fill(octets, (byte) value);
    return octets;
  }

  @Test
  void macIsThatOfRfc4231() {
    // Test case 6: a key longer than a block of SHA-256.
    assertThat(
            SigningKey.of(octets(0xaa, 131))
                .mac(
                    "Test Using Larger Than Block-Size Key - Hash Key First"
                        .getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo(
            HexFormat.of()
                .parseHex("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
  }

  @Test
  void shortSecretsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SigningKey.of(octets(1, 31)))
        .withMessageContaining("32");
  }

  @Test
  void eachPurposeHasItsOwnKey() {
    SigningKey key = SigningKey.of(octets(1, 32));
    byte[] message = {1, 2, 3};

    assertThat(key.derive("a").mac(message))
        .isEqualTo(key.derive("a").mac(message))
        .isNotEqualTo(key.derive("b").mac(message))
        .isNotEqualTo(key.mac(message));
  }

  @Test
  void secretIsNotShownAndNotChangedFromOutside() {
    byte[] secret = octets(0x41, 32);
    SigningKey key = SigningKey.of(secret);
    byte[] before = key.mac(new byte[1]);
    secret[0] = 0;

    assertThat(key.mac(new byte[1])).isEqualTo(before);
    assertThat(key).hasToString("SigningKey[hidden]");
  }
}
