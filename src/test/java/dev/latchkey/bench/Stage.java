package dev.latchkey.bench;

import dev.latchkey.Desk;
import dev.latchkey.cli.Progress;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.crash.Gate;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.flow.Failpoints;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * One fault is played here: an empty schema, an empty mailbox, no letters, a gate before each
 * server, and people who write, one mail each.
 */
@NullMarked
final class Stage implements AutoCloseable {
  /** Later than that nothing that was put off is tried. */
  private static final Duration QUIET = Duration.ofMinutes(15);

  /** How long a batch of a process that is gone stays its own, and a bit. */
  private static final Duration LEASE = Duration.ofSeconds(32);

  private final BenchServers servers;
  private final Path jar;
  private final Path settings;
  private final FaultLedger ledger;
  private final MailDrop drop;
  private final Gate imap;
  private final Gate smtp;
  private final Gate sql;
  private final Random random;
  private final List<DeskProcess> desks = new ArrayList<>();
  private final Progress progress =
      Progress.of(
          "mails",
          new PrintWriter(System.err, false, StandardCharsets.UTF_8),
          InstantSource.system());
  private int people;

  /**
   * @param people how many may write at most
   */
  Stage(BenchServers servers, Path jar, int people, Random random)
      throws IOException, InterruptedException, SQLException {
    this.servers = servers;
    this.jar = jar;
    this.random = random;
    servers.call("refill", "0", Map.of());
    if (Files.isDirectory(servers.letters())) {
      try (Stream<Path> old = Files.list(servers.letters())) {
        for (Path letter : old.toList()) {
          Files.delete(letter);
        }
      }
    }
    DeskBenchmark.newSchema();
    this.imap = new Gate(servers.imap());
    this.smtp = new Gate(servers.smtp());
    this.sql = new Gate(servers.sql());
    this.settings =
        DeskBenchmark.settingsFile(
            DeskBenchmark.accounts(servers.directory(), people),
            imap.port(),
            smtp.port(),
            sql.port(),
            "10s");
    this.ledger = new FaultLedger(servers.letters());
    this.drop = new MailDrop(servers.mailbox(), ledger);
  }

  BenchServers servers() {
    return servers;
  }

  Random random() {
    return random;
  }

  Gate imap() {
    return imap;
  }

  Gate smtp() {
    return smtp;
  }

  Gate sql() {
    return sql;
  }

  Path settings() {
    return settings;
  }

  Path jar() {
    return jar;
  }

  FaultLedger ledger() {
    return ledger;
  }

  MailDrop drop() {
    return drop;
  }

  /** How many have written; the number of the next one. */
  int people() {
    return people;
  }

  /** So many people write, all at once. */
  void write(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      drop.put(people++);
    }
  }

  /** Somebody writes, with a file of so many octets. */
  void writeWithFile(int octets) throws IOException {
    drop.put(people++, octets);
  }

  /** So many people write, five a second. */
  void writeSlowly(int count) throws IOException, InterruptedException {
    for (int i = 0; i < count; i++) {
      write(1);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  /** How far a long play is. */
  void told(long done, long all) {
    progress.at(done, all);
    if (done == all) {
      progress.clear();
    }
  }

  /** The Message-IDs of the mails that the database has. */
  Set<String> stored() throws SQLException {
    try (Connection connection = DeskBenchmark.connectAgain("latchkey_bench");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT message_id FROM mail")) {
      Set<String> ids = new HashSet<>();
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
      return ids;
    }
  }

  DeskProcess desk(String... options) throws IOException {
    DeskProcess desk = DeskProcess.start(jar, settings, options);
    desks.add(desk);
    return desk;
  }

  /** A desk that has answered its first mail. */
  DeskProcess begin() throws IOException, InterruptedException {
    DeskProcess desk = desk();
    write(1);
    settle();
    return desk;
  }

  DeskProcess deskEndingAt(Failpoint point, int hit) throws IOException {
    DeskProcess desk = DeskProcess.endingAt(point, hit, settings);
    desks.add(desk);
    return desk;
  }

  /** A desk in this process, with its schema. */
  Desk open(Failpoints failpoints) throws IOException, InvalidConfigurationException {
    Settings read = SettingsFile.read(settings, name -> null);
    Desk desk =
        Desk.open(
            read,
            Desk.Outside.of(read, InstantSource.system()),
            failpoints,
            (mail, outcome, ticket, reason) -> {});
    desk.database().migrate();
    return desk;
  }

  /** What a tick does with a round that fails: the next one comes. */
  static boolean round(Desk desk) {
    try {
      desk.loops().round();
      return true;
    } catch (DeskUnavailableException e) {
      return false;
    }
  }

  /** Rounds of a desk in this process until all is answered, or a while after the last lease. */
  void rounds(Desk desk) throws IOException, InterruptedException {
    Instant end = Instant.now().plus(LEASE.multipliedBy(4));
    do {
      round(desk);
      TimeUnit.MILLISECONDS.sleep(500);
    } while (ledger.balance().unanswered() > 0 && Instant.now().isBefore(end));
    round(desk);
  }

  /** Waits until all that wrote are answered, or nothing more can be expected. */
  void settle() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(QUIET);
    while (ledger.balance().unanswered() > 0 && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  /** Waits until the inbox is empty; it is full where nothing reads it any more. */
  void inboxIsEmpty() throws IOException, InterruptedException {
    Instant end = Instant.now().plus(QUIET);
    while (!Books.files(servers.mailbox()).isEmpty() && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(500);
    }
  }

  /** The books as soon as they agree, or a minute later. */
  Played played(String did, List<String> more)
      throws IOException, SQLException, InterruptedException {
    Instant end = Instant.now().plus(LEASE.multipliedBy(2));
    List<String> differences = Books.compared(servers.mailbox(), ledger);
    while (!differences.isEmpty() && Instant.now().isBefore(end)) {
      TimeUnit.SECONDS.sleep(1);
      differences = Books.compared(servers.mailbox(), ledger);
    }
    FaultLedger.Balance balance = ledger.balance();
    List<String> all = new ArrayList<>(more);
    all.addAll(differences);
    if (balance.mostRecipients() > 1) {
      all.add("a letter to " + balance.mostRecipients());
    }
    return new Played(
        did,
        ledger.size(),
        balance.unanswered(),
        balance.answeredTwice(),
        balance.handedOverTwice(),
        balance.longest(),
        all);
  }

  @Override
  public void close() {
    for (DeskProcess desk : desks) {
      desk.close();
    }
    imap.close();
    smtp.close();
    sql.close();
  }
}
