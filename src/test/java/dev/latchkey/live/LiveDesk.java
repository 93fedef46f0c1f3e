package dev.latchkey.live;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestSettings;
import dev.latchkey.demo.BorderStamp;
import dev.latchkey.demo.EmbeddedMailServer;
import dev.latchkey.mail.EmailAddress;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * {@code java -jar target/latchkey.jar run --config FILE} on a mail server and a MariaDB that the
 * test starts. Its log and its files stay in {@code target/live}.
 */
final class LiveDesk implements AutoCloseable {
  private static final Path JAR = Path.of("target/latchkey.jar");
  private static final String BORDER = "mx.desk.example";
  private static final String DESK = "support@desk.example";

  /** For everything together; a quiet machine takes half a minute. */
  private final Deadline deadline = new Deadline(Duration.ofMinutes(5));

  private final TestDatabase schema;
  private final Path folder;
  private final EmbeddedMailServer mail;
  private final Map<String, Person> people = new TreeMap<>();
  private final Process process;

  /**
   * @param action the section of the settings
   */
  LiveDesk(Class<?> test, String action) throws IOException {
    if (!Files.exists(JAR)) {
      throw new IllegalStateException("there is no " + JAR + "; run: mvn package");
    }
    schema = TestDatabase.emptyFor(test);
    folder = Files.createDirectories(Path.of("target/live", test.getSimpleName()));
    mail =
        EmbeddedMailServer.start(
            0, 0, new BorderStamp(BORDER, (sender, domain) -> true, InstantSource.system()));
    mail.addUser(EmailAddress.of(DESK), TestSettings.MAIL_PASSWORD);
    for (String address :
        List.of(
            "dora@mail.example",
            "dora@other.example",
            "alice@staff.example",
            "bob@staff.example")) {
      people.put(address, new Person(mail, address));
    }
    process = start(settings(action));
  }

  private Path settings(String action) throws IOException {
    Files.copy(
        Path.of("src/test/resources/scenario/01-complete-recovery/accounts.csv"),
        folder.resolve("accounts.csv"),
        StandardCopyOption.REPLACE_EXISTING);
    String policy = Files.readString(Path.of("config/policy.yaml"));
    Files.writeString(
        folder.resolve("policy.yaml"),
        policy
            .replace("cooling-off: 3d", "cooling-off: 12s")
            .replace("notice-before-execution: 24h", "notice-before-execution: 6s"));
    Path file =
        Files.writeString(
            folder.resolve("latchkey.yaml"),
            """
            desk: {name: Example Index Support, address: %s}
            database: {url: "%s", user: %s, password: "%s", connections: 4}
            imap: {host: 127.0.0.1, port: %d, security: none, user: %s, password: %s}
            smtp: {host: 127.0.0.1, port: %d, security: none}
            authentication: {authserv-ids: [%s]}
            signing-key: %s
            staff: [{address: alice@staff.example}, {address: bob@staff.example}]
            accounts: {kind: csv, file: accounts.csv}
            action: %s
            schedule: {poll: 1s, work: 1s, deliver: 1s, sweep: 1s}
            policy: policy.yaml
            """
                .formatted(
                    DESK,
                    schema.url(),
                    schema.user(),
                    schema.password(),
                    mail.imapPort(),
                    DESK,
                    TestSettings.MAIL_PASSWORD,
                    mail.smtpPort(),
                    BORDER,
                    Base64.getEncoder()
                        .encodeToString(
                            "a key for tests, of 33 octets...."
                                .getBytes(StandardCharsets.US_ASCII)),
                    action));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private Process start(Path settings) throws IOException {
    File log = log().toFile();
    return jar("run", "--config", settings.toString())
        .redirectErrorStream(true)
        .redirectOutput(log)
        .start();
  }

  /** The jar that ships, with these words behind it. */
  static ProcessBuilder jar(String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-jar", JAR.toString()));
    command.addAll(List.of(words));
    return new ProcessBuilder(command);
  }

  Path log() {
    return folder.resolve("desk.log");
  }

  Person person(String address) {
    return Optional.ofNullable(people.get(address)).orElseThrow();
  }

  /** The letter of this kind that somebody gets, as soon as it is in their mailbox. */
  Person.Received awaitLetter(String address, String kind) throws Exception {
    return await(
        kind + " to " + address,
        () -> {
          Map<String, String> kinds = kinds();
          return person(address).mails().stream()
              .filter(letter -> kind.equals(kinds.get(letter.messageId())))
              .findFirst();
        });
  }

  /** Waits until the desk has nothing more to send. */
  void awaitQuiet() throws Exception {
    await(
        "the last letter to be sent",
        () ->
            column("SELECT id FROM outbox WHERE state = 'PENDING'").isEmpty()
                ? Optional.of(true)
                : Optional.empty());
  }

  void awaitState(String state) throws Exception {
    await(
        "a ticket that is " + state,
        () ->
            column("SELECT state FROM ticket").contains(state)
                ? Optional.of(state)
                : Optional.empty());
  }

  private <T> T await(String what, Callable<Optional<T>> look) throws Exception {
    return deadline.await(
        what,
        () -> {
          if (!process.isAlive()) {
            throw new AssertionError(
                "the desk ended with " + process.exitValue() + ": " + Files.readString(log()));
          }
          try {
            return look.call();
          } catch (SQLException e) {
            // The desk is still making its tables.
            return Optional.empty();
          }
        });
  }

  /** What lies in every mailbox: the kinds of letters by address, in the order of the alphabet. */
  Map<String, List<String>> received() throws Exception {
    Map<String, String> kinds = kinds();
    Map<String, List<String>> received = new TreeMap<>();
    for (Person person : people.values()) {
      received.put(
          person.address().toString(),
          person.mails().stream()
              .map(letter -> kinds.getOrDefault(letter.messageId(), "not in the outbox"))
              .sorted()
              .toList());
    }
    return received;
  }

  /** What the desk calls the letters that it wrote, by Message-ID. */
  private Map<String, String> kinds() throws SQLException {
    Map<String, String> kinds = new TreeMap<>();
    for (String row : column("SELECT CONCAT(message_id, ' ', letter) FROM outbox")) {
      kinds.put(row.substring(0, row.indexOf(' ')), row.substring(row.indexOf(' ') + 1));
    }
    return kinds;
  }

  /** The first column of every row. */
  List<String> column(String query) throws SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(String.valueOf(rows.getString(1)));
      }
      return values;
    }
  }

  /** Tells the process to end, as {@code systemctl stop} does; its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new AssertionError("the desk does not end");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
    mail.close();
  }
}
