package dev.latchkey.accounts;

import java.time.Duration;

/**
 * How the account system's own database is asked.
 *
 * <p>{@code :keys} in a query stands for the account keys asked for. Columns are found by their
 * label; times are taken as UTC.
 *
 * @param url JDBC URL without a password
 * @param password not shown by {@code toString}
 * @param accountsQuery by {@code :keys}: {@code name}, {@code second_factor}, {@code critical},
 *     {@code published}, and, if the account system has them, {@code second_factor_changed} and
 *     {@code language}
 * @param addressesQuery by {@code :keys}: {@code name} of the account, {@code address}, {@code
 *     verified}, and, if the account system has them, {@code added} and {@code removed}
 * @param timeout for a connection, and for each query; whole seconds, one or more
 * @param nameRule how the account system compares names; the queries must compare alike
 */
public record SqlDirectorySettings(
    String url,
    String user,
    String password,
    String accountsQuery,
    String addressesQuery,
    Duration timeout,
    NameRule nameRule) {

  /**
   * @throws IllegalArgumentException when a query lacks its placeholder or the time-out is too
   *     short
   */
  public SqlDirectorySettings {
    require(accountsQuery.contains(":keys"), "the accounts query needs :keys");
    require(addressesQuery.contains(":keys"), "the addresses query needs :keys");
    require(timeout.toSeconds() >= 1, "the time-out of a query is a second or more");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public String toString() {
    return "SqlDirectorySettings[url=" + url + ", user=" + user + ", password=hidden]";
  }
}
