package dev.latchkey.demo;

import dev.latchkey.cli.Progress;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.schedule.DeskTicker;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code latchkey demo}: the desk on servers of its own. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the desk at work on an embedded mail server and an embedded MariaDB.",
      "Without options it plays a day at the desk: requests arrive, owners answer codes,",
      "staff decide by reply, time passes."
    },
    footer = {
      "",
      "Examples:",
      "  demo                    the day at the desk",
      "  demo --mail DIR         what the desk does with each mail of a folder",
      "  demo --mail DIR --letters 2> progress.log",
      "                          and each letter as its reader sees it; how far it is stands apart",
      "  demo --stay             keep it running and write to it with a mail client"
    })
public final class DemoCommand implements Callable<Integer> {
  private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

  /** As the commands answer where a file cannot be written. */
  private static final int NO_OUTPUT = 73;

  @Option(
      names = "--mail",
      paramLabel = "DIR",
      description = "send every mail of this folder to the desk instead")
  private @Nullable Path folder;

  @Option(names = "--letters", description = "print each letter of the desk as its reader sees it")
  private boolean letters;

  @Option(names = "--stay", description = "keep the desk and its servers running")
  private boolean stay;

  @Option(names = "--smtp-port", defaultValue = "0", description = "default: any free port")
  private int smtpPort;

  @Option(names = "--imap-port", defaultValue = "0", description = "default: any free port")
  private int imapPort;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call()
      throws SQLException, MessagingException, MailTransportException, InterruptedException {
    try {
      return play();
    } catch (IOException e) {
      spec.commandLine()
          .getErr()
          .printf(
              "latchkey: the demo cannot begin: %s; it needs some 600 MB below %s (or"
                  + " -Djava.io.tmpdir=FOLDER before -jar) and %s/.cache%n",
              e.getMessage(),
              System.getProperty("java.io.tmpdir"),
              System.getProperty("user.home"));
      return NO_OUTPUT;
    }
  }

  private int play()
      throws IOException,
          SQLException,
          MessagingException,
          MailTransportException,
          InterruptedException {
    if (folder != null && !Files.isDirectory(folder)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), folder + " is not a folder of mails");
    }
    free("--smtp-port", smtpPort);
    free("--imap-port", imapPort);
    InstantSource real = InstantSource.system();
    Progress progress = Progress.of("mails", spec.commandLine().getErr(), real);
    DemoScreen screen = new DemoScreen(spec.commandLine().getOut(), letters, progress::clear);
    boolean day = folder == null && !stay;
    MovedClock clock = new MovedClock(MONDAY);
    screen.line("Starting a mail server and a database of the demo's own ...");
    try (DemoDesk demo =
        DemoDesk.start(
            smtpPort,
            imapPort,
            day ? clock : real,
            folder == null ? domain -> domain.endsWith(".example") : domain -> true,
            screen)) {
      screen.line("Reading its words, letters and models ...");
      demo.desk().prepare();
      screen.show(demo.desk().tickets());
      if (folder != null) {
        DemoFolder.Played played = new DemoFolder(demo, screen, progress).play(folder);
        screen.chapter(
            "%d mails sent, %d not taken by the mail server"
                .formatted(played.sent(), played.refused()));
      } else if (day) {
        new DemoDay(demo, clock, screen).play();
      }
      if (stay) {
        demo.mail().welcomeWriters(DemoDesk.PASSWORD);
        new DemoGuide(demo, screen).tell();
        stayUntilEnded(demo);
      }
      end(demo, screen);
    }
    return 0;
  }

  /** A port that another program has is told at once. */
  private void free(String option, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "%s: the port %d cannot be had (%s); name another, or none for any that is free"
              .formatted(option, port, e.getMessage()));
    }
  }

  /** The ticker works in its own threads; this one waits for Ctrl-C. */
  private static void stayUntilEnded(DemoDesk demo) throws InterruptedException {
    DeskTicker ticker = demo.desk().start();
    Runtime.getRuntime().addShutdownHook(new Thread(ticker::close, "end of the demo"));
    Thread.currentThread().join();
  }

  private static void end(DemoDesk demo, DemoScreen screen) {
    screen.chapter("How the mails ended");
    screen.outcomes(demo.desk().mailStore());
    screen.chapter("The tickets");
    screen.tickets(demo.desk().tickets().list(false, 30).tickets());
    screen.line("");
    screen.line("Write to a desk like this one yourself: demo --stay");
    screen.line("See what the desk reads in a mail of yours: explain FILE");
  }
}
