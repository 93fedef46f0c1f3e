package dev.latchkey.transport;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import dev.latchkey.LogWatch;
import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.scenario.MemorySender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that lies about UIDs, and a whole desk on it. Whatever it says: what it moved out of the
 * inbox has a row, and what has none still waits there.
 */
@NullMarked
class LyingImapTest {
  private static final MovedClock CLOCK = new MovedClock(Instant.parse("2026-03-02T09:00:00Z"));
  private static final Duration TIME = Duration.ofSeconds(5);

  @TempDir private Path folder;
  private final Folder inbox = new Folder();
  private final LogWatch log = LogWatch.of("dev.latchkey.flow.loop");
  private ScriptedServer server;
  private TestDesk desk;

  @BeforeEach
  void open() throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.csv"), "name,addresses,second_factor,critical,published\n");
    server = ScriptedServer.imap("MOVE UIDPLUS", inbox::answer);
    desk =
        TestDesk.withManualAction(
            TestDatabase.emptyFor(LyingImapTest.class),
            accounts,
            new ImapInbox(
                new ImapSettings(
                    "127.0.0.1",
                    server.port(),
                    Security.NONE,
                    "support",
                    "secret",
                    "INBOX",
                    "Processed",
                    new Timeouts(TIME, TIME, TIME),
                    1 << 20)),
            new MemorySender(),
            CLOCK);
    desk.loops().takeIn();
  }

  @AfterEach
  void close() throws IOException {
    log.close();
    desk.close();
    server.close();
  }

  @Test
  void otherOctetsUnderKnownUidsAreNewMailsAndAWarningEach() {
    inbox.receive(20);
    takeIn(1);
    inbox.nextUid = 1;
    inbox.receive(20);
    takeIn(1);

    nothingIsLost(40);
    assertThat(log.lines(Level.WARN))
        .filteredOn(line -> line.contains("a number that was used before"))
        .hasSize(20);
  }

  @Test
  void theSameOctetsUnderKnownUidsAreTheSameMail() {
    inbox.receive(3);
    takeIn(1);
    inbox.putBack();
    takeIn(1);

    nothingIsLost(3);
    assertThat(log.lines(Level.WARN)).isEmpty();
  }

  @Test
  void aNewUidValidityMakesNoMailAnother() {
    inbox.receive(5);
    takeIn(1);
    inbox.putBack();
    inbox.uidValidity = 8;
    inbox.cut = true;
    inbox.receive(2);
    takeIn(2);

    nothingIsLost(7);
  }

  /** The connection that came anew has other numbers than the listing. */
  @Test
  void aUidValidityThatChangesBetweenListingAndDownloadMovesNothingUnread() {
    inbox.receive(6);
    inbox.atFetch =
        () -> {
          inbox.atFetch = () -> {};
          inbox.uidValidity = 8;
          inbox.renumber(List.of(6, 5, 4, 3, 2, 1));
          inbox.cut = true;
        };
    takeIn(3);

    nothingIsLost(6);
  }

  @Test
  void uidsThatJumpBackAreTakenInAtTheNextVisit() {
    inbox.nextUid = 500;
    inbox.receive(2);
    inbox.atFetch =
        () -> {
          inbox.atFetch = () -> {};
          inbox.nextUid = 3;
          inbox.receive(2);
        };
    takeIn(2);

    nothingIsLost(4);
  }

  @Test
  void everyAnswerNamesTheNextUid() {
    inbox.receive(4);
    inbox.said = uid -> uid + 1;
    takeIn(4);
    onlyWhatHasARowWasMoved();

    inbox.said = uid -> uid;
    takeIn(4);
    nothingIsLost(4);
  }

  @Test
  void everyAnswerNamesTheSameUid() {
    inbox.receive(4);
    inbox.said = uid -> 2;
    takeIn(4);
    onlyWhatHasARowWasMoved();

    inbox.said = uid -> uid;
    takeIn(4);
    nothingIsLost(4);
  }

  @Test
  void twoUidsInEachOthersPlace() {
    inbox.receive(2);
    inbox.said = uid -> 3 - uid;
    takeIn(2);

    nothingIsLost(2);
  }

  /** Nobody may take such a mail for gone: an owner's objection may be in it. */
  @Test
  void aMailThatIsListedAndNeverGivenOutIsAnError() {
    inbox.receive(3);
    inbox.silentUid = 2;
    takeIn(5);

    assertThat(inbox.mails).containsOnlyKeys(2);
    onlyWhatHasARowWasMoved();
    assertThat(log.lines(Level.ERROR))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("uid=2 stays"));
  }

  private void takeIn(int visits) {
    for (int i = 0; i < visits; i++) {
      try {
        desk.loops().takeIn();
      } catch (DeskUnavailableException e) {
        assertThat(e).hasMessageStartingWith("mailbox: ");
      }
    }
  }

  private void nothingIsLost(int mails) {
    assertThat(inbox.mails).isEmpty();
    assertThat(desk.mails().list(Set.of(), false, 99)).hasSize(mails);
    onlyWhatHasARowWasMoved();
  }

  /** A mail's number is in its subject. */
  private void onlyWhatHasARowWasMoved() {
    desk.loops().work();
    assertThat(desk.mails().list(Set.of(), false, 99))
        .extracting(line -> String.valueOf(line.subject()))
        .doesNotHaveDuplicates()
        .containsAll(inbox.movedOut);
  }

  /** What the server has, and how it lies. */
  private static final class Folder {
    private static final String SUBJECT = "Subject: ";
    private static final Pattern RANGE = Pattern.compile("(\\d+)(?::(\\d+|\\*))?");
    private final TreeMap<Integer, String> mails = new TreeMap<>();
    private final Map<Integer, String> all = new HashMap<>();
    private final List<String> movedOut = new ArrayList<>();
    private int uidValidity = 7;
    private int nextUid = 1;
    private int received;
    private IntUnaryOperator said = uid -> uid;
    private boolean cut;
    private int silentUid;
    private Runnable atFetch = () -> {};

    void receive(int count) {
      for (int i = 0; i < count; i++) {
        String mail =
            "From: a%1$d@mail.example\r\nMessage-ID: <%1$d@mail.example>\r\nSubject: number %1$d\r\n\r\nhello\r\n"
                .formatted(++received);
        mails.put(nextUid, mail);
        all.put(nextUid, mail);
        nextUid++;
      }
    }

    void putBack() {
      mails.putAll(all);
      movedOut.clear();
    }

    void renumber(List<Integer> uids) {
      List<String> octets = List.copyOf(mails.values());
      mails.clear();
      for (int i = 0; i < octets.size(); i++) {
        mails.put(uids.get(i), octets.get(i));
      }
    }

    synchronized String answer(String command) {
      if (command.startsWith("UID FETCH") && command.contains("BODY.PEEK[]")) {
        atFetch.run();
      }
      if (cut) {
        cut = false;
        return "* BYE\r\n" + ScriptedServer.CUT;
      }
      StringBuilder answer = new StringBuilder();
      if (command.startsWith("SELECT")) {
        answer.append(
            "* %d EXISTS\r\n* OK [UIDVALIDITY %d] .\r\n".formatted(mails.size(), uidValidity));
      } else if (command.startsWith("UID SEARCH")) {
        answer.append("* SEARCH");
        mails.keySet().forEach(uid -> answer.append(' ').append(uid));
        answer.append("\r\n");
      } else if (command.startsWith("UID FETCH")) {
        named(command).forEach(uid -> answer.append(fetched(command, uid)));
      } else if (command.startsWith("UID MOVE")) {
        for (int uid : named(command)) {
          String mail = Objects.requireNonNull(mails.remove(uid));
          mail.lines()
              .filter(line -> line.startsWith(SUBJECT))
              .forEach(line -> movedOut.add(line.substring(SUBJECT.length())));
        }
      } else {
        return "";
      }
      return answer.append("%t OK done\r\n").toString();
    }

    private String fetched(String command, int uid) {
      if (uid == silentUid && command.contains("BODY.PEEK[]")) {
        return "";
      }
      String mail = Objects.requireNonNull(mails.get(uid));
      String sizes = "INTERNALDATE \"02-Mar-2026 10:00:00 +0000\" RFC822.SIZE " + mail.length();
      return command.contains("BODY.PEEK[]")
          ? "* 1 FETCH (UID %d %s BODY[] {%d}\r\n%s)\r\n"
              .formatted(said.applyAsInt(uid), sizes, mail.length(), mail)
          : "* 1 FETCH (UID %d %s)\r\n".formatted(uid, sizes);
    }

    private List<Integer> named(String command) {
      List<Integer> uids = new ArrayList<>();
      Matcher range = RANGE.matcher(command.split(" ")[2]);
      while (range.find()) {
        int from = Integer.parseInt(range.group(1));
        int to = range.group(2) == null ? from : Integer.parseInt(range.group(2));
        mails.subMap(from, true, to, true).keySet().forEach(uids::add);
      }
      return uids;
    }
  }
}
