package dev.latchkey.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnsTest {
  /** As wide as the columns are on a telephone of 400 pixels, and a name as "28 Nov" there. */
  private static final double PLOT = 318;

  private static final double NAME = 44;

  private static final Pattern NAMED = Pattern.compile("<text x=\"([0-9.]+)%\"[^>]*>([^<]+)<");

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7, 8, 14, 30, 49, 50, 90, 196, 197, 217, 366})
  void theNamesOfDaysTouchNeitherEachOtherNorTheEdge(int count) {
    List<LocalDate> days =
        LocalDate.of(2026, 11, 29)
            .minusDays(count - 1)
            .datesUntil(LocalDate.of(2026, 11, 30))
            .toList();

    List<Double> places =
        NAMED
            .matcher(new Columns(days).with("mails", new TreeMap<>()).draw("Mails").written())
            .results()
            .map(name -> Double.parseDouble(name.group(1)) / 100 * PLOT)
            .toList();

    assertThat(places).isNotEmpty();
    for (int i = 0; i < places.size(); i++) {
      double next = i + 1 < places.size() ? places.get(i + 1) : PLOT + 1;
      assertThat(next - places.get(i)).isGreaterThanOrEqualTo(NAME);
    }
  }
}
