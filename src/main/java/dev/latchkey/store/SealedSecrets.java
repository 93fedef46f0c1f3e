package dev.latchkey.store;

import dev.latchkey.mail.KeptSecrets;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.store.database.Database;
import dev.latchkey.store.database.StoreConflictException;
import dev.latchkey.store.database.StoreUnavailableException;
import dev.latchkey.trust.secret.Vault;
import dev.latchkey.trust.secret.VaultException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Secrets of the desk's own, sealed in the database, a row each. */
public final class SealedSecrets implements KeptSecrets {
  private final Database database;
  private final Vault vault;
  private final InstantSource clock;

  public SealedSecrets(Database database, Vault vault, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /** None in a schema of before there were any. */
  @Override
  public Optional<String> find(String name) throws MailTransportException {
    try {
      Optional<byte[]> sealed =
          database.inTransaction(
              session -> {
                SecretMapper mapper = session.getMapper(SecretMapper.class);
                return mapper.hasTable()
                    ? Optional.ofNullable(mapper.find(name)).map(MailBytes::octets)
                    : Optional.empty();
              });
      return sealed.map(
          octets -> new String(vault.open(octets, context(name)), StandardCharsets.UTF_8));
    } catch (StoreUnavailableException e) {
      throw new MailTransportException("a kept secret cannot be read: " + e.getMessage(), e);
    } catch (VaultException e) {
      throw new MailTransportException(
          "a kept secret cannot be opened: "
              + e.getMessage()
              + "; the signing-key of before belongs to former-keys",
          e);
    }
  }

  @Override
  public void keep(String name, String secret) throws MailTransportException {
    byte[] sealed = vault.seal(secret.getBytes(StandardCharsets.UTF_8), context(name));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    try {
      boolean done =
          database.inTransaction(
              session -> {
                SecretMapper mapper = session.getMapper(SecretMapper.class);
                boolean place = mapper.hasTable();
                if (place) {
                  mapper.keep(name, new MailBytes(sealed), now);
                }
                return place;
              });
      if (!done) {
        throw new MailTransportException(
            "the schema is not up to date, which run and poll see to first", null);
      }
    } catch (StoreUnavailableException | StoreConflictException e) {
      throw new MailTransportException("a secret cannot be kept: " + e.getMessage(), e);
    }
  }

  private static String context(String name) {
    return "secret " + name;
  }
}
