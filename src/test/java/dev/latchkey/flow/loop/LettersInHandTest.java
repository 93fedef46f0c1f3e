package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.LogWatch;
import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.mail.MailSender;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.mail.SendResult;
import dev.latchkey.scenario.MemoryInbox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of the letters that a dead or paused process held, one at most arrives twice. */
@NullMarked
class LettersInHandTest {
  private static final int MAILS = 3;

  private static final int LETTERS = 2 * MAILS;
  private static final Duration LEASE_OVER = Duration.ofSeconds(31);

  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final TestDatabase schema = TestDatabase.emptyFor(LettersInHandTest.class);
  private final MemoryInbox inbox = new MemoryInbox(clock);
  private final Server server = new Server();
  private Path accounts = Path.of("accounts.csv");
  private TestDesk desk;
  private TestDesk other;

  @BeforeEach
  void open() throws IOException {
    accounts =
        Files.writeString(
            folder.resolve("accounts.csv"), "name,addresses,second_factor,critical,published\n");
    desk = TestDesk.withManualAction(schema, accounts, inbox, server, clock);
    other = TestDesk.withManualAction(schema, accounts, inbox, server, clock);
    for (int i = 0; i < MAILS; i++) {
      inbox.receive(
          "From: a%1$d@mail.example\r\nMessage-ID: <%1$d@mail.example>\r\n\r\nhello\r\n"
              .formatted(i)
              .getBytes(StandardCharsets.US_ASCII));
    }
    desk.loops().takeIn();
    desk.loops().work();
  }

  @AfterEach
  void close() {
    desk.close();
    other.close();
  }

  @Test
  void ofABatchOneLetterIsSentAgain() {
    server.diesAfter = 3;
    assertThatThrownBy(() -> desk.loops().deliver()).isInstanceOf(Death.class);
    assertThat(server.taken).hasSize(3);
    assertThat(other.loops().deliver()).as("before the lease is over").isZero();

    clock.forward(LEASE_OVER);
    other.loops().deliver();

    assertThat(server.taken).hasSize(LETTERS);
    assertThat(server.taken.values()).containsOnlyOnce(2).doesNotContain(3);
  }

  @Test
  void aLetterThatTwoProcessesDiedOfWaitsForAPerson() throws SQLException {
    server.diesAfter = 1;
    for (int i = 0; i < 2; i++) {
      server.diesOf = server.died;
      assertThatThrownBy(() -> desk.loops().deliver()).isInstanceOf(Death.class);
      clock.forward(LEASE_OVER);
    }

    other.loops().deliver();

    assertThat(server.taken).hasSize(LETTERS);
    assertThat(server.taken.values()).containsOnlyOnce(2).doesNotContain(3);
    assertThat(schema.rows("SELECT last_answer FROM outbox WHERE state = 'PARKED'"))
        .hasSize(1)
        .allSatisfy(why -> assertThat(why).contains("it may have arrived"));
    assertThat(schema.rows("SELECT outbox_id FROM hand_over")).isEmpty();
  }

  @Test
  void aPausedDeskSendsNothingThatAnotherHasSent() {
    server.between =
        () -> {
          server.between = () -> {};
          clock.forward(LEASE_OVER);
          other.loops().deliver();
        };
    desk.loops().deliver();

    assertThat(server.taken).hasSize(LETTERS);
    assertThat(server.taken.values()).containsOnly(1);
  }

  @Test
  void whileAServerIsSilentTheLetterIsOurs() throws Exception {
    CountDownLatch silent = new CountDownLatch(1);
    Thread sending = silentAtDot(silent);
    for (int i = 0; i < 2; i++) {
      TimeUnit.MILLISECONDS.sleep(8_500);
      clock.forward(Duration.ofSeconds(20));
    }
    other.loops().deliver();
    silent.countDown();
    sending.join();

    assertThat(server.taken).hasSize(LETTERS);
    assertThat(server.taken.values()).containsOnly(1);
  }

  @Test
  void eachLetterThatAServerTookIsALineOfTheLogWithItsNumbers() throws SQLException {
    try (LogWatch log = LogWatch.of(OutboxDelivery.class)) {
      desk.loops().deliver();

      assertThat(log.lines())
          .containsExactlyInAnyOrderElementsOf(
              schema.rows(
                  "SELECT CONCAT('outbox=', id, ' ticket=', COALESCE(ticket_id, '-'), ' ', letter,"
                      + " ' sent: 250 ok') FROM outbox"));
    }
  }

