package dev.latchkey.scenario;

import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;

/** The accounts of the people of the demo. */
@NullMarked
final class DemoPeople {
  private DemoPeople() {}

  static Path accounts() {
    return Path.of("src/main/resources/dev/latchkey/demo/day/accounts.csv");
  }
}
