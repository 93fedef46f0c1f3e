package dev.latchkey.flow.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.TestDatabase;
import dev.latchkey.TestDesk;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.scenario.MemoryInbox;
import dev.latchkey.scenario.MemorySender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clock of the machine or of the database is wrong: what is due waits, mails do not. */
@NullMarked
class ClocksApartTest {
  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock(Instant.parse("2026-03-02T09:00:00Z"));
  private final MemoryInbox inbox = new MemoryInbox(clock);
  private final MemorySender sender = new MemorySender();

  @ParameterizedTest
  @ValueSource(longs = {-80 * 3600, -20, 60, 3600})
  void whileTheClocksDifferNothingIsCarriedOutAndMailsAreAnswered(long seconds) throws IOException {
    TestDatabase right = TestDatabase.emptyFor(ClocksApartTest.class);
    long there = Instant.now().getEpochSecond() + seconds;
    TestDatabase wrong =
        new TestDatabase(
            right.url() + "&sessionVariables=timestamp=" + there, right.user(), right.password());
    Path accounts =
        Files.writeString(
            folder.resolve("accounts.csv"), "name,addresses,second_factor,critical,published\n");
    try (TestDesk desk = TestDesk.withManualAction(wrong, accounts, inbox, sender, clock)) {
      inbox.receive(
          "From: a@mail.example\r\nMessage-ID: <1@mail.example>\r\n\r\nhello\r\n"
              .getBytes(StandardCharsets.US_ASCII));

      assertThatThrownBy(() -> desk.loops().round())
          .isInstanceOf(DeskUnavailableException.class)
          .hasMessageStartingWith("clock: ");
      assertThat(inbox.size()).isZero();
      assertThat(sender.sent()).isNotEmpty();
      assertThatThrownBy(() -> desk.loops().sweepWithoutLooks()).hasMessageStartingWith("clock: ");
      assertThatThrownBy(() -> desk.loops().execute()).hasMessageStartingWith("clock: ");
    }
    try (TestDesk desk = TestDesk.withManualAction(right, accounts, inbox, sender, clock)) {
      desk.loops().round();
    }
  }
}
