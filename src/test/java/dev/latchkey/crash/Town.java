package dev.latchkey.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.Desk;
import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.TestSettings;
import dev.latchkey.crash.CrashingDesk.Kill;
import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.MailBytes;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real servers around a desk, and people who each have an account and lost their phone. */
final class Town implements AutoCloseable {
  private static final long CHILD_SECONDS = 90;

  private final TestDatabase schema;
  private final Path folder;
  private final List<EmailAddress> people = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private EmbeddedMailServer mail;
  private final MovedClock clock = new MovedClock(Instant.parse("2026-03-02T09:00:00Z"));

  Town(Class<?> test, Path folder, int people) throws IOException {
    this.schema = TestDatabase.emptyFor(test);
    this.folder = folder;
    this.mail = server(0, 0);
    StringBuilder accounts =
        new StringBuilder(
            "name,addresses,second_factor,critical,published,second_factor_changed\n");
    for (int i = 0; i < people; i++) {
      EmailAddress address = EmailAddress.of("person" + i + "@mail.example");
      addPerson(address);
      accounts.append("person%d,%s verified since 2021-03-01,yes,no,yes,\n".formatted(i, address));
    }
    Files.writeString(folder.resolve("accounts.csv"), accounts);
    addStaff();
    try (Desk desk = open(Failpoints.NONE)) {
      desk.database().migrate();
    }
  }

  private EmbeddedMailServer server(int smtpPort, int imapPort) {
    return EmbeddedMailServer.start(
        smtpPort, imapPort, new BorderStamp(TestDesk.AUTHSERV_ID, (s, d) -> true, clock));
  }

  private void addStaff() {
    for (EmailAddress address : List.of(TestDesk.ADDRESS, Place.ALICE, Place.BOB)) {
      mail.addUser(address, TestSettings.MAIL_PASSWORD);
    }
  }

  void addPerson(EmailAddress address) {
    people.add(address);
    mail.addUser(address, TestSettings.MAIL_PASSWORD);
  }

  MovedClock clock() {
    return clock;
  }

  void after(Duration time) {
    clock.forward(time);
  }

  TestDatabase schema() {
    return schema;
  }

  EmbeddedMailServer mail() {
    return mail;
  }

  /** Everybody who may get a letter. */
  List<EmailAddress> readers() {
    List<EmailAddress> readers = new ArrayList<>(people);
    readers.add(Place.ALICE);
    readers.add(Place.BOB);
    return readers;
  }

  /** The Message-ID of every mail that people sent to the desk. */
  List<String> written() {
    return written;
  }

  Place place() {
    return new Place(
        schema.url(), schema.user(), schema.password(), mail.smtpPort(), mail.imapPort(), folder);
  }

  /** A desk in this process. */
  Desk open(Failpoints failpoints) {
    return place().openDesk(clock, failpoints);
  }

  /** Persons {@code from} to {@code to - 1} ask for a recovery, once each. */
  void ask(int from, int to) throws MessagingException {
    for (int i = from; i < to; i++) {
      EmailAddress person = people.get(i);
      String id = "<ask." + i + "@mail.example>";
      send(
          person,
          TestDesk.ADDRESS,
          id,
          """
          From: Person <%s>
          To: support@desk.example
          Subject: Account recovery request
          Date: Mon, 02 Mar 2026 09:00:00 +0000
          Message-ID: %s
          Content-Type: text/plain; charset=utf-8

          ## Username

          `person%d`

          ## Reason for the request

          I lost my phone with the authenticator app on it.

          ## Recovery codes

          - [x] I never generated or have lost my recovery codes

          ## Code of Conduct

          - [x] I agree to follow the Code of Conduct

          ## Acknowledgement

          - [x] I understand that this may take some time
          """
              .formatted(person, id, i));
    }
  }

  /** Sends a mail to the desk. */
  void send(EmailAddress from, EmailAddress to, String messageId, String text)
      throws MessagingException {
    String crlf = text.replace("\r\n", "\n").replace("\n", "\r\n");
    mail.submit(from, to, new MailBytes(crlf.getBytes(StandardCharsets.ISO_8859_1)));
    written.add(messageId);
  }

  /** Runs a desk in a process of its own; whether it was killed rather than done. */
  boolean runChild(Kill kill) throws IOException, InterruptedException {
    return killed(startChild(kill));
  }

  /** A running child and where its words go. */
  record Child(Process process, Path output) {}

  Child startChild(Kill kill) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-Duser.timezone=UTC", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(CrashingDesk.class.getName());
    command.addAll(place().words());
    command.addAll(
        List.of(clock.instant().toString(), kill.point().name(), Integer.toString(kill.hit())));
    Path output = Files.createTempFile(folder, "child-", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    return new Child(builder.start(), output);
  }

  static boolean killed(Child child) throws IOException, InterruptedException {
    boolean ended = child.process().waitFor(CHILD_SECONDS, TimeUnit.SECONDS);
    if (!ended) {
      child.process().destroyForcibly().waitFor();
    }
    String said = Files.readString(child.output());
    assertThat(ended).as("the child ends in time; it said: %s", said).isTrue();
    assertThat(child.process().exitValue())
        .as("how the child ended; it said: %s", said)
        .isIn(0, CrashingDesk.KILLED);
    return child.process().exitValue() == CrashingDesk.KILLED;
  }

  @Override
  public void close() {
    mail.close();
  }
}
