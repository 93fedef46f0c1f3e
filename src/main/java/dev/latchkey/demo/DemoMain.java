package dev.latchkey.demo;

import dev.latchkey.Desk;
import dev.latchkey.cli.LatchkeyCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;

/** The command line of the jar that carries the demo: all commands, and {@code demo}. */
public final class DemoMain {
  private DemoMain() {}

  public static void main(String[] args) {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    List<Callable<Integer>> commands = new ArrayList<>(Desk.commands());
    commands.add(new DemoCommand());
    System.exit(LatchkeyCommand.run(commands, args));
  }
}
