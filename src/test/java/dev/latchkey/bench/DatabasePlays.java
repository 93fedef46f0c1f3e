package dev.latchkey.bench;

import dev.latchkey.Desk;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.crash.CommitGuard;
import dev.latchkey.crash.Gate;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.schedule.DeskTicker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;

/** What a database does, and who is at it besides; and a desk that breaks at every point. */
@NullMarked
final class DatabasePlays {
  private DatabasePlays() {}

  static Map<String, Play> all() {
    return Map.of(
        "F25", DatabasePlays::lockedByAnother,
        "F26", DatabasePlays::cutAfterCommit,
        "F27", DatabasePlays::refusedAtCommit,
        "F33", DatabasePlays::anythingThrows,
        "DISK", DatabasePlays::fullDisk,
        "CLOCK", DatabasePlays::clockSteps,
        "DUMP", DatabasePlays::oldDump);
  }

  private static Played lockedByAnother(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    change("SET GLOBAL innodb_lock_wait_timeout = 2");
    long deadlocks = deadlocks();
    stage.begin();
    List<String> tables = List.of("mail", "outbox", "ticket", "history", "raw_mail");
    int held = 0;
    try (Connection connection = DeskBenchmark.connect("latchkey_bench");
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (int run = 0; run < size.scaled(100); run++) {
        stage.write(3);
        try {
          for (int table = 0; table < 2; table++) {
            statement.executeQuery(
                "SELECT * FROM %s FOR UPDATE"
                    .formatted(tables.get(stage.random().nextInt(tables.size()))));
            TimeUnit.MILLISECONDS.sleep(stage.random().nextInt(1_500));
          }
          held++;
        } catch (SQLException e) {
          // Of a deadlock somebody is the victim, here another than the desk.
        }
        connection.rollback();
      }
    } finally {
      change("SET GLOBAL innodb_lock_wait_timeout = 50");
    }
    stage.settle();
    return stage.played(
        "%d × another session locked two whole tables for up to 3 s; %d deadlocks, lock wait of 2 s"
            .formatted(held, deadlocks() - deadlocks),
        List.of());
  }

  private static long deadlocks() throws SQLException {
    try (Connection connection = DeskBenchmark.connect("");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Innodb_deadlocks'")) {
      row.next();
      return row.getLong(2);
    }
  }

  private static void change(String statement) throws SQLException {
    try (Connection connection = DeskBenchmark.connect("");
        Statement it = connection.createStatement()) {
      it.execute(statement);
    }
  }

