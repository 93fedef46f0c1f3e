package dev.latchkey.accounts;

import java.time.Duration;
import java.util.Optional;

/**
 * How the account system's own database is asked.
 *
 * @param url JDBC URL without a password
 * @param password not shown by {@code toString}
 * @param timeout for a connection, and for each query; whole seconds, one or more
 * @param nameRule how the account system compares names; the queries must compare alike
 */
public record SqlDirectorySettings(
    String url,
    String user,
    String password,
    Queries queries,
    Duration timeout,
    NameRule nameRule) {

  /**
   * What is asked. {@code :keys} in a query stands for the account keys asked for, and {@code name}
   * is the account that a row is about. Columns are found by their label; times are taken as UTC. A
   * query that is not there is about something that the account system does not have.
   *
   * @param accounts {@code name}, {@code second_factor}, {@code critical}, {@code published}, and,
   *     if the account system has them, {@code second_factor_changed} and {@code language}
   * @param addresses {@code name}, {@code address}, {@code verified}, and, if the account system
   *     has them, {@code added} and {@code removed}
   * @param links {@code name}, {@code kind} ({@code repository} or {@code site}), {@code address},
   *     {@code since}
   * @param keys {@code name}, {@code kind} ({@code openpgp} or {@code ssh}), {@code material},
   *     {@code since}
   * @param coOwners {@code name}, {@code project}, and of the other owner "account" and {@code
   *     address}
   * @param profile {@code name}, {@code profile}
   */
  public record Queries(
      String accounts,
      String addresses,
      Optional<String> links,
      Optional<String> keys,
      Optional<String> coOwners,
      Optional<String> profile) {

    /**
     * @throws IllegalArgumentException when a query lacks its placeholder
     */
    public Queries {
      requireKeys("accounts", accounts);
      requireKeys("addresses", addresses);
      links.ifPresent(query -> requireKeys("links", query));
      keys.ifPresent(query -> requireKeys("keys", query));
      coOwners.ifPresent(query -> requireKeys("co-owners", query));
      profile.ifPresent(query -> requireKeys("profile", query));
    }

    private static void requireKeys(String name, String query) {
      if (!query.contains(":keys")) {
        throw new IllegalArgumentException("the " + name + " query needs :keys");
      }
    }
  }

  /**
   * @throws IllegalArgumentException when the time-out is too short
   */
  public SqlDirectorySettings {
    if (timeout.toSeconds() < 1) {
      throw new IllegalArgumentException("the time-out of a query is a second or more");
    }
  }

  @Override
  public String toString() {
    return "SqlDirectorySettings[url=" + url + ", user=" + user + ", password=hidden]";
  }
}
