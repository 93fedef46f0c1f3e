package dev.latchkey.bench;

import dev.latchkey.cli.Progress;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * Whether mails are lost or answered twice while everything around the desk dies: the jar that
 * ships runs on the servers of {@code src/bench/servers.sh}, requests arrive at a steady pace, and
 * at random moments the desk or a server is killed (SIGKILL) and started again, or the desk is
 * stopped for a while (SIGSTOP). Started by {@code src/bench/faults.sh}; ends with 1 where a mail
 * was lost or answered twice.
 */
@NullMarked
public final class FaultBenchmark {
  private static final int MAILS_A_SECOND = 5;

  /** Longer than a lease lasts. */
  private static final Duration PAUSE = Duration.ofSeconds(40);

  /** A server is away for so long. */
  private static final Duration AWAY = Duration.ofSeconds(2);

  /** Nothing that was put off is tried later than that. */
  private static final Duration QUIET = Duration.ofMinutes(15);

  private enum Fault {
    DESK_KILLED,
    MARIADB_KILLED,
    DOVECOT_KILLED,
    SMTP_KILLED,
    DESK_AND_MARIADB_KILLED,
    DESK_PAUSED
  }

  private final Path directory;
  private final Path jar;
  private final Path settings;
  private final FaultLedger ledger;
  private final Random random;
  private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
  private Process desk;

  private FaultBenchmark(Path directory, Path jar, int mails, long seed)
      throws IOException, SQLException {
    this.directory = directory;
    this.jar = jar;
    this.settings = DeskBenchmark.settingsFile(DeskBenchmark.accounts(directory, mails));
    this.ledger = new FaultLedger(directory.resolve("letters"));
    this.random = new Random(seed);
    DeskBenchmark.newSchema();
    this.desk = startDesk();
  }

  /** Arguments: the directory of the servers, the jar, how many mails, how many faults, a seed. */
  public static void main(String[] arguments)
      throws IOException, InterruptedException, SQLException {
    int mails = Integer.parseInt(arguments[2]);
    FaultBenchmark faults =
        new FaultBenchmark(
            Path.of(arguments[0]), Path.of(arguments[1]), mails, Long.parseLong(arguments[4]));
    boolean held;
    try {
      held = faults.run(mails, Integer.parseInt(arguments[3]));
    } finally {
      faults.desk.destroyForcibly().waitFor();
    }
    System.exit(held ? 0 : 1);
  }

  private boolean run(int mails, int faults) throws IOException, InterruptedException {
    Progress progress =
        Progress.of(
            "mails",
            new PrintWriter(System.err, false, StandardCharsets.UTF_8),
            InstantSource.system());
    List<Integer> moments =
        random.ints(faults, 0, mails).sorted().boxed().collect(Collectors.toList());
    for (int mail = 0; mail < mails; mail++) {
      put(mail);
      while (!moments.isEmpty() && moments.get(0) <= mail) {
        moments.remove(0);
        happen(Fault.values()[random.nextInt(Fault.values().length)]);
      }
      progress.at(mail + 1L, mails);
      TimeUnit.MILLISECONDS.sleep(1000 / MAILS_A_SECOND);
    }
    progress.clear();
    FaultLedger.Balance balance = settled();
    print(mails, balance);
    return balance.unanswered() == 0 && balance.answeredTwice() == 0;
  }

  /** The ledger as soon as every mail is answered, or nothing more can be expected. */
  private FaultLedger.Balance settled() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(QUIET);
    FaultLedger.Balance balance = ledger.balance();
    while (balance.unanswered() > 0 && Instant.now().isBefore(end)) {
      TimeUnit.SECONDS.sleep(5);
      balance = ledger.balance();
    }
    return balance;
  }

  private void print(int mails, FaultLedger.Balance balance) {
    System.out.println(
        "| mails | faults | lost | answered twice | letters handed over twice |"
            + " wait, median | wait, longest |");
    System.out.println("|---|---|---|---|---|---|---|");
    System.out.printf(
        Locale.ROOT,
        "| %,d | %s | %d | %d | %d | %.1f s | %.1f s |%n",
        mails,
        happened.entrySet().stream()
            .map(
                fault ->
                    fault.getValue()
                        + " × "
                        + fault.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", ")),
        balance.unanswered(),
        balance.answeredTwice(),
        balance.handedOverTwice(),
        balance.median().toMillis() / 1e3,
        balance.longest().toMillis() / 1e3);
  }

  private void happen(Fault fault) throws IOException, InterruptedException {
    happened.merge(fault, 1, Integer::sum);
    switch (fault) {
      case DESK_KILLED -> {
        desk.destroyForcibly().waitFor();
        desk = startDesk();
      }
      case DESK_AND_MARIADB_KILLED -> {
        desk.destroyForcibly();
        away("mariadb");
        desk.waitFor();
        desk = startDesk();
      }
      case DESK_PAUSED -> {
        signal("STOP");
        TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        signal("CONT");
      }
      case MARIADB_KILLED -> away("mariadb");
      case DOVECOT_KILLED -> away("dovecot");
      case SMTP_KILLED -> away("sink");
    }
  }

  private void away(String server) throws IOException, InterruptedException {
    servers("kill", server);
    TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
    servers("again", server);
  }

  private void servers(String action, String server) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", "src/bench/servers.sh", action));
    command.add(directory.toString());
    command.add(server);
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("LETTERS", directory.resolve("letters").toString());
    run(process);
  }

  private void signal(String name) throws IOException, InterruptedException {
    run(new ProcessBuilder("kill", "-" + name, String.valueOf(desk.pid())));
  }

  private void run(ProcessBuilder process) throws IOException, InterruptedException {
    File log = directory.resolve("faults.log").toFile();
    int exit =
        process
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IOException(process.command() + " ended with " + exit + ", see " + log);
    }
  }

  private Process startDesk() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            jar.toString(),
            "run",
            "--config",
            settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(directory.resolve("desk.log").toFile()))
        .start();
  }

  /** Into the mailbox as a mail server does it: written beside it, and moved there whole. */
  private void put(int mail) throws IOException {
    String text =
        """
        Return-Path: <p%1$d@outside.example>
        Authentication-Results: mx.bench.example; dkim=pass header.d=outside.example; dmarc=pass header.from=outside.example
        From: Person %1$d <p%1$d@outside.example>
        To: desk@bench.example
        Message-ID: <m%1$d@outside.example>
        Subject: Account recovery request %1$d

        ## Username

        person%1$d

        ## Reason for the request

        I lost my phone and with it the second factor of my account.

        ## Recovery codes

        - [x] I never generated or have lost access to my recovery codes

        ## Code of Conduct

        - [x] I agree to follow the Code of Conduct

        ## Acknowledgement

        - [x] I understand that this may take some time
        """
            .formatted(mail);
    Path box = directory.resolve("mail/Maildir");
    String name = "%d.M%06dP2.bench".formatted(Instant.now().getEpochSecond(), mail);
    Path written = Files.writeString(box.resolve("tmp").resolve(name), text);
    Files.setOwner(
        written,
        written.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
    ledger.put(mail);
    Files.move(written, box.resolve("new").resolve(name));
  }
}
