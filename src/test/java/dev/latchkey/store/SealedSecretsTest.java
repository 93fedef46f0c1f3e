package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.mail.MailTransportException;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.secret.Vault;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedSecretsTest {
  private static final String NAME = "refresh token 0123";
  private static final String SECRET = "1//0g-a-refresh-token";

  private static SealedSecrets secrets(TestStore store) {
    return new SealedSecrets(store.database, store.vault, () -> TestStore.NOW);
  }

  @Test
  void aSecretIsKeptSealedAndReplaced() throws Exception {
    try (TestStore store = TestStore.emptyFor(SealedSecretsTest.class)) {
      SealedSecrets secrets = secrets(store);
      assertThat(secrets.find(NAME)).isEmpty();
      secrets.keep(NAME, "of before");
      secrets.keep(NAME, SECRET);

      assertThat(secrets(store.beside()).find(NAME)).contains(SECRET);
      assertThat(secrets.find("refresh token 4567")).isEmpty();
      assertThat(store.rows("SELECT sealed FROM kept_secret"))
          .hasSize(1)
          .noneMatch(row -> row.contains(SECRET));
    }
  }

  @Test
  void whatWasSealedForOneNameOpensUnderNoOther() throws Exception {
    try (TestStore store = TestStore.emptyFor(SealedSecretsTest.class)) {
      secrets(store).keep(NAME, SECRET);
      store.schema.change("UPDATE kept_secret SET name = 'another'");
      assertThatThrownBy(() -> secrets(store).find("another"))
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("cannot be opened");
    }
  }

  @Test
  void anotherKeyIsSaidSo() throws Exception {
    try (TestStore store = TestStore.emptyFor(SealedSecretsTest.class)) {
      secrets(store).keep(NAME, SECRET);
      Vault other =
          new Vault(
              SigningKey.of(
                  "another key, which is forty octets long.".getBytes(StandardCharsets.US_ASCII)),
              new Random(8));
      assertThatThrownBy(
              () -> new SealedSecrets(store.database, other, () -> TestStore.NOW).find(NAME))
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("former-keys");
    }
  }

  @Test
  void aSchemaOfBeforeHasNoneAndNoPlaceForOne() throws Exception {
    try (TestStore store = TestStore.emptyFor(SealedSecretsTest.class)) {
      store.schema.change("DROP TABLE kept_secret");
      assertThat(secrets(store).find(NAME)).isEmpty();
      assertThatThrownBy(() -> secrets(store).keep(NAME, SECRET))
          .isInstanceOf(MailTransportException.class)
          .hasMessageContaining("run and poll");
    }
  }
}
