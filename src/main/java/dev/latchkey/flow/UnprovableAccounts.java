package dev.latchkey.flow;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.accounts.FoundAccounts;
import dev.latchkey.mail.SafeText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Why no code can go out for accounts, as the account directory has them now. */
public final class UnprovableAccounts {
  private static final int LONGEST = 200;

  private final AccountDirectory directory;

  public UnprovableAccounts(AccountDirectory directory) {
    this.directory = directory;
  }

  /**
   * Asks for them.
   *
   * @return by key what the directory says, in a line for the operator, and nothing of those that
   *     have no verified address; without those that are well, or gone
   */
  public Map<String, Optional<String>> among(Set<String> keys) {
    Map<String, Optional<String>> why = new TreeMap<>();
    if (keys.isEmpty()) {
      return why;
    }
    try {
      FoundAccounts found = directory.find(keys);
      for (Account account : found.accounts().values()) {
        if (account.provable().isEmpty()) {
          why.put(account.key(), Optional.empty());
        }
      }
      found
          .unreadable()
          .forEach((key, line) -> why.put(key, Optional.of(SafeText.line(line, LONGEST))));
    } catch (DirectoryException e) {
      String line = SafeText.line(String.valueOf(e.getMessage()), LONGEST);
      keys.forEach(key -> why.put(key, Optional.of(line)));
    }
    return why;
  }
}
