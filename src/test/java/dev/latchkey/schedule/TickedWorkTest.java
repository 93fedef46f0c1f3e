package dev.latchkey.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.LogWatch;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.outgoing.BackOff;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class TickedWorkTest {
  private Instant now = Instant.parse("2026-03-04T05:06:07Z");
  private int rounds;
  private int ended;
  private Supplier<RuntimeException> failure = () -> null;

  private final TickedWork work =
      new TickedWork(
          "poll",
          () -> {
            rounds++;
            RuntimeException problem = failure.get();
            if (problem != null) {
              throw problem;
            }
          },
          new BackOff(Duration.ofSeconds(15), Duration.ofMinutes(15)),
          new Random(7),
          () -> now,
          () -> ended++);

  private void tickFor(Duration time) {
    for (Instant end = now.plus(time); now.isBefore(end); now = now.plusSeconds(15)) {
      work.tick();
    }
  }

  @Test
  void everyTickIsARoundWhileAllIsWell() {
    tickFor(Duration.ofMinutes(5));
    assertThat(rounds).isEqualTo(20);
  }

  @Test
  void whatIsAwayIsAskedLessAndLess() {
    failure = () -> new DeskUnavailableException("mailbox: connection refused", new Exception());
    tickFor(Duration.ofHours(1));
    assertThat(rounds).isBetween(8, 14);
  }

  @Test
  void whatIsAwayIsSaidAtGrowingDistancesAndWhenItIsOver() {
    try (LogWatch log = LogWatch.of(TickedWork.class)) {
      failure = () -> new DeskUnavailableException("database: refused", new Exception());
      tickFor(Duration.ofHours(2));
      assertThat(log.lines()).hasSizeBetween(4, 8);
      failure = () -> new DeskUnavailableException("database: read only", new Exception());
      tickFor(Duration.ofMinutes(16));
      assertThat(log.lines()).last().asString().contains("read only");
      failure = () -> null;
      tickFor(Duration.ofMinutes(16));
      assertThat(log.lines()).last().asString().contains("works again, after");
      int lines = log.lines().size();
      tickFor(Duration.ofMinutes(16));
      assertThat(log.lines()).hasSize(lines);
    }
  }

  @Test
  void whatIsBackIsAskedAtEveryTickAgain() {
    failure = () -> new DeskUnavailableException("mailbox: connection refused", new Exception());
    tickFor(Duration.ofHours(1));
    failure = () -> null;
    now = now.plus(Duration.ofMinutes(15));
    rounds = 0;
    tickFor(Duration.ofMinutes(5));
    assertThat(rounds).isEqualTo(20);
  }

  @Test
  void outOfMemoryEndsTheProcessAndNothingElseDoes() {
    failure =
        () -> {
          throw new OutOfMemoryError("Java heap space");
        };
    work.tick();
    assertThat(ended).isEqualTo(1);
    failure = () -> new IllegalStateException(new OutOfMemoryError("Java heap space"));
    work.tick();
    assertThat(ended).isEqualTo(2);
    now = now.plus(Duration.ofMinutes(1));
    ended = 1;
    failure =
        () -> {
          throw new StackOverflowError();
        };
    tickFor(Duration.ofMinutes(1));
    assertThat(ended).isEqualTo(1);
    assertThat(rounds).isGreaterThan(1);
  }

  @Test
  void aBugEndsNothingAndBacksOffAsWell() {
    failure = () -> new IllegalStateException("a bug");
    tickFor(Duration.ofHours(1));
    assertThat(rounds).isBetween(8, 14);
  }
}
