package dev.latchkey.accounts;

import java.util.List;

/** Has the reset carried out. Never lets the desk or the staff learn or choose a password. */
public interface RecoveryAction {

  /**
   * Carries out {@code order}. Called again with the same {@link RecoveryOrder#idempotencyKey()} it
   * must not act a second time but tell what came of the first.
   */
  RecoveryResult execute(RecoveryOrder order);

  /**
   * Closes an account to everybody. Called again with the same key it must not act a second time.
   * Where the account system cannot be asked for it, people do it.
   */
  default RecoveryResult freeze(FreezeOrder order) {
    return new RecoveryResult.HandedToStaff();
  }

  /** The check of recovery codes; for an account system that has none, one that says so. */
  default SavedCodes codes() {
    return SavedCodes.NONE;
  }

  /** One line about what would be called; for {@code latchkey check}. */
  String describe();

  /**
   * Asks whether what would be called is there, and orders nothing.
   *
   * @return a line for each that answers, with what it said
   * @throws DirectoryException when one does not answer; one line with what to do
   */
  default List<String> check() throws DirectoryException {
    return List.of();
  }
}
