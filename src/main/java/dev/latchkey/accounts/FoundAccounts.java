package dev.latchkey.accounts;

import dev.latchkey.mail.SafeText;
import java.util.HashMap;
import java.util.Map;

/**
 * What a directory says of the accounts that it was asked for.
 *
 * @param accounts by key; unknown ones are absent
 * @param unreadable by key: why an account that is there cannot be used, in a line for the
 *     operator. It is in {@code accounts} no longer: the desk does nothing for it and tells people,
 *     and the others go on
 */
public record FoundAccounts(Map<String, Account> accounts, Map<String, String> unreadable) {
  /** Nothing was asked, or nothing is known. */
  public static final FoundAccounts NONE = new FoundAccounts(Map.of(), Map.of());

  private static final int LONGEST_NAME = 100;

  public FoundAccounts {
    accounts = Map.copyOf(accounts);
    unreadable = Map.copyOf(unreadable);
  }

  /** Accounts that can all be read. */
  public static FoundAccounts of(Map<String, Account> accounts) {
    return new FoundAccounts(accounts, Map.of());
  }

  /** Takes them up one by one, as a directory tells them. */
  static final class Gathering {
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> unreadable = new HashMap<>();

    /**
     * Of two that are one name by the rule of names, neither is used: nobody knows which is meant.
     */
    void add(Account account) {
      if (accounts.put(account.key(), account) != null) {
        leaveOut(
            account.key(),
            "two entries are the account " + SafeText.line(account.name(), LONGEST_NAME));
      }
    }

    /** Keeps the first reason. */
    void leaveOut(String key, String why) {
      unreadable.putIfAbsent(key, why);
    }

    /** Whether nothing is known of it yet. */
    boolean lacks(String key) {
      return !accounts.containsKey(key) && !unreadable.containsKey(key);
    }

    FoundAccounts done() {
      accounts.keySet().removeAll(unreadable.keySet());
      return new FoundAccounts(accounts, unreadable);
    }
  }
}
