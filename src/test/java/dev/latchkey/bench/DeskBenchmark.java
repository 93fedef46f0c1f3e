package dev.latchkey.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.latchkey.Desk;
import dev.latchkey.accounts.ManualAction;
import dev.latchkey.accounts.NameRule;
import dev.latchkey.check.Policy;
import dev.latchkey.config.ActionSource;
import dev.latchkey.config.DirectorySource;
import dev.latchkey.config.ReadingFile;
import dev.latchkey.config.Settings;
import dev.latchkey.flow.DeskSettings;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import dev.latchkey.outgoing.Budget;
import dev.latchkey.outgoing.BudgetSettings;
import dev.latchkey.outgoing.MailClass;
import dev.latchkey.outgoing.RetrySettings;
import dev.latchkey.outgoing.TemplateCatalog;
import dev.latchkey.schedule.DeskTicker;
import dev.latchkey.schedule.TickerSettings;
import dev.latchkey.store.DatabaseSettings;
import dev.latchkey.transport.ImapInbox;
import dev.latchkey.transport.ImapSettings;
import dev.latchkey.transport.Security;
import dev.latchkey.transport.SmtpSender;
import dev.latchkey.transport.SmtpSettings;
import dev.latchkey.transport.Timeouts;
import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffRoster;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
  private static final String SERVER = "jdbc:mariadb://127.0.0.1:10306/";
  private static final String OPTIONS =
      "?useServerPrepStmts=true&useBulkStmtsForInserts=true&connectionCollation=utf8mb4_nopad_bin";
  private static final int LETTERS_A_MAIL = 2;

  private DeskBenchmark() {}

  /** Arguments: a directory for the account file, mails that wait, tickets that are there. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException {
    Path directory = Path.of(arguments[0]);
    int mails = Integer.parseInt(arguments[1]);
    int tickets = Integer.parseInt(arguments[2]);
    Path accounts = accounts(directory, mails);
    newSchema();
    Settings settings = settings(accounts);
    CountingSender sender =
        new CountingSender(new SmtpSender(settings.smtp()), mails * LETTERS_A_MAIL);
    Desk.Outside outside =
        new Desk.Outside(
            new ImapInbox(settings.imap()), sender, settings.accounts().open(), new ManualAction());
    try (Desk desk =
        Desk.open(
            settings,
            outside,
            InstantSource.system(),
            Failpoints.NONE,
            (mail, outcome, ticket, reason) -> {})) {
      desk.database().migrate();
      try (Connection connection = connect("latchkey_bench")) {
        OldTickets.fill(connection, tickets);
      }
      measure(desk, sender, mails, tickets);
    }
  }

  private static void measure(Desk desk, CountingSender sender, int mails, int tickets)
      throws InterruptedException {
    long begun = System.nanoTime();
    long cpuBegun = cpuNanos();
    StackSampler sampler = StackSampler.start();
    DeskTicker ticker = desk.start();
    boolean all = sender.await(Duration.ofMinutes(10));
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

  private static Path accounts(Path directory, int count) throws IOException {
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

  private static void newSchema() throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS latchkey_bench");
      statement.execute(
          "CREATE DATABASE latchkey_bench CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin");
    }
  }

  private static Connection connect(String schema) throws SQLException {
    return DriverManager.getConnection(SERVER + schema + OPTIONS, "bench", "bench");
  }

  private static Settings settings(Path accounts) {
    return new Settings(
        "Benchmark",
        DeskSettings.standard(ADDRESS),
        10_000_000,
        new DatabaseSettings(SERVER + "latchkey_bench" + OPTIONS, "bench", "bench", 8),
        new ImapSettings(
            "127.0.0.1",
            10143,
            Security.NONE,
            ADDRESS.toString(),
            "bench",
            "INBOX",
            "Processed",
            Timeouts.usual(),
            20_000_000),
        new SmtpSettings(
            "127.0.0.1",
            10025,
            Security.NONE,
            Optional.empty(),
            Timeouts.usual(),
            SmtpSettings.USUAL_CONNECTIONS),
        new Settings.TrustedServers(Set.of("mx.bench.example"), 0),
        new Settings.Keys(
            SigningKey.of(
                "a key for benchmarks, forty octets long.".getBytes(StandardCharsets.US_ASCII)),
            List.of()),
        new StaffRoster(
            List.of(
                new StaffMember(
                    EmailAddress.of("ada@bench.example"), true, true, Optional.empty()))),
        new DirectorySource.Csv(accounts, NameRule.ASCII_CASE_INSENSITIVE),
        new ActionSource.Manual(),
        BudgetSettings.DEFAULT
            .with(MailClass.ACKNOWLEDGEMENT, new Budget(3, 1_000_000))
            .with(MailClass.CODE, new Budget(3, 1_000_000)),
        RetrySettings.DEFAULT,
        Policy.standard(),
        ReadingFile.standard(),
        TemplateCatalog.loadDefault(),
        new TickerSettings(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMinutes(1)));
  }

  /** Counts down with every mail that the server accepts. */
  private static final class CountingSender implements MailSender {
    private final MailSender sender;
    private final CountDownLatch left;

    CountingSender(MailSender sender, int expected) {
      this.sender = sender;
      this.left = new CountDownLatch(expected);
    }

    boolean await(Duration atMost) throws InterruptedException {
      return left.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public List<SendResult> send(List<OutboundMail> mails) {
      List<SendResult> results = sender.send(mails);
      results.stream()
          .filter(SendResult.Accepted.class::isInstance)
          .forEach(accepted -> left.countDown());
      return results;
    }

    @Override
    public void check() throws MailTransportException {
      sender.check();
    }

    @Override
    public void close() {
      sender.close();
    }
  }
}
