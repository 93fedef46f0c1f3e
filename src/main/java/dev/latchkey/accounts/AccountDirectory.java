package dev.latchkey.accounts;

import java.util.Set;

/** What the account system knows. Read only. */
public interface AccountDirectory extends AutoCloseable {

  /**
   * The name by the account system's rule for equality (for PyPI: ASCII letters without case).
   * Never fails; a name that no account can have yields a key that none has.
   */
  String key(String name);

  /**
   * The accounts with these keys, by key; unknown ones are absent. One call for many keys: answers
   * for a whole batch of mails cost one round trip.
   *
   * <p>An entry that cannot be used is said to be so by its key, and hides no other: one person's
   * account is not to hold up everybody's mail.
   *
   * @throws DirectoryException when the directory is away or does not answer as a directory
   */
  FoundAccounts find(Set<String> keys) throws DirectoryException;

  /**
   * Proves that the directory can be read, and says what it brings; for {@code latchkey check}.
   *
   * @throws DirectoryException when it cannot, with the key of the settings that is to be looked
   *     at; what else is wrong is suppressed in it
   */
  DirectoryCheck check() throws DirectoryException;

  /** Ends what it holds open; nothing for most. */
  @Override
  default void close() {}
}
