package dev.latchkey.bench;

import dev.latchkey.Desk;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoints;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;

/**
 * How long every command of the command line takes where a desk has grown old: the jar that ships,
 * in a process of its own each time, with its start. Started by {@code src/bench/growth.sh}; prints
 * a table, and ends with 1 where one took longer than it may.
 */
@NullMarked
public final class GrowthBenchmark {
  /** What somebody who waits at a terminal is asked to wait at most. */
  private static final double MOST_SECONDS = 2;

  /** Read every ticket or every letter, and take as long as there are many. */
  private static final List<String> ALL_TICKETS =
      List.of("audit", "privacy", "report --html growth.html --days 365");

  /** Of so many of the tickets three in ten are still open. */
  private static final int OPEN = 10_000;

  private static final List<String> COMMANDS =
      List.of(
          "staff list",
          "check",
          "health",
          "figures",
          "figures --json",
          "report --html growth.html",
          "report --html growth.html --days 365",
          "tickets list",
          "tickets list --all --limit 1000",
          "tickets list --json",
          "tickets show LK-1719",
          "tickets do LK-1719 hold --dry-run --yes",
          "mails",
          "mails --unanswered",
          "mails --unheard",
          "mails show 77",
          "outbox list",
          "outbox list --state SENT --limit 1000",
          "outbox retry --parked",
          "quarantine list",
          "import --dry-run",
          "restored --dry-run",
          "poll",
          "audit LK-1719",
          "audit",
          "privacy export old711@outside.example",
          "privacy erase --dry-run old710@outside.example");

  private GrowthBenchmark() {}

  /** Arguments: a directory, the jar, tickets; without the last what is there is measured. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException, InvalidConfigurationException {
    Path directory = Path.of(arguments[0]).toAbsolutePath();
    Path settings = DeskBenchmark.settingsFile(DeskBenchmark.accounts(directory, 1000));
    if (arguments.length > 2) {
      fill(settings, Integer.parseInt(arguments[2]));
    }
    boolean all = true;
    System.out.println("| command | seconds | exit | |");
    System.out.println("|---|---|---|---|");
    for (String command : COMMANDS) {
      all &= measure(directory, Path.of(arguments[1]).toAbsolutePath(), settings, command);
    }
    System.exit(all ? 0 : 1);
  }

  private static void fill(Path file, int tickets)
      throws SQLException, IOException, InvalidConfigurationException {
    DeskBenchmark.newSchema();
    Settings settings = SettingsFile.read(file, name -> null);
    Desk.Outside outside = Desk.Outside.of(settings, InstantSource.system());
    try (Desk desk =
            Desk.open(settings, outside, Failpoints.NONE, (mail, outcome, ticket, reason) -> {});
        Connection connection = DeskBenchmark.connect("latchkey_bench")) {
      desk.database().migrate();
      desk.loops().round();
      OldTickets.fill(connection, tickets, OPEN, settings.keys().current());
    }
  }

  private static boolean measure(Path directory, Path jar, Path settings, String command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(
        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar", jar.toString()));
    words.addAll(List.of(command.split(" ")));
    words.addAll(List.of("--config", settings.toString()));
    File output = directory.resolve("growth.log").toFile();
    long begun = System.nanoTime();
    int exit =
        new ProcessBuilder(words)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output))
            .start()
            .waitFor();
    double seconds = (System.nanoTime() - begun) / 1e9;
    boolean all = ALL_TICKETS.contains(command) || ALL_TICKETS.contains(command.split(" ")[0]);
    System.out.printf(
        Locale.ROOT,
        "| `%s` | %.1f | %d | %s |%n",
        command,
        seconds,
        exit,
        all ? "reads all there is" : "");
    return all || seconds <= MOST_SECONDS;
  }
}
