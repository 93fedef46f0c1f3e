package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import dev.latchkey.LogWatch;
import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.mail.Inbox;
import dev.latchkey.mail.MailLocation;
import dev.latchkey.mail.MailTransportException;
import dev.latchkey.mail.RawMail;
import dev.latchkey.scenario.MemoryInbox;
import dev.latchkey.scenario.MemorySender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be downloaded holds up nothing else. */
@NullMarked
class MailIntakeTest {
  private static final MovedClock CLOCK = new MovedClock(Instant.parse("2026-03-02T09:00:00Z"));

  private static final int MEGABYTE = 1_000_000;

  @TempDir private Path folder;
  private final PoisonedInbox inbox = new PoisonedInbox();
  private final LogWatch log = LogWatch.of("dev.latchkey.flow.loop");
  private TestDesk desk;

  @BeforeEach
  void open() throws IOException {
    Path accounts = folder.resolve("accounts.csv");
    Files.writeString(accounts, "name,addresses,second_factor,critical,published\n");
    desk =
        TestDesk.withManualAction(
            TestDatabase.emptyFor(MailIntakeTest.class),
            accounts,
            inbox,
            new MemorySender(),
            CLOCK);
  }

  @AfterEach
  void close() {
    log.close();
    desk.close();
  }

  private List<String> errors() {
    return log.lines(Level.ERROR);
  }

  private List<String> warnings() {
    return log.lines(Level.WARN);
  }

  @Test
  void aMailThatCannotBeDownloadedStaysAndHoldsUpNoOther() {
    inbox.receive(5);
    inbox.poisoned.add(3L);
    assertThat(desk.loops().takeIn()).isEqualTo(4);
    inbox.receive(2);
    assertThat(desk.loops().takeIn()).isEqualTo(2);
    assertThat(inbox.waiting.size()).isEqualTo(1);
    assertThat(errors()).isEmpty();
  }

  @Test
  void fromTheThirdPollOnItIsAnErrorWithItsUid() {
    inbox.poisoned.add(1L);
    for (int i = 0; i < 5; i++) {
      inbox.receive(2);
      desk.loops().takeIn();
    }
    assertThat(errors())
        .hasSize(3)
        .allSatisfy(line -> assertThat(line).startsWith("uid=1 stays in the inbox"));
  }

  @Test
  void whatCanBeDownloadedAgainIsTakenIn() {
    inbox.receive(3);
    inbox.poisoned.add(2L);
    desk.loops().takeIn();
    inbox.poisoned.clear();
    assertThat(desk.loops().takeIn()).isEqualTo(1);
    assertThat(inbox.waiting.size()).isZero();
  }

  @Test
  void manyUnreadableMailsInFrontHoldUpNoneBehindThem() {
    inbox.receive(9);
    inbox.poisoned.addAll(Set.of(1L, 2L, 3L, 4L, 5L, 6L, 7L));
    for (int i = 0; i < 4; i++) {
      try {
        desk.loops().takeIn();
      } catch (DeskUnavailableException e) {
        assertThat(e).hasMessageContaining("cannot be read");
      }
    }
    assertThat(inbox.waiting.size()).isEqualTo(7);
  }

  @Test
  void aServerThatGivesOutNothingIsNotAskedForEveryMail() {
    desk.loops().takeIn();
    int before = inbox.opened;
    inbox.receive(50);
    for (long uid = 1; uid <= 50; uid++) {
      inbox.poisoned.add(uid);
    }
    assertThatThrownBy(() -> desk.loops().takeIn()).isInstanceOf(DeskUnavailableException.class);
    assertThat(inbox.opened - before).isLessThanOrEqualTo(5);
  }

  @Test
  void aDownloadIsBoundedByOctetsAsWell() {
    inbox.receive(80);
    inbox.statedSize = MEGABYTE;
    assertThat(desk.loops().takeIn()).isEqualTo(80);
    assertWithinMemory();
  }

  private void assertWithinMemory() {
    long octets = Portions.of(Runtime.getRuntime().maxMemory()).octets();
    assertThat(inbox.downloads.stream().mapToInt(Integer::intValue).sum()).isEqualTo(80);
    assertThat(inbox.downloads).allMatch(mails -> mails == 1 || mails * MEGABYTE <= octets);
  }

  /** Of the folder of processed mails nothing is downloaded that is too old to be lost. */
  @Test
  void whatIsTakenInOnceMoreIsBoundedByDatesAndOctets() {
    inbox.receive(30);
    CLOCK.forward(Duration.ofDays(1));
    Instant since = CLOCK.instant();
    inbox.receive(80);
    inbox.statedSize = MEGABYTE;

    assertThat(desk.loops().byHand().takeInAgain(since, true))
        .isEqualTo(new MailRetake.Found(80, 30));
    assertWithinMemory();
    assertThat(desk.mails().list(Set.of(), false, 99)).isEmpty();
    assertThat(desk.loops().byHand().takeInAgain(since, false))
        .isEqualTo(new MailRetake.Found(80, 30));
    assertThat(desk.mails().list(Set.of(), false, 99)).hasSize(80);
    assertThat(desk.loops().byHand().takeInAgain(since, true))
        .isEqualTo(new MailRetake.Found(0, 30));
  }

