package dev.latchkey.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account in the making: what is not said stays as it was, and in a new one is absent, empty or
 * false. {@link Account} tells what each part means.
 */
public final class AccountChange {
  private final String name;
  private final String key;
  private List<RegisteredAddress> addresses = List.of();
  private boolean secondFactor;
  private boolean critical;
  private boolean published;
  private Optional<Instant> secondFactorChangedAt = Optional.empty();
  private Optional<String> language = Optional.empty();
  private List<Link> links = List.of();
  private List<BoundKey> keys = List.of();
  private List<CoOwner> coOwners = List.of();
  private Optional<String> profile = Optional.empty();

  AccountChange(String name, String key) {
    this.name = name;
    this.key = key;
  }

  AccountChange(Account account) {
    this(account.name(), account.key());
    addresses = account.addresses();
    secondFactor = account.secondFactor();
    critical = account.critical();
    published = account.published();
    secondFactorChangedAt = account.secondFactorChangedAt();
    language = account.language();
    links = account.links();
    keys = account.keys();
    coOwners = account.coOwners();
    profile = account.profile();
  }

  public AccountChange addresses(List<RegisteredAddress> addresses) {
    this.addresses = addresses;
    return this;
  }

  public AccountChange secondFactor(boolean secondFactor) {
    this.secondFactor = secondFactor;
    return this;
  }

  public AccountChange critical(boolean critical) {
    this.critical = critical;
    return this;
  }

  public AccountChange published(boolean published) {
    this.published = published;
    return this;
  }

  public AccountChange secondFactorChangedAt(Optional<Instant> secondFactorChangedAt) {
    this.secondFactorChangedAt = secondFactorChangedAt;
    return this;
  }

  public AccountChange language(Optional<String> language) {
    this.language = language;
    return this;
  }

  public AccountChange links(List<Link> links) {
    this.links = links;
    return this;
  }

  public AccountChange keys(List<BoundKey> keys) {
    this.keys = keys;
    return this;
  }

  public AccountChange coOwners(List<CoOwner> coOwners) {
    this.coOwners = coOwners;
    return this;
  }

  public AccountChange profile(Optional<String> profile) {
    this.profile = profile;
    return this;
  }

  public Account build() {
    return new Account(
        name,
        key,
        addresses,
        secondFactor,
        critical,
        published,
        secondFactorChangedAt,
        language,
        links,
        keys,
        coOwners,
        profile);
  }
}
