package dev.latchkey.accounts;

import dev.latchkey.mail.SafeText;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a directory says of the accounts that it was asked for.
 *
 * @param accounts by key; unknown ones are absent
 * @param unreadable by key: why an account that is there cannot be used, in a line for the
 *     operator. It is in {@code accounts} no longer: the desk does nothing for it and tells people,
 *     and the others go on
 * @param unasked names of accounts that were told of and that nobody asked for, as where the other
 *     side compares names by another rule; nothing is done with them
 */
public record FoundAccounts(
    Map<String, Account> accounts, Map<String, String> unreadable, Set<String> unasked) {
  /** Nothing was asked, or nothing is known. */
  public static final FoundAccounts NONE = new FoundAccounts(Map.of(), Map.of(), Set.of());

  private static final int LONGEST_NAME = 100;

  public FoundAccounts {
    accounts = Map.copyOf(accounts);
    unreadable = Map.copyOf(unreadable);
    unasked = Set.copyOf(unasked);
  }

  /** Accounts that can all be read. */
  public static FoundAccounts of(Map<String, Account> accounts) {
    return new FoundAccounts(accounts, Map.of(), Set.of());
  }

  /** Takes them up one by one, as a directory tells them; what nobody asked for is left aside. */
  static final class Gathering {
    private final Set<String> asked;
    private final Map<String, Account> accounts = new HashMap<>();
    private final Map<String, String> unreadable = new HashMap<>();
    private final Set<String> unasked = new HashSet<>();

    /**
     * @param asked keys
     */
    Gathering(Set<String> asked) {
      this.asked = asked;
    }

    /**
     * Of two that are one name by the rule of names, neither is used: nobody knows which is meant.
     */
    void add(Account account) {
      if (asked.contains(account.key()) && accounts.put(account.key(), account) != null) {
        leaveOut(
            account.key(),
            "two entries are the account " + SafeText.line(account.name(), LONGEST_NAME));
      }
    }

    /** Keeps the name of one that nobody asked for. */
    void noteUnasked(String name, String key) {
      if (!asked.contains(key)) {
        unasked.add(SafeText.line(name, LONGEST_NAME));
      }
    }

    /** Keeps the first reason. */
    void leaveOut(String key, String why) {
      if (asked.contains(key)) {
        unreadable.putIfAbsent(key, why);
      }
    }

    /** Keeps it of all that nothing is known of yet. */
    void leaveOutTheRest(Collection<String> keys, String why) {
      keys.stream().filter(key -> !accounts.containsKey(key)).forEach(key -> leaveOut(key, why));
    }

    FoundAccounts done() {
      accounts.keySet().removeAll(unreadable.keySet());
      return new FoundAccounts(accounts, unreadable, unasked);
    }
  }
}
