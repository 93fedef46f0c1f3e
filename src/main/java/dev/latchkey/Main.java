package dev.latchkey;

import dev.latchkey.cli.LatchkeyCommand;
import java.util.TimeZone;
import org.jspecify.annotations.NullMarked;

/** Starts the command line. */
@NullMarked
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    System.exit(LatchkeyCommand.run(Desk.commands(), args));
  }
}
