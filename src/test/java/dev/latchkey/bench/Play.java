package dev.latchkey.bench;

import dev.latchkey.config.InvalidConfigurationException;
import java.io.IOException;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;

/** Plays a fault on real servers and compares the ledgers. */
@FunctionalInterface
@NullMarked
interface Play {
  Played on(Stage stage, Size size)
      throws IOException, InterruptedException, SQLException, InvalidConfigurationException;

  /**
   * How large it is played.
   *
   * @param mails of the long run of kills
   * @param faults among them
   * @param runs of each other fault
   */
  record Size(int mails, int faults, int runs) {
    /** So many of a thing that is played so often where there are fifty runs. */
    int scaled(int ofFifty) {
      return Math.max(1, ofFifty * runs / 50);
    }

    /** As many people as any play may need. */
    int people() {
      return Math.max(mails, 120 * runs + 500);
    }
  }
}
