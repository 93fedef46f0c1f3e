package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.store.DeskFigures.Review;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewColumnsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:11:12.345678Z");
  private static final List<Optional<String>> LEVELS =
      List.of(Optional.of("HIGH"), Optional.empty(), Optional.of("STANDARD"));

  @Test
  void everyStayIsWhatWasAdded() {
    ReviewColumns columns = new ReviewColumns();
    List<Review> expected = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Optional<String> level = LEVELS.get(i % LEVELS.size());
      Instant since = NOW.minus(i, ChronoUnit.HOURS).plus(i, ChronoUnit.MICROS);
      boolean answered = i % 7 != 0;
      Instant until = answered ? since.plus(i, ChronoUnit.MINUTES) : since;
      columns.add(micros(since) + " " + (answered ? micros(until) : "-") + " " + level.orElse(""));
      expected.add(new Review(level, since, answered, until));
    }

    assertThat(columns).isEqualTo(expected);
    assertThat(columns.stream().filter(Review::answered)).hasSize(857);
    assertThatThrownBy(() -> columns.get(1_000)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> columns.get(-1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void momentsBeforeTheEpochAreKept() {
    ReviewColumns columns = new ReviewColumns();
    Instant early = Instant.parse("1969-12-31T23:59:59.999999Z");

    columns.add(micros(early) + " " + micros(early) + " LOW");

    assertThat(columns).containsExactly(new Review(Optional.of("LOW"), early, true, early));
  }

  private static long micros(Instant moment) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, moment);
  }
}
