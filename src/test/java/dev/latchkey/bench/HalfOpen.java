package dev.latchkey.bench;

import dev.latchkey.crash.Gate;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;

/**
 * Lines on which nothing arrives any more and of which nobody is told, as where a firewall forgot
 * them: what the desk says is lost, and the server goes on holding its side.
 */
@NullMarked
final class HalfOpen {
  private HalfOpen() {}

  static Map<String, Play> all() {
    return Map.of(
        "IMAP-LINE", on(Stage::imap), "SMTP-LINE", on(Stage::smtp), "SQL-LINE", on(Stage::sql));
  }

  private interface Which {
    Gate of(Stage stage);
  }

  private static Play on(Which which) {
    return (stage, size) -> swallowed(stage, size, which.of(stage));
  }

  private static Played swallowed(Stage stage, Play.Size size, Gate gate)
      throws IOException, InterruptedException, SQLException {
    stage.begin();
    int runs = size.scaled(20);
    for (int run = 0; run < runs; run++) {
      stage.write(10);
      TimeUnit.MILLISECONDS.sleep(stage.random().nextInt(2_000));
      gate.swallow();
      stage.writeSlowly(25);
    }
    stage.settle();
    return stage.played(runs + " × all lines silent from a random moment on", List.of());
  }
}