  private static Played cutAfterCommit(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException, InvalidConfigurationException {
    return atCommit(
        stage, size, CommitGuard.Kind.CUT, "%d × the line cut between COMMIT and its OK");
  }

  private static Played refusedAtCommit(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException, InvalidConfigurationException {
    return atCommit(
        stage,
        size,
        CommitGuard.Kind.REFUSED,
        "%d × COMMIT rolled back with error 1213, as a node of a cluster does");
  }

  private static Played atCommit(Stage stage, Play.Size size, CommitGuard.Kind kind, String did)
      throws IOException, InterruptedException, SQLException, InvalidConfigurationException {
    int all = size.scaled(100);
    AtomicInteger left = new AtomicInteger(all);
    try (Desk desk = stage.open(Failpoints.NONE)) {
      stage.sql().guardedBy(() -> new CommitGuard(kind, 6, left, stage.random()));
      for (int tries = 0; left.get() > 0 && tries < 20 * all; tries++) {
        stage.write(stage.ledger().size() < 4 * all ? 1 : 0);
        Stage.round(desk);
      }
      left.set(Math.min(0, left.get()));
      stage.sql().guardedBy(() -> Gate.Guard.NONE);
      stage.rounds(desk);
    }
    return stage.played(did.formatted(all - left.get()), List.of());
  }

  private static Played anythingThrows(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException, InvalidConfigurationException {
    AtomicInteger left = new AtomicInteger(size.scaled(20));
    int all = left.get();
    Failpoints failpoints =
        point -> {
          if (left.get() > 0 && stage.random().nextInt(10) == 0) {
            left.decrementAndGet();
            throw new IllegalStateException("thrown at " + point);
          }
        };
    try (Desk desk = stage.open(failpoints)) {
      DeskTicker ticker = desk.start();
      for (int tries = 0; left.get() > 0 && tries < 10 * all; tries++) {
        stage.writeSlowly(2);
      }
      stage.settle();
      Played played =
          stage.played((all - left.get()) + " × an exception at a random point", List.of());
      ticker.close();
      return played;
    }
  }

  private static Played fullDisk(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    Path disk = Files.createDirectories(stage.servers().directory().resolve("small"));
    Map<String, String> there = Map.of("DATA", disk.resolve("data").toString());
    stage.servers().call("kill", "mariadb", Map.of());
    stage.servers().run("mount", "-t", "tmpfs", "-o", "size=400m", "tmpfs", disk.toString());
    try {
      stage.servers().call("again", "mariadb", there);
      FaultSuite.awaitDatabase();
      DeskBenchmark.newSchema();
      stage.begin();
      int runs = size.scaled(20);
      int ended = 0;
      Path ballast = disk.resolve("ballast");
      for (int run = 0; run < runs; run++) {
        stage.servers().run("sh", "-c", "cat /dev/zero > " + ballast + " 2> /dev/null || true");
        for (int i = 0; i < 10; i++) {
          stage.writeWithFile(400_000);
          stage.writeSlowly(1);
        }
        TimeUnit.SECONDS.sleep(10);
        Files.delete(ballast);
        TimeUnit.SECONDS.sleep(3);
        if (!FaultSuite.databaseAnswers()) {
          ended++;
          stage.servers().call("again", "mariadb", there);
          FaultSuite.awaitDatabase();
        }
      }
      stage.settle();
      return stage.played(
          "%d × no octet free for MariaDB for 12 s and more; it ended of it %d × and was started again"
              .formatted(runs, ended),
          List.of());
    } finally {
      stage.close();
      if (FaultSuite.databaseAnswers()) {
        stage.servers().call("kill", "mariadb", Map.of());
      }
      stage.servers().run("sh", "-c", "sleep 2; umount " + disk);
      stage.servers().call("again", "mariadb", Map.of());
      FaultSuite.awaitDatabase();
    }
  }

  private static Played clockSteps(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    Path clock = stage.servers().directory().resolve("clock");
    Files.writeString(clock, "+0");
    stage.servers().call("kill", "mariadb", Map.of());
    stage
        .servers()
        .call(
            "again",
            "mariadb",
            Map.of(
                "PRELOAD",
                FaultSuite.FAKETIME.toString(),
                "FAKETIME_TIMESTAMP_FILE",
                clock.toString(),
                "FAKETIME_CACHE_DURATION",
                "1",
                "DONT_FAKE_MONOTONIC",
                "1"));
    try {
      FaultSuite.awaitDatabase();
      stage.begin();
      int runs = size.scaled(20);
      List<String> steps = List.of("+1h", "-1h", "+90", "-40", "+3d", "-3d", "+7", "+0");
      for (int run = 0; run < runs; run++) {
        Files.writeString(clock, steps.get(run % steps.size()));
        stage.writeSlowly(20);
      }
      Files.writeString(clock, "+0");
      stage.settle();
      return stage.played(
          "%d × the clock of MariaDB set: %s".formatted(runs, String.join(", ", steps)), List.of());
    } finally {
      stage.close();
      stage.servers().call("kill", "mariadb", Map.of());
      TimeUnit.SECONDS.sleep(1);
      stage.servers().call("again", "mariadb", Map.of());
      FaultSuite.awaitDatabase();
    }
  }

  private static Played oldDump(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    String login =
        " -h 127.0.0.1 -P %d -u bench -pbench latchkey_bench ".formatted(stage.servers().sql());
    Path dump = stage.servers().directory().resolve("dump.sql");
    DeskProcess desk = stage.desk();
    stage.write(size.runs());
    stage.settle();
    stage.servers().run("sh", "-c", "mariadb-dump --single-transaction" + login + "> " + dump);
    int lostFrom = stage.people();
    stage.write(size.runs());
    stage.settle();
    TimeUnit.SECONDS.sleep(3);
    desk.kill();
    stage.ledger().mayBeAnsweredTwice(lostFrom, stage.people());
    DeskBenchmark.newSchema();
    stage.servers().run("sh", "-c", "mariadb" + login + "< " + dump);
    int restored = DeskProcess.call(stage.jar(), stage.settings(), "restored");
    stage.write(size.runs());
    stage.desk();
    TimeUnit.SECONDS.sleep(20);
    int before = stage.ledger().balance().unanswered();
    int goesOn = DeskProcess.call(stage.jar(), stage.settings(), "restored", "--go-on");
    stage.settle();
    return stage.played(
        ("a dump that lacks the last %d mails; held back until --go-on (%d waited);"
                + " those %d are answered once more, as is promised")
            .formatted(size.runs(), before, size.runs()),
        restored == 0 && goesOn == 0 && before == size.runs()
            ? List.of()
            : List.of("restored ended with %d and %d".formatted(restored, goesOn)));
  }
}
