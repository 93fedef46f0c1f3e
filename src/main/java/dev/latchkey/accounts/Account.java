package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account as the account system describes it.
 *
 * @param name as the account system writes it
 * @param key the name by the account system's rule for equality
 * @param addresses current ones and those removed lately
 * @param secondFactor a second factor is set up
 * @param critical its loss would hurt many (for a package index: a critical project)
 * @param published something is published under it
 * @param secondFactorChangedAt the last change of a second factor
 * @param language the language of its owner (ISO 639-1), when the account system knows it
 * @param links its repositories and sites on record
 * @param keys its public keys on record
 * @param coOwners who else owns what it owns
 * @param profile what stands in the field that only somebody who is logged in can change; empty
 *     when the account system has no such field or does not show it, and an empty text when nothing
 *     stands in it
 */
public record Account(
    String name,
    String key,
    List<RegisteredAddress> addresses,
    boolean secondFactor,
    boolean critical,
    boolean published,
    Optional<Instant> secondFactorChangedAt,
    Optional<String> language,
    List<Link> links,
    List<BoundKey> keys,
    List<CoOwner> coOwners,
    Optional<String> profile) {
  public Account {
    addresses = List.copyOf(addresses);
    links = List.copyOf(links);
    keys = List.copyOf(keys);
    coOwners = List.copyOf(coOwners);
  }

  /** An account of which only its name is known so far; {@link NameRule} makes the key. */
  public static AccountChange named(String name, String key) {
    return new AccountChange(name, key);
  }

  /** The same account, to be changed in some points. */
  public AccountChange change() {
    return new AccountChange(this);
  }

  /** Verified and still registered: where a code may go. */
  public List<EmailAddress> provable() {
    return addresses.stream()
        .filter(address -> address.verified() && address.current())
        .map(RegisteredAddress::address)
        .toList();
  }

  /**
   * Whether {@code address} is registered now, and its owner's: one that nobody verified may be
   * anybody's.
   */
  public boolean registers(EmailAddress address) {
    return provable().contains(address);
  }

  /** Where notices go: every current address and every one removed after {@code removedSince}. */
  public List<EmailAddress> notifiable(Instant removedSince) {
    return addresses.stream()
        .filter(known -> known.removedAt().map(at -> at.isAfter(removedSince)).orElse(true))
        .map(RegisteredAddress::address)
        .distinct()
        .toList();
  }
}
