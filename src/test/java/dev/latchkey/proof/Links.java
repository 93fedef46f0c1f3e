package dev.latchkey.proof;

import dev.latchkey.accounts.Account;
import dev.latchkey.accounts.Link;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** Accounts with links on record, for tests. */
final class Links {
  private Links() {}

  static Account repository(String... addresses) {
    return account(Link.Kind.REPOSITORY, addresses);
  }

  static Account site(String... addresses) {
    return account(Link.Kind.SITE, addresses);
  }

  private static Account account(Link.Kind kind, String... addresses) {
    return Account.named("dora", "dora")
        .links(
            Stream.of(addresses)
                .map(address -> new Link(kind, URI.create(address), Optional.empty()))
                .toList())
        .build();
  }
}
