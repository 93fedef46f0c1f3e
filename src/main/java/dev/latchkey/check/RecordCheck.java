package dev.latchkey.check;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.RegisteredAddress;
import dev.latchkey.check.Warning.Kind;
import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the addresses of an account since a request for it was looked at first. One with a
 * day since then is judged by its day, whichever way it went; that it has none, or one of before,
 * is no reason not to tell of it.
 */
public final class RecordCheck {
  private RecordCheck() {}

  /** The addresses that the directory lists, and does not say to be removed. */
  public static List<EmailAddress> current(Account account) {
    return account.addresses().stream()
        .filter(RegisteredAddress::current)
        .map(RegisteredAddress::address)
        .toList();
  }

  /**
   * What speaks against a recovery, by address.
   *
   * @param first the addresses of the first look
   * @param opened when the request came
   */
  public static Map<String, Kind> find(Account account, Set<String> first, Instant opened) {
    Map<String, Kind> found = new TreeMap<>();
    account.addresses().stream()
        .filter(RegisteredAddress::current)
        .filter(one -> one.addedAt().filter(opened::isBefore).isEmpty())
        .map(one -> one.address().toString())
        .filter(address -> !first.contains(address))
        .forEach(address -> found.put(address, Kind.ADDRESS_APPEARED));
    Set<String> judged =
        account.addresses().stream()
            .filter(one -> one.current() || one.removedAt().filter(opened::isBefore).isPresent())
            .map(one -> one.address().toString())
            .collect(Collectors.toSet());
    first.stream()
        .filter(address -> !judged.contains(address))
        .forEach(address -> found.put(address, Kind.ADDRESS_GONE));
    return found;
  }
}
