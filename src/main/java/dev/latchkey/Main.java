package dev.latchkey;

import dev.latchkey.cli.LatchkeyCommand;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.NullMarked;

/** Starts the command line. */
@NullMarked
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Thread.setDefaultUncaughtExceptionHandler(new LastWords(Runtime.getRuntime()::halt));
    // The MariaDB driver stores local time.
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    // Spares Jakarta Mail a look-up of its services for every message.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    // Before the first class that logs: what is quiet writes warnings and errors only.
    if (List.of(args).contains("--quiet")) {
      System.setProperty("latchkey.log", "WARN");
    }
    System.exit(LatchkeyCommand.run(Desk.commands(), args));
  }
}