  /** Under a backlog a stop waits for the part that is at work, not for the backlog. */
  @Test
  void aStopUnderABacklogLeavesTheRestWhereItIs() {
    inbox.receive(350);
    inbox.atDownload = () -> desk.loops().stop();
    assertThat(desk.loops().takeIn()).isEqualTo(100);
    assertThat(inbox.waiting.size()).isEqualTo(250);
    assertThat(desk.loops().work()).isZero();
    assertThat(desk.outcomes()).isEmpty();
  }

  /** One visit ends however fast mail comes, so that the work on it has its turn. */
  @Test
  void whileMailKeepsComingThereIsWorkAsWell() {
    inbox.receive(3);
    inbox.atDownload =
        () -> {
          if (inbox.received > 50) {
            throw new IllegalStateException("a visit without an end");
          }
          inbox.receive(2);
        };
    desk.loops().round();
    assertThat(desk.outcomes()).hasSize(3);
    desk.loops().round();
    assertThat(desk.outcomes()).hasSize(5);
  }

  /** A mailbox was restored: its server hands out under the same UIDVALIDITY what it once gave. */
  @Test
  void mailsUnderNumbersThatWereUsedBeforeAreAllTakenIn() {
    inbox.receive(20);
    assertThat(desk.loops().takeIn()).isEqualTo(20);

    inbox.waiting.startAgain();
    inbox.receive(20);

    assertThat(desk.loops().takeIn()).isEqualTo(20);
    desk.loops().work();
    assertThat(desk.mails().list(Set.of(), false, 99)).hasSize(40);
    assertThat(desk.outcomes()).hasSize(40);
    assertThat(inbox.waiting.size()).isZero();
    assertThat(warnings())
        .hasSize(20)
        .allSatisfy(line -> assertThat(line).contains("a number that was used before"));
  }

  @Test
  void aMailThatWasStoredAndNotMovedStaysOneMail() {
    inbox.receive(4);
    inbox.immovable = true;
    assertThatThrownBy(() -> desk.loops().takeIn()).isInstanceOf(DeskUnavailableException.class);
    inbox.receive(1);
    inbox.immovable = false;

    assertThat(desk.loops().takeIn()).isEqualTo(1);
    assertThat(desk.mails().list(Set.of(), false, 99)).hasSize(5);
    assertThat(inbox.waiting.size()).isZero();
    assertThat(warnings()).isEmpty();
  }

  @Test
  void aKnownMailUnderAUsedNumberIsOnlyMovedOut() {
    inbox.receive(3);
    desk.loops().takeIn();
    desk.loops().work();
    inbox.waiting.startAgain();
    inbox.received = 1;
    inbox.receive(2);

    assertThat(desk.loops().takeIn()).isZero();
    assertThat(desk.mails().list(Set.of(), false, 99)).hasSize(3);
    assertThat(inbox.waiting.size()).isZero();
  }

  /** A folder some of whose mails break the connection when they are asked for. */
  private static final class PoisonedInbox implements Inbox {
    private final MemoryInbox waiting = new MemoryInbox(CLOCK);
    private final Set<Long> poisoned = new TreeSet<>();
    private final List<Integer> downloads = new ArrayList<>();
    private long statedSize = 100;
    private int received;
    private int opened;
    private boolean immovable;
    private Runnable atDownload = () -> {};

    void receive(int mails) {
      for (int i = 0; i < mails; i++) {
        String mail =
            "From: a@mail.example\r\nMessage-ID: <%d@mail.example>\r\n\r\nhello\r\n"
                .formatted(++received);
        waiting.receive(mail.getBytes(StandardCharsets.US_ASCII));
      }
    }

    @Override
    public String check() {
      return waiting.check();
    }

    @Override
    public Optional<Inbox> processed() {
      return Optional.of(this);
    }

    @Override
    public String mailbox() {
      return waiting.mailbox();
    }

    @Override
    public Session open() throws MailTransportException {
      opened++;
      Session good = waiting.open();
      return new Session() {
        private boolean broken;

        private void use() throws MailTransportException {
          if (broken) {
            throw new MailTransportException("the connection is closed", null);
          }
        }

        @Override
        public List<Listing> list(long afterUid, int limit) throws MailTransportException {
          use();
          return good.list(afterUid, limit).stream()
              .map(one -> new Listing(one.location(), statedSize))
              .toList();
        }

        @Override
        public List<RawMail> fetch(List<Listing> listings) throws MailTransportException {
          use();
          atDownload.run();
          downloads.add(listings.size());
          broken = listings.stream().anyMatch(one -> poisoned.contains(one.location().uid()));
          if (broken) {
            throw new MailTransportException("an answer cannot be read", null);
          }
          return good.fetch(listings);
        }

        @Override
        public List<RawMail> fetchHeaders(List<Listing> listings) throws MailTransportException {
          use();
          return good.fetchHeaders(listings);
        }

        @Override
        public void moveOut(List<MailLocation> locations) throws MailTransportException {
          use();
          if (immovable) {
            throw new MailTransportException("the folder is full", null);
          }
          good.moveOut(locations);
        }

        @Override
        public void moveUnscanned(List<MailLocation> locations) throws MailTransportException {
          good.moveUnscanned(locations);
        }

        @Override
        public List<Arrival> arrived(Instant from, Instant until) throws MailTransportException {
          return good.arrived(from, until).stream()
              .map(
                  one ->
                      new Arrival(
                          new Listing(one.listing().location(), statedSize), one.receivedAt()))
              .toList();
        }

        @Override
        public void delete(List<MailLocation> locations) throws MailTransportException {
          good.delete(locations);
        }

        @Override
        public void close() {
          good.close();
        }
      };
    }
  }
}
