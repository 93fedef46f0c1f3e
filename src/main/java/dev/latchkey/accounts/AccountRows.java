package dev.latchkey.accounts;

import dev.latchkey.mail.EmailAddress;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a row says of an account. Empty for what has no form that the desk can use: people wrote it
 * into their accounts, and nobody else's shall suffer from it.
 */
final class AccountRows {
  private AccountRows() {}

  /** The account without what the other queries say. */
  static Optional<Account> account(SqlRow row, UnaryOperator<String> key) throws SQLException {
    String name = row.text("name");
    return Optional.of(
        Account.named(name, key.apply(name))
            .secondFactor(row.known("second_factor"))
            .critical(row.known("critical"))
            .published(row.known("published"))
            .secondFactorChangedAt(row.time("second_factor_changed"))
            .language(
                row.find("language")
                    .map(language -> language.strip().toLowerCase(Locale.ROOT))
                    .filter(language -> language.matches("[a-z]{2}")))
            .build());
  }

  /** Empty for an address that the desk cannot write to, for example one outside ASCII. */
  static Optional<RegisteredAddress> address(SqlRow row) throws SQLException {
    boolean verified = row.flag("verified");
    Optional<Instant> added = row.time("added");
    Optional<Instant> removed = row.time("removed");
    return row.find("address")
        .flatMap(EmailAddress::find)
        .map(found -> new RegisteredAddress(found, verified, added, removed));
  }

  static Optional<Link> link(SqlRow row) throws SQLException {
    Optional<Link.Kind> kind = row.find("kind").flatMap(Link.Kind::find);
    Optional<String> address = row.find("address");
    Optional<Instant> since = row.time("since");
    return kind.flatMap(known -> address.flatMap(text -> Link.find(known, text, since)));
  }

  static Optional<BoundKey> key(SqlRow row) throws SQLException {
    Optional<BoundKey.Kind> kind = row.find("kind").flatMap(BoundKey.Kind::find);
    Optional<String> material = row.find("material");
    Optional<Instant> since = row.time("since");
    return kind.flatMap(known -> material.flatMap(text -> BoundKey.find(known, text, since)));
  }

  static Optional<CoOwner> coOwner(SqlRow row) throws SQLException {
    Optional<String> project = row.find("project");
    Optional<String> account = row.find("account");
    Optional<EmailAddress> address = row.find("address").flatMap(EmailAddress::find);
    Optional<Instant> since = row.time("since");
    return project.isPresent() && account.isPresent()
        ? address.map(found -> new CoOwner(project.get(), account.get(), found, since))
        : Optional.empty();
  }

  static Optional<String> profile(SqlRow row) throws SQLException {
    return row.find("profile");
  }
}
