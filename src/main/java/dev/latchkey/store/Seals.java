package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import dev.latchkey.store.database.Database;
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
 * be opened, the keys are the right ones and the row is damaged. A row whose key alone is missing
 * is put aside by itself; where no key is right, everything stops.
 */
public final class Seals {
  private static final String CHECK = "check value of a key";
  private static final byte[] TEXT = "latchkey".getBytes(StandardCharsets.US_ASCII);

  /** Letters and mails that are tried when a database of before has no check values yet. */
  private static final int TRIED = 20;

  private final Database database;
  private final Vault vault;
  private volatile boolean checked;

  public Seals(Database database, Vault vault) {
    this.database = database;
    this.vault = vault;
  }

  /**
   * Sees to it, once a process and before anything is sealed, that the keys have check values.
   *
   * @throws VaultException when none of those that are there can be opened, or, while there is none
   *     yet, nothing that is stored: the key is wrong for everything
   */
  void check() {
    if (!checked) {
      database.inTransaction(
          session -> {
            SealMapper mapper = session.getMapper(SealMapper.class);
            List<byte[]> known = checkValues(mapper);
            if (known.isEmpty()) {
              requireTheKeyOfBefore(mapper);
            } else if (known.stream().noneMatch(this::opensCheck)) {
              vault.open(known.get(0), CHECK);
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

  /** What became of opening a row. */
  enum Standing {
    OPEN,
    /** Changed or cut off: it will never be opened. */
    DAMAGED,
    /** Not there; a dump that is being loaded may bring it yet. */
    GONE,
    /** Sealed with a key of before that is not configured, while others are. */
    KEY_MISSING
  }

  /** A row that was opened, or why it was not; without octets then. */
  public record Opened(Standing standing, MailBytes octets) {
    private static Opened not(Standing standing) {
      return new Opened(standing, new MailBytes(new byte[0]));
    }

    /** The octets, where they could be opened. */
    public Optional<MailBytes> found() {
      return standing == Standing.OPEN ? Optional.of(octets) : Optional.empty();
    }
  }

  /**
   * Opens a mail.
   *
   * @throws VaultException when none of the keys is one of those that ever sealed here
   */
  public Opened openMail(SqlSession session, long id, @Nullable MailBytes sealed) {
    return open(session, sealed, mail(id));
  }

  /** The same for a mail of ours. */
  public Opened openLetter(SqlSession session, long id, MailBytes sealed) {
    return open(session, sealed, letter(id));
  }

  private Opened open(SqlSession session, @Nullable MailBytes sealed, String context) {
    if (sealed == null) {
      return Opened.not(Standing.GONE);
    }
    try {
      return new Opened(Standing.OPEN, new MailBytes(vault.open(sealed.octets(), context)));
    } catch (VaultException e) {
      List<byte[]> known = checkValues(session.getMapper(SealMapper.class));
      boolean keyIsMissing =
          known.stream().anyMatch(k -> Vault.nameSameKey(k, sealed.octets()) && !opensCheck(k));
      if (keyIsMissing && known.stream().noneMatch(this::opensCheck)) {
        throw e;
      }
      return Opened.not(keyIsMissing ? Standing.KEY_MISSING : Standing.DAMAGED);
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
