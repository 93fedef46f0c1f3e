package dev.latchkey.bench;

import dev.latchkey.Desk;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.flow.Failpoint;
import dev.latchkey.schedule.DeskTicker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;

/** A desk as it is run, ticker and all, whose process ends when a point was reached so often. */
@NullMarked
final class EndingDesk {
  private static final int KILLED = 137;

  private EndingDesk() {}

  /** Arguments: the settings, the point, how often. */
  public static void main(String[] arguments)
      throws IOException, InvalidConfigurationException, InterruptedException {
    Settings settings = SettingsFile.read(Path.of(arguments[0]), name -> null);
    Failpoint end = Failpoint.valueOf(arguments[1]);
    AtomicInteger left = new AtomicInteger(Integer.parseInt(arguments[2]));
    try (Desk desk =
        Desk.open(
            settings,
            Desk.Outside.of(settings, InstantSource.system()),
            point -> {
              if (point == end && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
              }
            },
            (mail, outcome, ticket, reason) -> {})) {
      desk.database().migrate();
      DeskTicker ticker = desk.start();
      TimeUnit.DAYS.sleep(1);
      ticker.close();
    }
  }
}
