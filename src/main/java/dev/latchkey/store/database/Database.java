package dev.latchkey.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Function;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.session.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;

/**
 * The connection pool and the transactions.
 *
 * <p>Transactions run at READ COMMITTED: rows are locked where they are read for update, and no gap
 * beside them, so two workers only meet on the rows they share.
 */
public final class Database implements AutoCloseable {
  private static final List<String> SEQUENCES =
      List.of("ticket_id", "mail_id", "outbox_id", "token_id");

  /** For so long a line is waited for. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

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

  /** The statements are the program's: read once, however many databases it opens. */
  private static final SqlSessionFactory STATEMENTS = statements();

  private final HikariDataSource pool;
  private final Schema schema;

  /** The operator's own measure stands in the URL. */
  private final boolean ownSilence;

  private Database(HikariDataSource pool) {
    this.pool = pool;
    this.schema = new Schema(pool);
    this.ownSilence = pool.getJdbcUrl().contains("socketTimeout=");
  }

  private static SqlSessionFactory statements() {
    LazyMappers mappers = new LazyMappers();
    // At the level DEBUG it would write into the log what mails say.
    mappers.setLogImpl(NoLoggingImpl.class);
    mappers.setMapUnderscoreToCamelCase(true);
    mappers.setArgNameBasedConstructorAutoMapping(true);
    mappers.setLocalCacheScope(LocalCacheScope.STATEMENT);
    mappers.getTypeHandlerRegistry().register(new MailBytesHandler());
    mappers.getTypeHandlerRegistry().register(new LetterKindHandler());
    return new SqlSessionFactoryBuilder().build(mappers);
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
    config.setConnectionTimeout(PATIENCE.toMillis());
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
    schema.migrate();
  }

  /**
   * What an operator should know about the server and the schema; changes nothing.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   * @throws SchemaException when an applied migration was changed
   */
  public DatabaseFacts facts() {
    knock();
    return schema.facts();
  }

  /** One line beside the pool, which asks a server that says no until its time is over. */
  private void knock() {
    Properties options = new Properties();
    options.setProperty("user", pool.getUsername());
    options.setProperty("password", pool.getPassword());
    options.setProperty("connectTimeout", String.valueOf(PATIENCE.toMillis()));
    try {
      DriverManager.getConnection(pool.getJdbcUrl(), options).close();
    } catch (SQLException e) {
      throw new StoreUnavailableException(DatabaseFailure.oneLine(e), e);
    }
  }

  /**
   * What the user of the database may not do of what the desk needs; changes nothing.
   *
   * @return rights, as GRANT names them
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public List<String> lackingRights() {
    return schema.lackingRights();
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
      throw new StoreUnavailableException(DatabaseFailure.oneLine(e), e);
    }
  }

  /**
   * Octets that the server takes at once.
   *
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public long largestPacket() {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT @@max_allowed_packet")) {
      row.next();
      return row.getLong(1);
    } catch (SQLException e) {
      throw new StoreUnavailableException(DatabaseFailure.oneLine(e), e);
    }
  }

  /**
   * Has every number of a row skip {@code by}, from {@code atLeast} on, so that none is given again
   * that was given after the moment of a dump that was restored: of tickets, whose references
   * people know, and of letters, whose Message-IDs follow from theirs, above all.
   *
   * @param atLeast the numbers to begin at where those of the database are lower, in the order of
   *     the answer
   * @return the next reference, then the next numbers of mails, letters and tokens
   * @throws StoreUnavailableException when the database cannot be reached
   */
  public List<Long> skipNumbers(List<Long> atLeast, long by) {
    List<Long> next = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sequence : SEQUENCES) {
        long last;
        try (ResultSet row = statement.executeQuery("SELECT NEXT VALUE FOR " + sequence)) {
          row.next();
          last = Math.max(row.getLong(1), atLeast.get(next.size()));
        }
        statement.execute("ALTER SEQUENCE " + sequence + " RESTART WITH " + (last + by));
        next.add(last + by);
      }
      return next;
    } catch (SQLException e) {
      throw new StoreUnavailableException(DatabaseFailure.oneLine(e), e);
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
  public <T extends @Nullable Object> T inSnapshot(Function<SqlSession, T> work) {
    return in(TransactionIsolationLevel.REPEATABLE_READ, work);
  }

  private <T extends @Nullable Object> T in(
      TransactionIsolationLevel level, Function<SqlSession, T> work) {
    try (Connection connection = pool.getConnection();
        SqlSession session = STATEMENTS.openSession(ExecutorType.BATCH, connection)) {
      connection.setTransactionIsolation(level.getLevel());
      if (!ownSilence) {
        connection.setNetworkTimeout(Runnable::run, Math.toIntExact(MOST_SILENCE.toMillis()));
      }
      try {
        T result = work.apply(session);
        session.flushStatements();
        connection.commit();
        return result;
      } catch (RuntimeException e) {
        rollBack(connection, e);
        throw DatabaseFailure.ofValue(e);
      }
    } catch (PersistenceException e) {
      throw DatabaseFailure.translated(e);
    } catch (SQLException e) {
      throw DatabaseFailure.translated(new PersistenceException(e));
    }
  }

  /** Said aloud, because after error 1205 the server keeps the transaction open. */
  private static void rollBack(Connection connection, RuntimeException failure) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is gone and the transaction with it; what went wrong first is to be told.
      failure.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
