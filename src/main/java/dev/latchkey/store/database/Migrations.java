package dev.latchkey.store.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The migrations of the schema, in the jar, as this database takes them. */
final class Migrations {
  private static final String IN_CLUSTER = "SHOW SESSION VARIABLES LIKE 'wsrep_on'";

  private Migrations() {}

  /** For a database as it is. */
  static Flyway of(DataSource pool) throws SQLException {
    return of(pool, inCluster(pool));
  }

  /**
   * For a node of a Galera cluster or another server. A cluster takes no sequence with a cache, and
   * the first migration makes four of them; its text cannot change, since Flyway knows it by its
   * checksum. That is one of the text before placeholders are filled, so what a cluster does not
   * take is read as one there.
   */
  static Flyway of(DataSource pool, boolean cluster) {
    FluentConfiguration usual =
        Flyway.configure().dataSource(pool).ignoreMigrationPatterns("*:pending");
    return cluster
        ? usual
            .placeholderPrefix("CACHE ")
            .placeholderSuffix(";")
            .placeholders(Map.of("100", "NOCACHE;", "1000", "NOCACHE;"))
            .load()
        : usual.load();
  }

  private static boolean inCluster(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(IN_CLUSTER)) {
      return row.next() && row.getString(2).equals("ON");
    }
  }
}