  /** Twice, because two processes that die of a letter have it parked. */
  @Test
  void aDeskThatIsStoppedMeanwhileCountsTheLetterAsTried() throws Exception {
    for (int times = 1; times <= 2; times++) {
      silentAtDot(new CountDownLatch(1));
      desk.loops().stop();
      desk.loops().leave();
      clock.forward(LEASE_OVER);
      other.loops().deliver();
      assertThat(schema.rows("SELECT outbox_id FROM hand_over")).isEmpty();
      assertThat(schema.rows("SELECT attempts FROM outbox WHERE state = 'PENDING'"))
          .containsExactly(String.valueOf(times));
      assertThat(Collections.max(server.taken.values())).isEqualTo(times);
      clock.forward(Duration.ofMinutes(9));
      assertThat(other.loops().deliver()).isZero();
      clock.forward(Duration.ofMinutes(4));
      desk.close();
      desk = TestDesk.withManualAction(schema, accounts, inbox, server, clock);
    }

    assertThat(other.loops().deliver()).isEqualTo(1);
    assertThat(schema.rows("SELECT id FROM outbox WHERE state <> 'SENT'")).isEmpty();
  }

  @Test
  void anAnswerThatComesAfterTheStopCounts() throws Exception {
    CountDownLatch silent = new CountDownLatch(1);
    Thread sending = silentAtDot(silent);
    desk.loops().stop();
    desk.loops().leave();
    silent.countDown();
    sending.join();
    clock.forward(Duration.ofMinutes(15));
    other.loops().deliver();

    assertThat(server.taken).hasSize(LETTERS);
    assertThat(server.taken.values()).containsOnly(1);
    assertThat(schema.rows("SELECT id FROM outbox WHERE state <> 'SENT'")).isEmpty();
  }

  /** Delivers in another thread, whose first letter gets no answer until then. */
  private Thread silentAtDot(CountDownLatch until) throws InterruptedException {
    CountDownLatch reached = new CountDownLatch(1);
    server.atDot =
        () -> {
          server.atDot = () -> {};
          reached.countDown();
          try {
            until.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    Thread sending = new Thread(() -> desk.loops().deliver());
    sending.setDaemon(true);
    sending.start();
    reached.await();
    return sending;
  }

  @Test
  void whileAServerThinksAboutOneLetterTheOthersGo() throws Exception {
    CountDownLatch silent = new CountDownLatch(1);
    Thread sending = silentAtDot(silent);
    clock.forward(LEASE_OVER.minusSeconds(2));
    inbox.receive(
        "From: new@mail.example\r\nMessage-ID: <new@mail.example>\r\n\r\nhello\r\n"
            .getBytes(StandardCharsets.US_ASCII));
    desk.loops().takeIn();
    desk.loops().work();
    assertThat(desk.loops().deliverBeside()).isEqualTo(2);
    silent.countDown();
    sending.join();

    assertThat(server.taken).hasSize(LETTERS + 2);
    assertThat(server.taken.values()).containsOnly(1);
  }

  @Test
  void aServerThatIsSilentAfterTheDotGetsTheLetterAgainAfterTenMinutes() {
    server.answer = new SendResult.NoAnswer("no answer after the dot");
    for (int minute = 0; minute < 15; minute++) {
      desk.loops().deliver();
      clock.forward(Duration.ofMinutes(1));
    }
    assertThat(server.taken.values()).allMatch(times -> times <= 2);
  }

  /** As a process dies: nothing is caught. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  /** Takes every mail; the desk that hands one over may die before it hears so. */
  private static final class Server implements MailSender {
    private final Map<String, Integer> taken = new HashMap<>();
    private SendResult answer = new SendResult.Accepted("250 ok");
    private int diesAfter;
    private String diesOf = "nothing";
    private String died = "nothing";
    private Runnable between = () -> {};
    private Runnable atDot = () -> {};

    @Override
    public void send(List<OutboundMail> mails, Hand hand) {
      for (int i = 0; i < mails.size(); i++) {
        if (hand.over(i)) {
          taken.merge(mails.get(i).messageId(), 1, Integer::sum);
          atDot.run();
          if (--diesAfter == 0 || mails.get(i).messageId().equals(diesOf)) {
            died = mails.get(i).messageId();
            diesOf = "nothing";
            throw new Death();
          }
          hand.answered(i, answer);
          hand.rests();
          between.run();
        }
      }
    }

    @Override
    public void check() {}
  }
}
