package dev.latchkey.cli;

import dev.latchkey.mail.SafeText;
import java.util.Optional;

/** Who sits at the command line, as far as the machine knows. */
final class Operator {
  private static final int LONGEST = 60;

  private Operator() {}

  /** The login name; the one of who became another by sudo, where that is told. */
  static String name() {
    String user = System.getProperty("user.name", "unknown");
    String name =
        Optional.ofNullable(System.getenv("SUDO_USER"))
            .filter(before -> !before.isBlank() && !before.equals(user))
            .map(before -> before + " as " + user)
            .orElse(user);
    return SafeText.line(name, LONGEST);
  }
}
