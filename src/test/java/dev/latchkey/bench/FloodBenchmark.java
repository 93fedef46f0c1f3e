package dev.latchkey.bench;

import dev.latchkey.Desk;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.schedule.DeskTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;

/**
 * How long a hundred people wait for their first letter behind a flood of one sender, all of it in
 * the mailbox when the desk starts, the flood first. Started by {@code src/bench/flood.sh}, once
 * without and once with the flood; prints one row.
 */
@NullMarked
public final class FloodBenchmark {
  private static final Duration AT_MOST = Duration.ofMinutes(10);

  private FloodBenchmark() {}

  /** Arguments: a directory for the account file, mails of the flood, mails of others. */
  public static void main(String[] arguments)
      throws IOException, SQLException, InterruptedException, InvalidConfigurationException {
    int flood = Integer.parseInt(arguments[1]);
    int others = Integer.parseInt(arguments[2]);
    Path accounts = DeskBenchmark.accounts(Path.of(arguments[0]), flood + others);
    DeskBenchmark.newSchema();
    Settings settings = SettingsFile.read(DeskBenchmark.settingsFile(accounts), name -> null);
    Map<String, Long> first = new ConcurrentHashMap<>();
    Desk.Outside outside =
        HeardSender.in(
            Desk.Outside.of(settings, InstantSource.system()),
            letter -> {
              String recipient = letter.recipient().toString();
              if (recipient.matches("p\\d+@outside\\.example")) {
                first.putIfAbsent(recipient, System.nanoTime());
              }
            });
    try (Desk desk =
        Desk.open(settings, outside, Failpoints.NONE, (mail, outcome, ticket, reason) -> {})) {
      desk.database().migrate();
      long begun = System.nanoTime();
      DeskTicker ticker = desk.start();
      while (first.size() < others && System.nanoTime() - begun < AT_MOST.toNanos()) {
        Thread.sleep(50);
      }
      ticker.close();
      List<Double> waits = first.values().stream().map(at -> (at - begun) / 1e9).sorted().toList();
      System.out.printf(
          Locale.ROOT,
          "| %,d | %,d of %,d answered | median %.1f s | longest %.1f s |%n",
          flood,
          waits.size(),
          others,
          waits.get(waits.size() / 2),
          waits.get(waits.size() - 1));
    }
  }
}
