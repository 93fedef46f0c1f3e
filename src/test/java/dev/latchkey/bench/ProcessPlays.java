package dev.latchkey.bench;

import dev.latchkey.crash.Gate;
import dev.latchkey.flow.Failpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;

/** Processes that are killed or stopped: the desk, two of them, or the desk with its database. */
@NullMarked
final class ProcessPlays {
  /** A start takes a while on a machine that does other things. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /**
   * About as many octets as a desk says to its database while it starts on a schema that is there
   * and handles three mails.
   */
  private static final int TALK = 60_000;

  private ProcessPlays() {}

  static Map<String, Play> all() {
    return Map.of(
        "F01", endingAt(Failpoint.MAIL_FETCHED, false),
        "F02", endingAt(Failpoint.MAIL_STORED, false),
        "F03", endingAt(Failpoint.MAIL_CLAIMED, true),
        "F04", ProcessPlays::amidATransaction,
        "F06", endingAt(Failpoint.LETTER_SENT, true),
        "F10", ProcessPlays::withItsDatabase,
        "F29", ProcessPlays::oneOfTwoIsPaused,
        "F30", ProcessPlays::nobodyRuns,
        "F41", Nemesis::play);
  }

  /**
   * The process ends at a point, again and again.
   *
   * @param holds whether it holds then what another one takes up when its lease ends; what several
   *     processes die of is put aside, so that a sound one works in between
   */
  private static Play endingAt(Failpoint point, boolean holds) {
    return (stage, size) -> {
      int runs = holds ? size.scaled(25) : size.runs();
      int reached = 0;
      for (int run = 0; run < runs; run++) {
        stage.write(1 + stage.random().nextInt(3));
        try (DeskProcess desk = stage.deskEndingAt(point, 1)) {
          reached += desk.ends(PATIENCE) ? 1 : 0;
          desk.kill();
        }
        if (holds || run == runs - 1) {
          DeskProcess sound = stage.desk();
          stage.settle();
          if (run < runs - 1) {
            sound.kill();
          }
        }
      }
      return stage.played(
          reached + " × killed there", reached == runs ? List.of() : List.of("not always reached"));
    };
  }

  private static Played amidATransaction(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    stage.begin().kill();
    int killed = 0;
    for (int run = 0; run < size.runs(); run++) {
      AtomicInteger left = new AtomicInteger(stage.random().nextInt(TALK));
      CountDownLatch reached = new CountDownLatch(1);
      stage.sql().guardedBy(() -> cuttingAfter(left, reached));
      stage.write(3);
      try (DeskProcess desk = stage.desk()) {
        killed += reached.await(30, TimeUnit.SECONDS) ? 1 : 0;
        desk.kill();
      }
      stage.sql().guardedBy(() -> Gate.Guard.NONE);
      if (run % 2 == 1) {
        DeskProcess sound = stage.desk();
        stage.settle();
        sound.kill();
      }
    }
    stage.desk();
    stage.settle();
    return stage.played(
        "%d × killed as it had said so many octets to MariaDB, %d × after it"
            .formatted(killed, size.runs() - killed),
        List.of());
  }

  private static Gate.Guard cuttingAfter(AtomicInteger left, CountDownLatch reached) {
    return (fromServer, octets) -> {
      if (fromServer) {
        return Gate.Verdict.pass(octets);
      }
      int before = left.getAndAdd(-octets.length);
      if (before >= octets.length) {
        return Gate.Verdict.pass(octets);
      }
      reached.countDown();
      return Gate.Verdict.cutAfter(octets, Math.max(0, before));
    };
  }

  private static Played withItsDatabase(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    int runs = size.scaled(25);
    for (int run = 0; run < runs; run++) {
      DeskProcess desk = stage.begin();
      stage.write(5);
      TimeUnit.MILLISECONDS.sleep(stage.random().nextInt(3_000));
      stage.servers().call("kill", "mariadb", Map.of());
      desk.kill();
      stage.servers().call("again", "mariadb", Map.of());
      if (run % 2 == 1) {
        DeskProcess sound = stage.desk();
        stage.settle();
        sound.kill();
      }
    }
    stage.desk();
    stage.settle();
    return stage.played(runs + " × both killed at once", List.of());
  }

  private static Played oneOfTwoIsPaused(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    Duration pause = Duration.ofSeconds(Math.max(40, 12L * size.runs()));
    List<DeskProcess> two = new ArrayList<>(List.of(stage.begin(), stage.begin()));
    int runs = size.scaled(6);
    for (int run = 0; run < runs; run++) {
      stage.writeSlowly(20 + stage.random().nextInt(10));
      Thread writer =
          new Thread(
              () -> {
                try {
                  stage.writeSlowly(50);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      writer.start();
      two.get(run % 2).pause(pause);
      writer.join();
    }
    stage.settle();
    return stage.played(
        "%d × one of two desks stopped for %d s".formatted(runs, pause.toSeconds()), List.of());
  }

  private static Played nobodyRuns(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    Duration away = Duration.ofSeconds(Math.max(40, 4L * size.runs()));
    int runs = size.scaled(6);
    for (int run = 0; run < runs; run++) {
      DeskProcess desk = stage.begin();
      stage.writeSlowly(20);
      desk.kill();
      stage.write(20);
      TimeUnit.MILLISECONDS.sleep(away.toMillis());
    }
    stage.desk();
    stage.desk();
    stage.settle();
    return stage.played(
        "%d × killed at work, nobody ran for %d s, then two desks"
            .formatted(runs, away.toSeconds()),
        List.of());
  }
}
