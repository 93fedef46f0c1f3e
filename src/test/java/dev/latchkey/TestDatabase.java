package dev.latchkey;

import dev.latchkey.demo.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/**
 * An empty schema of the one MariaDB server that all tests of this JVM share. The server is started
 * by the first test that wants it, in about two seconds, and stops with the JVM.
 *
 * @param url for JDBC
 */
@NullMarked
public record TestDatabase(String url, String user, String password) {

  /**
   * A schema of its own for a test class, empty also when the class asks for it again: without
   * tables, or with those of a desk that nobody has used.
   */
  public static TestDatabase emptyFor(Class<?> test) {
    return opened(test, Server.SCHEMAS::unused);
  }

  /** The same, without tables. */
  public static TestDatabase withoutTablesFor(Class<?> test) {
    return opened(test, Server.RUNNING::newSchema);
  }

  private static TestDatabase opened(Class<?> test, Opening opening) {
    EmbeddedDatabase server = Server.RUNNING;
    try {
      String url = opening.of("test_" + test.getSimpleName().toLowerCase(Locale.ROOT));
      return new TestDatabase(url, server.user(), server.password());
    } catch (SQLException e) {
      throw new IllegalStateException("no schema for " + test, e);
    }
  }

  /** A schema by its name. */
  private interface Opening {
    String of(String name) throws SQLException;
  }

  /** The same schema for another user of it. */
  public TestDatabase as(String other, String secret) {
    return new TestDatabase(url, other, secret);
  }

  /** Of its server, on the loopback interface. */
  public int port() {
    return URI.create(url.substring("jdbc:".length())).getPort();
  }

  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** The first column of what a query finds. */
  public List<String> rows(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (row.next()) {
        rows.add(String.valueOf(row.getString(1)));
      }
      return rows;
    }
  }

  /** Changes rows by hand, over one connection. */
  public void change(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Starts the server when this class is first used. */
  private static final class Server {
    static final EmbeddedDatabase RUNNING = start();
    static final UsedSchemas SCHEMAS = new UsedSchemas(RUNNING);

    private static EmbeddedDatabase start() {
      try {
        return EmbeddedDatabase.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
