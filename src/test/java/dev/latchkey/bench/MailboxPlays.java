package dev.latchkey.bench;

import dev.latchkey.Desk;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.crash.Gate;
import dev.latchkey.crash.Gate.Verdict;
import dev.latchkey.flow.Failpoints;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** What a mailbox and other people in it do. */
@NullMarked
final class MailboxPlays {
  private static final List<String> CODES =
      List.of("UNAVAILABLE", "LIMIT", "OVERQUOTA", "THROTTLED");

  private MailboxPlays() {}

  static Map<String, Play> all() {
    return Map.of(
        "F14", MailboxPlays::expungedByAnother,
        "F15", MailboxPlays::seenByAnother,
        "F16", MailboxPlays::cutWhileReading,
        "F17", MailboxPlays::refusedForAWhile,
        "F21", MailboxPlays::theSameTwice,
        "F24", MailboxPlays::oneByOne,
        "F37", MailboxPlays::burst,
        "UIDVALIDITY", MailboxPlays::newUidValidity);
  }

  private static Played expungedByAnother(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    int mails = size.scaled(500);
    stage.begin();
    for (int i = 0; i < mails; i += 10) {
      stage.write(10);
      TimeUnit.MILLISECONDS.sleep(stage.random().nextInt(500));
      try (OtherClient client = new OtherClient(stage.imap().port())) {
        stage.ledger().copiesTaken(client.deleteSome(stage.random()));
      }
    }
    stage.inboxIsEmpty();
    TimeUnit.SECONDS.sleep(2);
    int wrote = stage.people();
    Set<String> taken = stage.stored();
    for (int mail = 0; mail < wrote; mail++) {
      if (!taken.contains("<m%d@outside.example>".formatted(mail))) {
        stage.ledger().takenAway(mail);
      }
    }
    stage.settle();
    List<String> gone = new ArrayList<>(stage.ledger().messageIds());
    gone.removeAll(Books.moved(stage.servers().mailbox()));
    return stage.played(
        "of %d mails another client expunged %d before they were read, %d after they were stored"
            .formatted(wrote, wrote - stage.ledger().size(), gone.size()),
        List.of());
  }

  private static Played seenByAnother(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    stage.write(size.runs());
    try (OtherClient client = new OtherClient(stage.imap().port())) {
      client.markSeen();
    }
    stage.desk();
    stage.settle();
    return stage.played("all marked as read by another client before the first look", List.of());
  }

  private static Played cutWhileReading(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException, InvalidConfigurationException {
    AtomicInteger cuts = new AtomicInteger(size.scaled(200));
    int all = cuts.get();
    try (Desk desk = stage.open(Failpoints.NONE)) {
      stage.imap().guardedBy(() -> cuttingAfter(stage.random().nextInt(8_000), cuts));
      for (int tries = 0; cuts.get() > 0 && tries < 10 * all; tries++) {
        stage.write(1);
        Stage.round(desk);
      }
      stage.imap().guardedBy(() -> Gate.Guard.NONE);
      stage.rounds(desk);
    }
    return stage.played(
        (all - Math.max(0, cuts.get())) + " × cut after so many octets of an answer, 0 to 7,999",
        cuts.get() > 0 ? List.of("not all cut") : List.of());
  }

  private static Gate.Guard cuttingAfter(int octetsLeft, AtomicInteger cuts) {
    AtomicInteger left = new AtomicInteger(octetsLeft);
    return (fromServer, octets) -> {
      if (!fromServer || cuts.get() <= 0) {
        return Verdict.pass(octets);
      }
      int before = left.getAndAdd(-octets.length);
      if (before >= octets.length) {
        return Verdict.pass(octets);
      }
      cuts.decrementAndGet();
      return Verdict.cutAfter(octets, Math.max(0, before));
    };
  }

  private static Played refusedForAWhile(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    Duration refused = Duration.ofSeconds(Math.max(60, 18L * size.runs()));
    AtomicInteger logins = new AtomicInteger();
    stage.begin();
    stage.imap().guardedBy(() -> refusing(CODES.get(logins.get() % CODES.size()), logins));
    stage.write(3);
    TimeUnit.MILLISECONDS.sleep(refused.toMillis());
    int counted = logins.get();
    stage.imap().guardedBy(() -> Gate.Guard.NONE);
    Instant back = Instant.now();
    stage.settle();
    Duration after = Duration.between(back, Instant.now());
    return stage.played(
        "%d logins refused in %d s, by NO with %s or by BYE; all answered %d s after it ended"
            .formatted(counted, refused.toSeconds(), CODES, after.toSeconds()),
        after.compareTo(Duration.ofSeconds(75)) > 0 ? List.of("went on too late") : List.of());
  }

  /** Says BYE to each third login and NO to the others. */
  private static Gate.Guard refusing(String code, AtomicInteger logins) {
    return (fromServer, octets) -> {
      String said = new String(octets, StandardCharsets.ISO_8859_1);
      if (fromServer || !(said.contains(" LOGIN ") || said.contains(" AUTHENTICATE "))) {
        return Verdict.pass(octets);
      }
      if (logins.incrementAndGet() % 3 == 0) {
        return Verdict.cutWith(ascii("* BYE [" + code + "] later\r\n"));
      }
      String tag = said.substring(0, said.indexOf(' '));
      return Verdict.answer(ascii(tag + " NO [" + code + "] later\r\n"));
    };
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Played theSameTwice(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    stage.begin();
    for (int i = 0; i < size.runs(); i++) {
      int mail = stage.people();
      stage.write(1);
      stage.drop().again(mail);
      if (i % 3 == 0) {
        stage.settle();
        stage.drop().again(mail);
      }
    }
    stage.settle();
    return stage.played(
        "each at two places of the mailbox at once, some later once more", List.of());
  }

  private static Played oneByOne(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    stage.desk();
    stage.write(size.runs());
    stage.settle();
    return stage.played("recipients of each letter counted, in every play", List.of());
  }

  private static Played burst(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    DeskProcess desk = stage.desk("-Xmx512m");
    stage.write(1);
    stage.settle();
    int mails = size.scaled(5_000);
    for (int i = 0; i < mails; i++) {
      if (i % 10 == 9) {
        stage.write(1);
      } else {
        stage.writeWithFile(500_000 + stage.random().nextInt(1_000_000));
      }
      stage.told(i + 1L, mails);
      TimeUnit.MILLISECONDS.sleep(100);
    }
    stage.settle();
    return stage.played(
        "ten a second, nine of ten with a file of 0.5 to 1.5 MB, 512 MB of heap",
        desk.runs() ? List.of() : List.of("the process ended"));
  }

  private static Played newUidValidity(Stage stage, Play.Size size)
      throws IOException, InterruptedException, SQLException {
    stage.begin();
    int runs = size.scaled(20);
    for (int run = 0; run < runs; run++) {
      stage.writeSlowly(10);
      stage.servers().call("kill", "dovecot", Map.of());
      forget(stage.servers().mailbox());
      forget(stage.servers().mailbox().resolve(".Processed"));
      stage.write(5);
      stage.servers().call("again", "dovecot", Map.of());
    }
    stage.settle();
    return stage.played(runs + " × Dovecot lost its UIDs and hands out others", List.of());
  }

  private static void forget(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file :
            files.filter(it -> it.getFileName().toString().startsWith("dovecot")).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
