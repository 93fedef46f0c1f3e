package dev.latchkey.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.mail.SafeText;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.apache.ibatis.transaction.TransactionFactory;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.jspecify.annotations.Nullable;

/**
 * The connection pool, the migrations and the transactions.
 *
 * <p>Transactions run at READ COMMITTED: rows are locked where they are read for update, and no gap
 * beside them, so two workers only meet on the rows they share.
 */
public final class Database implements AutoCloseable {
  /** Duplicate key, lock wait timeout, deadlock, and "record has changed since last read". */
  private static final int DUPLICATE = 1062;

  private static final Set<Integer> CONFLICTS = Set.of(DUPLICATE, 1205, 1213, 1020);

  /** Connection or query killed by an operator: nothing is wrong with what it did. */
  private static final Set<Integer> KILLED = Set.of(1317, 1927);

  /**
   * It cannot write now, or not for this user, whatever is asked of it: disk full (1021, 1114,
   * 1026, 1030, 3), read only (1290, 1036, 1223, 1792, 1836), out of memory (1037, 1038, 1041), no
   * right (1044, 1142, 1143, 1227), binary log or cluster not ready (1598, 1047).
   */
  private static final Set<Integer> CANNOT =
      Set.of(
          3, 1021, 1026, 1030, 1036, 1037, 1038, 1041, 1044, 1047, 1114, 1142, 1143, 1223, 1227,
          1290, 1598, 1792, 1836);

  private static final List<String> SEQUENCES =
      List.of("ticket_id", "mail_id", "outbox_id", "token_id");

  private static final int LONGEST_REASON = 1_000;

  /** As {@link Enum#valueOf} begins what it says. */
  private static final String NO_CONSTANT = "No enum constant ";

  /** ER_TABLEACCESS_DENIED_ERROR. */
  private static final int DENIED = 1142;

  /**
   * A server that is silent for so long is taken for one that is away: longer than it waits for a
   * lock of others (50 s), and than any statement of a desk at work. Nobody tells this side of a
   * line that a firewall forgot.
   */
  static final Duration MOST_SILENCE = Duration.ofMinutes(2);

  /**
   * The same for the other side: a transaction of which the server heard nothing for so long is
   * rolled back and its locks go, which else stay for as long as TCP takes to notice, some hours.
   */
  private static final String ABANDONED = "SET SESSION idle_transaction_timeout = 60";

  private final HikariDataSource pool;

  /** The operator's own measure stands in the URL. */
  private final boolean ownSilence;

  private final SqlSessionFactory sessions;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.ownSilence = pool.getJdbcUrl().contains("socketTimeout=");
    LazyMappers configuration = new LazyMappers(new Environment("desk", transactions(), pool));
    // At the level DEBUG it would write into the log what mails say.
    configuration.setLogImpl(NoLoggingImpl.class);
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.setArgNameBasedConstructorAutoMapping(true);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    configuration.getTypeHandlerRegistry().register(new MailBytesHandler());
    configuration.getTypeHandlerRegistry().register(new LetterKindHandler());
    this.sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  /**
   * Connections commit when told to, always: to say so anew costs two round trips a transaction.
   */
  private static TransactionFactory transactions() {
    Properties properties = new Properties();
    properties.setProperty("skipSetAutoCommitOnClose", "true");
    TransactionFactory factory = new JdbcTransactionFactory();
    factory.setProperties(properties);
    return factory;
  }

  /** Opens the pool without connecting yet; a database that is away is found out at first use. */
  public static Database open(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setPoolName("desk");
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionTimeout(10_000);
    config.setInitializationFailTimeout(-1);
    if (!settings.url().contains("idle_transaction_timeout=")) {
      config.setConnectionInitSql(ABANDONED);
    }
    return new Database(new HikariDataSource(config));
  }

  /**
   * Brings the schema up to date, forward only.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   * @throws SchemaException when a migration fails, or an applied one was changed
   */
  public void migrate() {
    try {
      Flyway flyway = Migrations.of(pool);
      requireKnown(flyway);
      requireWhole(flyway, "");
      migrate(flyway);
    } catch (SQLException e) {
      throw new StoreUnavailableException(oneLine(e), e);
    } catch (FlywayException e) {
      throw translated(e);
    }
  }

  private static void migrate(Flyway flyway) {
    try {
      flyway.migrate();
    } catch (FlywayException e) {
      RuntimeException failure = translated(e);
      if (failure instanceof SchemaException) {
        requireWhole(flyway, oneLine(e) + "; ");
      }
      throw failure;
    }
  }

