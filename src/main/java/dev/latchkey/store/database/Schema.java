package dev.latchkey.store.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/** The schema: brought up to date, looked at, and what the desk's user may not do in it. */
final class Schema {
  /** ER_TABLEACCESS_DENIED_ERROR. */
  private static final int DENIED = 1142;

  private final DataSource pool;

  Schema(DataSource pool) {
    this.pool = pool;
  }

  /** See {@link Database#migrate}. */
  void migrate() {
    try {
      Flyway flyway = Migrations.of(pool);
      requireKnown(flyway);
      requireWhole(flyway, "");
      migrate(flyway);
    } catch (SQLException e) {
      throw new StoreUnavailableException(DatabaseFailure.oneLine(e), e);
    } catch (FlywayException e) {
      throw DatabaseFailure.translated(e);
    }
  }

  private static void migrate(Flyway flyway) {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      RuntimeException failure = DatabaseFailure.translated(e);
      if (failure instanceof SchemaException) {
        requireWhole(flyway, DatabaseFailure.oneLine(e) + "; ");
      }
      throw failure;
    }
  }

  /** See {@link Database#facts}. */
  DatabaseFacts facts() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(DatabaseFacts.QUERY)) {
      row.next();
      Flyway flyway = Migrations.of(pool);
      requireKnown(flyway);
      requireWhole(flyway, "");
      flyway.validate();
      return new DatabaseFacts(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getInt(4),
          row.getLong(5),
          flyway.info().applied().length,
          flyway.info().pending().length);
    } catch (SQLException e) {
      throw new StoreUnavailableException(DatabaseFailure.oneLine(e), e);
    } catch (FlywayException e) {
      throw DatabaseFailure.translated(e);
    }
  }

  /** A newer version was here: this one does not know what its rows mean. */
  private static void requireKnown(Flyway flyway) {
    for (MigrationInfo migration : flyway.info().applied()) {
      if (migration.getState().isResolved()) {
        continue;
      }
      throw new SchemaException(
          "the schema has migration %s (%s), which this version of latchkey does not know; start the newer version that made it"
              .formatted(migration.getVersion(), migration.getDescription()),
          new IllegalStateException("newer schema"));
    }
  }

  /**
   * A migration that was cut off stays half done, since the server commits each change of a table
   * by itself: the next start met what was there already, and nobody but the operator can tell what
   * is whole.
   *
   * @param why it failed just now, or nothing
   */
  private static void requireWhole(Flyway flyway, String why) {
    for (MigrationInfo migration : flyway.info().all()) {
      if (migration.getState().isFailed()) {
        throw new SchemaException(
            "%smigration %s (%s) failed, or was cut off before, and is half done: restore the dump from before the upgrade, or, where no desk has run on it yet, drop the schema and create it anew"
                .formatted(why, migration.getVersion(), migration.getDescription()),
            new IllegalStateException("failed migration"));
      }
    }
  }

  /** See {@link Database#lackingRights}. */
  List<String> lackingRights() {
    List<String> lacking = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery(DatabaseFacts.HAS_TABLES)) {
        row.next();
        if (!row.getBoolean(1)) {
          for (String right : List.of("CREATE", "ALTER", "INDEX", "REFERENCES", "DROP")) {
            if (!holds(statement, right)) {
              lacking.add(right);
            }
          }
          return lacking;
        }
      }
      for (Map.Entry<String, String> probe : DatabaseFacts.RIGHTS.entrySet()) {
        try {
          statement.execute(probe.getValue());
        } catch (SQLException e) {
          if (e.getErrorCode() != DENIED) {
            throw e;
          }
          lacking.add(probe.getKey());
        }
      }
      connection.rollback();
      return lacking;
    } catch (SQLException e) {
      throw new StoreUnavailableException(DatabaseFailure.oneLine(e), e);
    }
  }

  private static boolean holds(Statement statement, String right) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(DatabaseFacts.HOLDS.formatted(right, DatabaseFacts.ME))) {
      row.next();
      return row.getBoolean(1);
    }
  }
}
