package dev.latchkey.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/**
 * Requests arrive at a steady pace, and at random moments the desk or a server is killed (SIGKILL)
 * and started again, or the desk is stopped for a while (SIGSTOP).
 */
@NullMarked
final class Nemesis {
  private static final int MAILS_A_SECOND = 5;

  /** Longer than a lease lasts. */
  private static final Duration PAUSE = Duration.ofSeconds(40);

  /** A server is away for so long. */
  private static final Duration AWAY = Duration.ofSeconds(2);

  private enum Fault {
    DESK_KILLED,
    MARIADB_KILLED,
    DOVECOT_KILLED,
    SMTP_KILLED,
    DESK_AND_MARIADB_KILLED,
    DESK_PAUSED
  }

  private final Stage stage;
  private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
  private DeskProcess desk;

  /** Nothing happens before the schema is there: a migration that is cut off is not taken up. */
  private Nemesis(Stage stage) throws IOException, InterruptedException {
    this.stage = stage;
    this.desk = stage.begin();
  }

  static Played play(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    Nemesis nemesis = new Nemesis(stage);
    nemesis.run(size.mails(), size.faults());
    stage.settle();
    return stage.played(
        nemesis.happened.entrySet().stream()
            .map(
                fault ->
                    fault.getValue()
                        + " × "
                        + fault.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '))
            .collect(Collectors.joining(", ")),
        List.of());
  }

  private void run(int mails, int faults) throws IOException, InterruptedException {
    List<Integer> moments =
        stage.random().ints(faults, 0, mails).sorted().boxed().collect(Collectors.toList());
    for (int mail = 0; mail < mails; mail++) {
      stage.write(1);
      while (!moments.isEmpty() && moments.get(0) <= mail) {
        moments.remove(0);
        happen(Fault.values()[stage.random().nextInt(Fault.values().length)]);
      }
      stage.told(mail + 1L, mails);
      TimeUnit.MILLISECONDS.sleep(1000 / MAILS_A_SECOND);
    }
  }

  private void happen(Fault fault) throws IOException, InterruptedException {
    happened.merge(fault, 1, Integer::sum);
    switch (fault) {
      case DESK_KILLED -> {
        desk.kill();
        desk = stage.desk();
      }
      case DESK_AND_MARIADB_KILLED -> {
        stage.servers().call("kill", "mariadb", Map.of());
        desk.kill();
        TimeUnit.MILLISECONDS.sleep(AWAY.toMillis());
        stage.servers().call("again", "mariadb", Map.of());
        desk = stage.desk();
      }
      case DESK_PAUSED -> desk.pause(PAUSE);
      case MARIADB_KILLED -> stage.servers().away("mariadb", AWAY);
      case DOVECOT_KILLED -> stage.servers().away("dovecot", AWAY);
      case SMTP_KILLED -> stage.servers().away("sink", AWAY);
    }
  }
}
