package dev.latchkey.store;

/**
 * Where the database is.
 *
 * @param url JDBC URL of the one primary, {@code jdbc:mariadb://host:3306/latchkey}
 * @param connections size of the pool
 */
public record DatabaseSettings(String url, String user, String password, int connections) {
  @Override
  public String toString() {
    return "DatabaseSettings[" + url + ", user " + user + ", " + connections + " connections]";
  }
}
