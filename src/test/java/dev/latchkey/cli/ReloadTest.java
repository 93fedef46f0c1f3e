package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.latchkey.Desk;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.transport.ScriptedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A desk that runs reads its settings again on SIGHUP: all of them, or none. */
class ReloadTest {
  private static final EmailAddress NORA = EmailAddress.of("nora@outside.example");
  private static final EmailAddress MIA = EmailAddress.of("mia@outside.example");
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
  private final AppenderBase<ILoggingEvent> log =
      new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
          lines.add(event.getFormattedMessage());
        }
      };

  @TempDir private Path folder;
  private CommandDesk desk;
  private Level usual = Level.INFO;

  @BeforeEach
  void start() throws IOException {
    desk = CommandDesk.open(ReloadTest.class, folder);
    desk.server().addUser(NORA, "secret");
    desk.server().addUser(MIA, "secret");
    desk.settings("schedule: {poll: 1s, work: 1s, deliver: 1s}");
    log.start();
    logger().addAppender(log);
    usual = logger().getLevel();
    logger().setLevel(Level.INFO);
  }

  @AfterEach
  void stop() {
    logger().detachAppender(log);
    logger().setLevel(usual);
    desk.close();
  }

  /**
   * Whether this process was started to ignore SIGHUP, as below nohup: then no JVM in it can hear
   * one, and there is nothing to test.
   */
  private static boolean isIgnored() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> Long.parseUnsignedLong(line.split("\\s+")[1], 16) % 2 == 1);
  }

  @Test
  void whatTheSettingsSayHoldsFromTheSignalOnAndNothingOfThemWithAnError() throws Exception {
    assumeThat(isIgnored()).isFalse();
    RunCommand command = new RunCommand(Desk.door());
    Thread service = run(command);
    try {
      await("the desk is open");
      write(NORA, "nora");
      assertThat(answer(NORA)).contains("Example desk");

      change("name: Example desk", "name: Harbour desk");
      change("[{address: alice@staff.example}]", "[{address: alice@staff.example, approver: 7}]");
      hangUp();
      assertThat(await("staff[0].approver")).contains("latchkey.yaml:", "approver");
      await("nothing was taken over");

      change("approver: 7", "approver: true");
      Files.writeString(folder.resolve("accounts.csv"), "name,addresses\n");
      hangUp();
      await("settings: accounts:");
      await("nothing was taken over");

      Files.writeString(
          folder.resolve("accounts.csv"), "name,addresses,second_factor,critical,published\n");
      change("connections: 3}", "connections: 2}");
      hangUp();
      await("settings: read again, 1 active staff");
      await("the desk is open");
      write(MIA, "mia");
      assertThat(answer(MIA)).contains("Harbour desk").doesNotContain("Example desk");

      change("address: support@desk.example", "address: help@desk.example");
      hangUp();
      await("desk.address cannot change while the desk runs");
      await("nothing was taken over");
    } finally {
      command.end();
      service.join();
    }
    await("the desk closes");
  }

  @Test
  void accountsThatAreMissingAreToldAtTheStart() throws Exception {
    Files.delete(folder.resolve("accounts.csv"));
    RunCommand command = new RunCommand(Desk.door());
    Thread service = run(command);
    try {
      await("the desk is open");
      assertThat(await("accounts: ")).contains("there is none at accounts.file, which is");
    } finally {
      command.end();
      service.join();
    }
  }

  @Test
  void whatWasOrderedUnderAnotherActionIsNamed() throws Exception {
    assumeThat(isIgnored()).isFalse();
    desk.settings("schedule: {poll: 1s, work: 1s, deliver: 1s}\naction: {kind: manual}");
    RunCommand command = new RunCommand(Desk.door());
    Thread service = run(command);
    try {
      await("the desk is open");
      write(NORA, "nora");
      answer(NORA);
      desk.schema().change("UPDATE ticket SET state = 'EXECUTING', state_since = UTC_TIMESTAMP(6)");
      change(
          "kind: manual",
          "kind: http, url: 'https://accounts.example/recoveries', secret:"
              + " 0123456789abcdef0123456789abcdef");
      hangUp();
      await("action: LK-1001 was given to the staff and stays with them");

      desk.schema()
          .change(
              "INSERT INTO execution (decision, ticket_id, kind, state, attempts, next_attempt_at,"
                  + " ordered_at) VALUES ('LK-1001-1', 1001, 'RESET', 'ORDERED', 2,"
                  + " '2099-01-02 03:04:05', UTC_TIMESTAMP(6))");
      change("{kind: http", "{kind: manual} #");
      hangUp();
      assertThat(await("action: LK-1001 was begun before")).contains("2099-01-02 03:04");
      assertThat(desk.run("check")).as(desk.out()).isZero();
      assertThat(desk.out()).contains("warn  action: LK-1001 was begun before");
    } finally {
      command.end();
      service.join();
    }
  }

  /** The pool that a hand-over notes its answer in stays open under it. */
  @Test
  void aLetterThatAServerThinksAboutIsNotSentAgainBecauseOfTheSignal() throws Exception {
    assumeThat(isIgnored()).isFalse();
    CountDownLatch dot = new CountDownLatch(1);
    CountDownLatch thought = new CountDownLatch(1);
    try (ScriptedServer slow = ScriptedServer.start("220 ready\r\n", slow(dot, thought))) {
      desk.settings(
          desk.server().imapPort(), slow.port(), "schedule: {poll: 1s, work: 1s, deliver: 1s}");
      RunCommand command = new RunCommand(Desk.door());
      Thread service = run(command);
      try {
        await("the desk is open");
        write(NORA, "nora");
        dot.await();
        change("name: Example desk", "name: Harbour desk");
        hangUp();
        await("it is ended under the settings of before");
        await("the desk is open");
        thought.countDown();
        await("what was begun under the settings of before has ended");
        assertThat(desk.schema().rows("SELECT id FROM outbox WHERE state = 'SENT'")).hasSize(1);
        assertThat(desk.schema().rows("SELECT outbox_id FROM hand_over")).isEmpty();
      } finally {
        command.end();
        service.join();
      }
      assertThat(slow.heard).containsOnlyOnce(".");
    }
  }

  /** Takes every mail, and tells of the first dot before it answers to it. */
  private static Function<String, String> slow(CountDownLatch dot, CountDownLatch thought) {
    AtomicBoolean inData = new AtomicBoolean();
    return line -> {
      if (line.equals(".")) {
        inData.set(false);
        dot.countDown();
        try {
          thought.await();
        } catch (InterruptedException e) {
          throw new IllegalStateException(e);
        }
      } else if (inData.get()) {
        return "";
      }
      inData.set(line.equals("DATA"));
      return inData.get() ? "354 go on\r\n" : "250 ok\r\n";
    };
  }

  @Test
  void staffInADatabaseAreAskedForAgainAndAllOfThemHoldOrNone() throws Exception {
    assertThat(desk.run("poll")).isZero();
    desk.schema()
        .change(
            "CREATE TABLE people (address VARCHAR(254), active BOOLEAN, approver BOOLEAN)",
            "INSERT INTO people VALUES ('alice@staff.example', 1, 1)");
    change(
        "staff: [{address: alice@staff.example}]",
        "staff: {url: '%s', user: %s, password: %s, query: SELECT * FROM people, every: 1s}"
            .formatted(desk.schema().url(), desk.schema().user(), desk.schema().password()));
    assertThat(desk.run("staff", "list")).isZero();
    assertThat(desk.out()).contains("alice@staff.example");
    RunCommand command = new RunCommand(Desk.door());
    Thread service = run(command);
    try {
      await("the desk is open");
      desk.schema().change("INSERT INTO people VALUES ('bob@staff.example', 1, 0)");
      await("staff: read again, they changed: 2 active");
      await("the desk is open");

      desk.schema().change("UPDATE people SET address = 'nobody' WHERE approver = 0");
      await("staff.query: row 2: address must be a plain mail address");
      await("staff: nothing was taken over, those of before stay");
    } finally {
      command.end();
      service.join();
    }
    await("the desk closes");
  }

  private Thread run(RunCommand command) {
    Thread service =
        new Thread(
            () ->
                LatchkeyCommand.run(
                    List.of(command),
                    new PrintWriter(new StringWriter()),
                    new PrintWriter(new StringWriter()),
                    "run",
                    "--config",
                    desk.config().toString()));
    service.start();
    return service;
  }

  /** As systemd does it. */
  private static void hangUp() throws Exception {
    String pid = Long.toString(ProcessHandle.current().pid());
    assertThat(new ProcessBuilder("kill", "-HUP", pid).start().waitFor()).isZero();
  }

  private void change(String before, String after) throws IOException {
    String settings = Files.readString(desk.config());
    assertThat(settings).contains(before);
    Files.writeString(desk.config(), settings.replace(before, after));
  }

  private void write(EmailAddress from, String name) throws Exception {
    desk.write(from, "Locked out", "I lost my phone and cannot log in. My username is " + name);
  }

  private String answer(EmailAddress to) throws InterruptedException {
    return new String(desk.server().awaitDelivered(to).octets(), StandardCharsets.UTF_8);
  }

  /** The next line of the log that holds that. */
  private String await(String part) throws InterruptedException {
    while (true) {
      String line = lines.poll(1, TimeUnit.MINUTES);
      assertThat(line).as("no line of the log holds " + part).isNotNull();
      if (line.contains(part)) {
        return line;
      }
    }
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger("dev.latchkey");
  }
}
