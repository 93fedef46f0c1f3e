package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.Outcome;
import dev.latchkey.scenario.MemoryInbox;
import dev.latchkey.scenario.MemorySender;
import dev.latchkey.store.ClaimedMail;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail that ends the process, as one does that takes all memory, is found by its attempts. */
@NullMarked
class DeadlyMailTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

  /** Until systemd has started it again. */
  private static final Duration RESTART = Duration.ofSeconds(15);

  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock(BEGIN);
  private final MemoryInbox inbox = new MemoryInbox(clock);

  @Test
  void itStandsInQuarantineAndItsNeighboursWaitLessThanTwoMinutes() throws IOException {
    try (TestDesk desk = open()) {
      for (int i = 0; i < 30; i++) {
        inbox.receive(mail("a" + i));
      }
      desk.loops().takeIn();
      assertThat(dies(desk)).as("all with it").hasSize(30);
      clock.forward(RESTART);
      assertThat(dies(desk)).as("until the lease is over").isEmpty();
      clock.forward(RESTART);
      clock.forward(Duration.ofSeconds(1));
      assertThat(dies(desk)).as("it comes first, and alone").hasSize(1);
      clock.forward(RESTART);
      desk.loops().work();
      assertThat(desk.outcomes()).hasSize(29);
      assertThat(Duration.between(BEGIN, clock.instant())).isLessThan(Duration.ofMinutes(2));

      clock.forward(RESTART.multipliedBy(2));
      assertThat(dies(desk)).hasSize(1);
      clock.forward(Duration.ofSeconds(31));
      desk.loops().work();
      assertThat(desk.outcomes()).hasSize(30).endsWith(Outcome.MALFORMED);
      assertThat(desk.lastReason()).contains("the process ended 3 times at this mail");
    }
  }

  @Test
  void whoStandsBehindSeveralOfThemDoesNotWaitForTheirAttempts() throws IOException {
    try (TestDesk desk = open()) {
      for (int i = 0; i < 4; i++) {
        inbox.receive(mail("d" + i));
        clock.forward(Duration.ofSeconds(1));
        desk.loops().takeIn();
        assertThat(dies(desk)).as("the first time each").hasSize(1);
      }
      inbox.receive(mail("innocent"));
      desk.loops().takeIn();
      clock.forward(RESTART.multipliedBy(3));
      clock.forward(Duration.ofSeconds(1));

      assertThat(dies(desk)).extracting(ClaimedMail::attempts).containsExactly(1);
      clock.forward(RESTART.multipliedBy(3));
      clock.forward(Duration.ofSeconds(1));
      assertThat(dies(desk)).extracting(ClaimedMail::attempts).containsExactly(2);
    }
  }

  private TestDesk open() throws IOException {
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.csv"), "name,addresses,second_factor,critical,published\n");
    return TestDesk.withManualAction(
        TestDatabase.emptyFor(DeadlyMailTest.class), accounts, inbox, new MemorySender(), clock);
  }

  private static byte[] mail(String from) {
    return "From: %1$s@mail.example\r\nMessage-ID: <%1$s@mail.example>\r\n\r\nhello\r\n"
        .formatted(from)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** A process claims, and is no more. */
  private List<ClaimedMail> dies(TestDesk desk) {
    return desk.mails().claim(100, clock.instant(), Heartbeat.LEASE, false).all();
  }
}