  /**
   * What an operator should know about the server and the schema; changes nothing.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   * @throws SchemaException when an applied migration was changed
   */
  public DatabaseFacts facts() {
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
      throw new StoreUnavailableException(oneLine(e), e);
    } catch (FlywayException e) {
      throw translated(e);
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

  /**
   * What the user of the database may not do of what the desk needs; changes nothing.
   *
   * @return rights, as GRANT names them
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public List<String> lackingRights() {
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
      throw new StoreUnavailableException(oneLine(e), e);
    }
  }

  private static boolean holds(Statement statement, String right) throws SQLException {
    try (ResultSet row =
        statement.executeQuery(DatabaseFacts.HOLDS.formatted(right, DatabaseFacts.ME))) {
      row.next();
      return row.getBoolean(1);
    }
  }

  /**
   * What the database's clock says.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public Instant now() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT DATE_FORMAT(UTC_TIMESTAMP(6), '%Y-%m-%dT%H:%i:%s.%fZ')")) {
      row.next();
      return Instant.parse(row.getString(1));
    } catch (SQLException e) {
      throw new StoreUnavailableException(oneLine(e), e);
    }
  }

  /**
   * Octets that the server takes at once.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  long largestPacket() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@max_allowed_packet")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new StoreUnavailableException(oneLine(e), e);
    }
  }

  /**
   * Has every number of a row skip {@code by}, so that none is given again that was given after the
   * moment of a dump that was restored: of tickets, whose references people know, and of letters,
   * whose Message-IDs follow from theirs, above all.
   *
   * @return the next reference, then the next numbers of mails, letters and tokens
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public List<Long> skipNumbers(long by) {
    List<Long> next = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sequence : SEQUENCES) {
        long last;
        try (ResultSet row = statement.executeQuery("SELECT NEXT VALUE FOR " + sequence)) {
          row.next();
          last = row.getLong(1);
        }
        statement.execute("ALTER SEQUENCE " + sequence + " RESTART WITH " + (last + by));
        next.add(last + by);
      }
      return next;
    } catch (SQLException e) {
      throw new StoreUnavailableException(oneLine(e), e);
    }
  }

  /**
   * One transaction whose changes are gathered and sent in batches, a table at a time; a read sends
   * what was gathered first.
   *
   * @throws StoreConflictException after rolling back, when somebody else wrote first
   * @throws StoreUnavailableException when the database is away or cannot write; what was done is
   *     rolled back
   * @throws UnknownValueException when a row holds what this version does not know
   */
  public <T extends @Nullable Object> T inTransaction(Function<SqlSession, T> work) {
    return in(TransactionIsolationLevel.READ_COMMITTED, work);
  }

  /** The same for what only reads, and sees all as it was at its first look. */
  <T extends @Nullable Object> T inSnapshot(Function<SqlSession, T> work) {
    return in(TransactionIsolationLevel.REPEATABLE_READ, work);
  }

  private <T extends @Nullable Object> T in(
      TransactionIsolationLevel level, Function<SqlSession, T> work) {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH, level)) {
      try {
        if (!ownSilence) {
          session
              .getConnection()
              .setNetworkTimeout(Runnable::run, Math.toIntExact(MOST_SILENCE.toMillis()));
        }
        T result = work.apply(session);
        session.commit(true);
        return result;
      } catch (RuntimeException e) {
        rollBack(session, e);
        throw e instanceof IllegalArgumentException && isUnknown(e.getMessage())
            ? new UnknownValueException(unknown(e.getMessage()), e)
            : e;
      }
    } catch (PersistenceException e) {
      throw translated(e);
    } catch (SQLException e) {
      throw new StoreUnavailableException(oneLine(e), e);
    }
  }

  /** Said aloud, because after error 1205 the server keeps the transaction open. */
  private static void rollBack(SqlSession session, RuntimeException failure) {
    try {
      session.rollback(true);
    } catch (PersistenceException e) {
      // The connection is gone and the transaction with it; what went wrong first is to be told.
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static RuntimeException translated(PersistenceException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException && isUnknown(cause.getMessage())) {
        return new UnknownValueException(unknown(cause.getMessage()), e);
      }
      if (cause instanceof SQLException sql) {
        if (CONFLICTS.contains(sql.getErrorCode())) {
          return new StoreConflictException(oneLine(sql), e, sql.getErrorCode() == DUPLICATE);
        }
        if (isConnection(sql) || CANNOT.contains(sql.getErrorCode())) {
          return new StoreUnavailableException(oneLine(sql), e);
        }
      }
    }
    return e;
  }

  private static boolean isUnknown(@Nullable String message) {
    return message != null && message.startsWith(NO_CONSTANT);
  }

  /** From {@code dev.latchkey.ticket.TicketState.LOST} to what an operator can look for. */
  private static String unknown(@Nullable String message) {
    String constant = String.valueOf(message).substring(NO_CONSTANT.length());
    String[] parts = constant.split("[.$]");
    return "a value that this version does not know: %s %s"
        .formatted(parts[parts.length - 2], SafeText.line(parts[parts.length - 1], 60));
  }

  private static RuntimeException translated(FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && isConnection(sql)) {
        return new StoreUnavailableException(oneLine(sql), e);
      }
    }
    return new SchemaException(oneLine(e), e);
  }

  /** Connection lost, refused (class 08) or killed, login refused (class 28), server ending. */
  private static boolean isConnection(SQLException e) {
    String state = String.valueOf(e.getSQLState());
    return state.startsWith("08")
        || state.startsWith("28")
        || KILLED.contains(e.getErrorCode())
        || e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException;
  }

  private static String oneLine(Throwable e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return SafeText.line(
        String.valueOf(deepest.getMessage()).lines().findFirst().orElse(""), LONGEST_REASON);
  }
}
