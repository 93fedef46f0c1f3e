package dev.latchkey.store.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the database is.
 *
 * @param url JDBC URL of the one primary, {@code jdbc:mariadb://host:3306/latchkey}
 * @param connections size of the pool
 * @param mark a file that notes how far the database has come, by which an old dump that is
 *     restored is noticed
 */
public record DatabaseSettings(
    String url, String user, String password, int connections, Optional<Path> mark) {
  /** A database of which nothing is noted outside. */
  public DatabaseSettings(String url, String user, String password, int connections) {
    this(url, user, password, connections, Optional.empty());
  }

  @Override
  public String toString() {
    return "DatabaseSettings[" + url + ", user " + user + ", " + connections + " connections]";
  }
}
