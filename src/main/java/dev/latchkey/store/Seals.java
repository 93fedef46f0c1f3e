package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.trust.secret.Vault;
import dev.latchkey.trust.secret.VaultException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens columns, and tells a damaged row from a key that is missing. For each key that
 * ever sealed there is a check value in the database: when all those that name the key of a row can
 * be opened, the keys are the right ones and the row is damaged.
 */
final class Seals {
  private static final String CHECK = "check value of a key";
  private static final byte[] TEXT = "latchkey".getBytes(StandardCharsets.US_ASCII);

  /** Letters and mails that are tried when a database of before has no check values yet. */
  private static final int TRIED = 20;

  private final Database database;
  private final Vault vault;
  private volatile boolean checked;

  Seals(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Sees to it, once a process and before anything is sealed, that the keys have check values.
   *
   * @throws VaultException when there is none yet and nothing that is stored can be opened
   */
  void check() {
    if (!checked) {
      database.inTransaction(
          session -> {
            SealMapper mapper = session.getMapper(SealMapper.class);
            List<byte[]> known = checkValues(mapper);
            if (known.isEmpty()) {
              requireTheKeyOfBefore(mapper);
            }
            for (byte[] value : vault.sealWithEach(TEXT, CHECK)) {
              if (known.stream().noneMatch(k -> Vault.nameSameKey(k, value) && opensCheck(k))) {
                mapper.insert(new MailBytes(value));
              }
            }
            return true;
          });
      checked = true;
    }
  }

  byte[] sealMail(long id, byte[] octets) {
    return vault.seal(octets, mail(id));
  }

  byte[] sealLetter(long id, byte[] octets) {
    return vault.seal(octets, letter(id));
  }

  /**
   * The octets of a mail; none when the row is damaged or gone.
   *
   * @throws VaultException when the key that it was sealed with is missing
   */
  Optional<byte[]> openMail(SqlSession session, long id, @Nullable MailBytes sealed) {
    return open(session, sealed, mail(id));
  }

  /** The same for a mail of ours. */
  Optional<byte[]> openLetter(SqlSession session, long id, MailBytes sealed) {
    return open(session, sealed, letter(id));
  }

  private Optional<byte[]> open(SqlSession session, @Nullable MailBytes sealed, String context) {
    if (sealed == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(vault.open(sealed.octets(), context));
    } catch (VaultException e) {
      boolean keyIsMissing =
          checkValues(session.getMapper(SealMapper.class)).stream()
              .anyMatch(k -> Vault.nameSameKey(k, sealed.octets()) && !opensCheck(k));
      if (keyIsMissing) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private void requireTheKeyOfBefore(SealMapper mapper) {
    @Nullable VaultException refused = null;
    for (SealMapper.Row row : mapper.lastLetters(TRIED)) {
      try {
        vault.open(row.sealed().octets(), letter(row.id()));
        return;
      } catch (VaultException e) {
        refused = e;
      }
    }
    for (SealMapper.Row row : mapper.lastMails(TRIED)) {
      try {
        vault.open(row.sealed().octets(), mail(row.id()));
        return;
      } catch (VaultException e) {
        refused = e;
      }
    }
    if (refused != null) {
      throw refused;
    }
  }

  private boolean opensCheck(byte[] value) {
    try {
      vault.open(value, CHECK);
      return true;
    } catch (VaultException e) {
      return false;
    }
  }

  private static List<byte[]> checkValues(SealMapper mapper) {
    return mapper.listCheckValues().stream().map(MailBytes::octets).toList();
  }

  private static String mail(long id) {
    return "mail " + id;
  }

  private static String letter(long id) {
    return "outgoing mail " + id;
  }
}
