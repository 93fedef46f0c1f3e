package dev.latchkey.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.latchkey.Desk;
import dev.latchkey.cli.Progress;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.schedule.DeskTicker;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;

/**
 * How many requests a second a desk takes from the mailbox to the answer handed over: the desk as
 * it is run, ticker and all, on the servers of {@code src/bench/servers.sh}. Started by {@code
 * src/bench/run.sh}; prints one row of the table.
 *
 * <p>Every request is complete and names an account of the directory, so that each is answered by
 * two mails, the acknowledgement and the code to the registered address.
 */
@NullMarked
public final class DeskBenchmark {
  private static final EmailAddress ADDRESS = EmailAddress.of("desk@bench.example");

  /** What {@code src/bench/servers.sh} adds to 143, 25 and 306, there by {@code PORTS}. */
  static final int PORTS = Integer.getInteger("bench.ports", 10_000);

  private static final String OPTIONS =
      "?useServerPrepStmts=true&useBulkStmtsForInserts=true&connectionCollation=utf8mb4_nopad_bin";
  private static final int LETTERS_A_MAIL = 2;

  private DeskBenchmark() {}

  /** Arguments: a directory for the account file, mails that wait, tickets that are there. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException, InvalidConfigurationException {
    Path directory = Path.of(arguments[0]);
    int mails = Integer.parseInt(arguments[1]);
    int tickets = Integer.parseInt(arguments[2]);
    Path accounts = accounts(directory, mails);
    newSchema();
    Settings settings = settings(accounts);
    Letters letters = new Letters(mails * LETTERS_A_MAIL);
    Desk.Outside outside =
        HeardSender.in(
            Desk.Outside.of(settings, InstantSource.system()), letter -> letters.accepted());
    try (Desk desk =
        Desk.open(settings, outside, Failpoints.NONE, (mail, outcome, ticket, reason) -> {})) {
      desk.database().migrate();
      desk.loops().deliver();
      try (Connection connection = connect("latchkey_bench")) {
        OldTickets.fill(connection, tickets, tickets, settings.keys().current());
      }
      measure(desk, letters, mails, tickets);
    }
  }

  private static void measure(Desk desk, Letters letters, int mails, int tickets)
      throws InterruptedException {
    Progress progress =
        Progress.of(
            "letters",
            new PrintWriter(System.err, false, StandardCharsets.UTF_8),
            InstantSource.system());
    progress.at(0, (long) mails * LETTERS_A_MAIL);
    long begun = System.nanoTime();
    long cpuBegun = cpuNanos();
    StackSampler sampler = StackSampler.start();
    DeskTicker ticker = desk.start();
    boolean all = letters.await(Duration.ofMinutes(10), progress);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double cpuMillis = (cpuNanos() - cpuBegun) / 1e6 / mails;
    sampler.stop();
    ticker.close();
    String shares =
        sampler.shares().entrySet().stream()
            .map(e -> e.getKey().name().toLowerCase(Locale.ROOT) + " " + e.getValue() + " %")
            .collect(Collectors.joining(", "));
    System.out.printf(
        Locale.ROOT,
        "| %,d | %,d | %.1f | %.0f | %.1f ms | %d MB | %s | %.1f |%n",
        tickets,
        mails,
        seconds,
        mails / seconds,
        cpuMillis,
        sampler.heapPeak() >> 20,
        all ? shares : "NOT ALL WERE SENT, " + shares,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    if (Boolean.getBoolean("hottest")) {
      sampler.hottest(25).forEach(System.out::println);
    }
  }

  /** What this process had of the processors: what counts on a machine that others use too. */
  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** A directory of so many people, each with one address. */
  static Path accounts(Path directory, int count) throws IOException {
    String rows =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "person%d,p%d@registered.example verified since 2020-01-01,yes,no,yes,%n"
                        .formatted(i, i))
            .collect(Collectors.joining());
    return Files.writeString(
        directory.resolve("accounts.csv"),
        "name,addresses,second_factor,critical,published,second_factor_changed\n" + rows);
  }

  static void newSchema() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS latchkey_bench");
      statement.execute(
          "CREATE DATABASE latchkey_bench CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
    }
  }

  static Connection connect(String schema) throws SQLException {
    return DriverManager.getConnection(url(PORTS + 306, schema), "bench", "bench");
  }

  /** The same, once a server that was started again is there. */
  static Connection connectAgain(String schema) throws SQLException {
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (true) {
      try {
        return connect(schema);
      } catch (SQLException e) {
        if (System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
    }
  }

  private static String url(int port, String schema) {
    return "jdbc:mariadb://127.0.0.1:%d/%s%s".formatted(port, schema, OPTIONS);
  }

  private static Settings settings(Path accounts)
      throws IOException, InvalidConfigurationException {
    return SettingsFile.read(settingsFile(accounts), name -> null);
  }

  /** Settings of a desk on the servers of the benchmark. */
  static Path settingsFile(Path accounts) throws IOException {
    return settingsFile(accounts, PORTS + 143, PORTS + 25, PORTS + 306, "60s");
  }

  /** The same by other ports, for servers that stand behind something. */
  static Path settingsFile(Path accounts, int imap, int smtp, int sql, String readTimeout)
      throws IOException {
    Path file = accounts.resolveSibling("latchkey.yaml");
    Files.writeString(
        file,
        """
        desk: {name: Benchmark, address: %s}
        database: {url: "%s", user: bench, password: bench}
        imap: {host: 127.0.0.1, port: %d, security: none, user: %s, password: bench, read-timeout: %s}
        smtp: {host: 127.0.0.1, port: %d, security: none, read-timeout: %s}
        intake: {since: all}
        authentication: {authserv-ids: [mx.bench.example]}
        signing-key: %s
        staff: [{address: ada@bench.example}]
        accounts: {kind: csv, file: %s}
        budgets:
          acknowledgement: {total-per-hour: 1000000}
          code: {total-per-hour: 1000000}
        schedule: {poll: 1s, work: 1s, deliver: 1s, sweep: 1m}
        """
            .formatted(
                ADDRESS,
                url(sql, "latchkey_bench"),
                imap,
                ADDRESS,
                readTimeout,
                smtp,
                readTimeout,
                Base64.getEncoder()
                    .encodeToString(
                        "a key for tests, of 33 octets....".getBytes(StandardCharsets.US_ASCII)),
                accounts.getFileName()));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  /** Counts down with every letter that the server accepts. */
  private static final class Letters {
    private final int expected;
    private final CountDownLatch left;

    Letters(int expected) {
      this.expected = expected;
      this.left = new CountDownLatch(expected);
    }

    void accepted() {
      left.countDown();
    }

    /** Whether all were accepted in time. */
    boolean await(Duration atMost, Progress progress) throws InterruptedException {
      long deadline = System.nanoTime() + atMost.toNanos();
      while (!left.await(1, TimeUnit.SECONDS) && System.nanoTime() < deadline) {
        progress.at(expected - left.getCount(), expected);
      }
      progress.clear();
      return left.getCount() == 0;
    }
  }
}
