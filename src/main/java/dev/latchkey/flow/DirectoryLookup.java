package dev.latchkey.flow;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.AccountDirectory;
import dev.latchkey.accounts.DirectoryException;
import dev.latchkey.accounts.FoundAccounts;
import dev.latchkey.mail.SafeText;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The accounts a batch is about, asked for at once and only once. */
final class DirectoryLookup {
  private static final Logger LOG = LoggerFactory.getLogger(DirectoryLookup.class);
  private static final int LONGEST = 100;

  /** Names in a line of the log. */
  private static final int SHOWN = 5;

  private final AccountDirectory directory;
  private final Map<String, Account> known = new HashMap<>();
  private final Map<String, String> unreadable = new HashMap<>();
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
      FoundAccounts found = directory.find(fresh);
      known.putAll(found.accounts());
      unreadable.putAll(found.unreadable());
      asked.addAll(fresh);
      found
          .unreadable()
          .forEach(
              (key, why) ->
                  LOG.warn(
                      "the account {} cannot be read, so that nothing is done for it until that is"
                          + " mended in the account system: {}",
                      SafeText.line(key, LONGEST),
                      why));
      if (!found.unasked().isEmpty()) {
        LOG.warn(
            "the account directory was asked for {} and told of {} as well, which is left aside:"
                + " does it compare names by accounts.name-rule?",
            shown(fresh),
            shown(found.unasked()));
      }
    } catch (DirectoryException e) {
      throw new DeskUnavailableException("account directory: " + e.getMessage(), e);
    }
  }

  private static String shown(Set<String> names) {
    return names.stream()
        .sorted()
        .limit(SHOWN)
        .map(name -> SafeText.line(name, LONGEST))
        .collect(Collectors.joining(", ", "", names.size() > SHOWN ? ", …" : ""));
  }

  /** An account name by the account system's rule for equality. */
  String key(String name) {
    return directory.key(name);
  }

  Optional<Account> find(Optional<String> key) {
    key.ifPresent(one -> prefetch(Set.of(one)));
    return key.map(known::get);
  }

  /** Why an account that is there is not found: it cannot be read. */
  Optional<String> unreadable(Optional<String> key) {
    key.ifPresent(one -> prefetch(Set.of(one)));
    return key.map(unreadable::get);
  }
}
