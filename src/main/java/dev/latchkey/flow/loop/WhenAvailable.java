package dev.latchkey.flow.loop;

import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.store.database.StoreConflictException;
import dev.latchkey.store.database.StoreUnavailableException;
import dev.latchkey.trust.secret.VaultException;

/** Says of a piece of work that met something away what that was, in one exception. */
final class WhenAvailable {
  private WhenAvailable() {}

  /** A piece of work that needs the outside. */
  @FunctionalInterface
  interface Piece<T> {
    T run() throws MailTransportException;
  }

  /**
   * Does it. Others who hold a lock, or were first, pass as a database does that is away for a
   * moment.
   *
   * @throws DeskUnavailableException when the mailbox, the database or a key is away
   */
  static <T> T run(Piece<T> piece) {
    try {
      return piece.run();
    } catch (MailTransportException e) {
      throw new DeskUnavailableException("mailbox: " + e.getMessage(), e);
    } catch (StoreUnavailableException e) {
      throw new DeskUnavailableException("database: " + e.getMessage(), e);
    } catch (StoreConflictException e) {
      if (e.refused()) {
        throw e;
      }
      throw new DeskUnavailableException("database: " + e.getMessage(), e);
    } catch (VaultException e) {
      throw new DeskUnavailableException(
          "signing-key: " + e.getMessage() + "; the key of before belongs to former-keys", e);
    }
  }
}
