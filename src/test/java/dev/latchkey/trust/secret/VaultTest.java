package dev.latchkey.trust.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VaultTest {
  private static final byte[] TEXT = "code KQ7M".getBytes(StandardCharsets.UTF_8);

  private final Random random = new Random(3);
  private final Vault vault = new Vault(key(1), random);

  private static SigningKey key(int fill) {
    byte[] secret = new byte[32];
    secret[0] = (byte) fill;
    return SigningKey.of(secret);
  }

  @Test
  void whatWasSealedOpensForTheSameContext() {
    byte[] sealed = vault.seal(TEXT, "mail 17");

    assertThat(vault.open(sealed, "mail 17")).isEqualTo(TEXT);
    assertThat(sealed).hasSize(TEXT.length + 29);
    assertThat(vault.open(vault.seal(new byte[0], ""), "")).isEmpty();
    assertThat(vault.seal(TEXT, "mail 17")).isNotEqualTo(sealed);
  }

  @Test
  void anotherContextDoesNotOpenIt() {
    byte[] sealed = vault.seal(TEXT, "mail 17");

    assertThatExceptionOfType(VaultException.class)
        .isThrownBy(() -> vault.open(sealed, "mail 18"))
        .withMessage("cannot open mail 18: changed, or sealed for something else");
  }

  @Test
  void everyChangedBitIsNoticed() {
    byte[] sealed = vault.seal(TEXT, "mail 17");
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThatExceptionOfType(VaultException.class)
          .isThrownBy(() -> vault.open(changed, "mail 17"));
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] cut = Arrays.copyOf(sealed, length);
      assertThatExceptionOfType(VaultException.class).isThrownBy(() -> vault.open(cut, "mail 17"));
    }
  }

  @Test
  void formerKeysStillOpenAndTheNewOneSeals() {
    byte[] old = vault.seal(TEXT, "mail 17");
    Vault changed = new Vault(key(2), List.of(key(1)), random);

    assertThat(changed.open(old, "mail 17")).isEqualTo(TEXT);
    assertThat(new Vault(key(2), random).open(changed.seal(TEXT, "a"), "a")).isEqualTo(TEXT);
    assertThatExceptionOfType(VaultException.class)
        .isThrownBy(() -> new Vault(key(2), random).open(old, "mail 17"))
        .withMessageContaining("a key that is not configured");
  }

  @Test
  void keysThatShareTheirOctetAreToldApart() {
    for (int other = 2; other < 60; other++) {
      Vault both = new Vault(key(other), List.of(key(1)), random);
      assertThat(both.open(vault.seal(TEXT, "a"), "a")).isEqualTo(TEXT);
    }
  }
}
