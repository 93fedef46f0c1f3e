package dev.latchkey.flow;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.DirectoryException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The accounts a batch is about, asked for at once and only once. */
final class DirectoryLookup {
  private final AccountDirectory directory;
  private final Map<String, Account> known = new HashMap<>();
  private final Set<String> asked = new HashSet<>();

  DirectoryLookup(AccountDirectory directory) {
    this.directory = directory;
  }

  /**
   * Asks for accounts.
   *
   * @throws DeskUnavailableException when the directory is away
   */
  void prefetch(Collection<String> keys) {
    Set<String> fresh = new HashSet<>(keys);
    fresh.removeAll(asked);
    if (fresh.isEmpty()) {
      return;
    }
    try {
      known.putAll(directory.find(fresh));
      asked.addAll(fresh);
    } catch (DirectoryException e) {
      throw new DeskUnavailableException("account directory: " + e.getMessage(), e);
    }
  }

  /** An account name by the account system's rule for equality. */
  String key(String name) {
    return directory.key(name);
  }

  Optional<Account> find(Optional<String> key) {
    key.ifPresent(one -> prefetch(Set.of(one)));
    return key.map(known::get);
  }
}
