package dev.latchkey.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.store.PastFigures;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TicketState;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

  private static String page() {
    PastFigures past =
        new PastFigures(
            List.of(FIRST, FIRST.plusDays(1)),
            ZoneOffset.UTC,
            new TreeMap<>(Map.of(FIRST, 9L)),
            new TreeMap<>(Map.of(FIRST, 8L)),
            new TreeMap<>(),
            Map.of(TicketState.RECOVERED, 4L),
            Map.of(Reason.LOST_2FA_DEVICE, 6L),
            2,
            new TreeMap<>());
    return new Report("Desk <1>", new Glances().look(), past).html();
  }

  @Test
  void whatIsToldHasAHeadingEach() {
    assertThat(Pattern.compile("<h2>([^<]+)<").matcher(page()).results().map(ReportTest::words))
        .containsExactly(
            "What came",
            "What waits",
            "What became of it",
            "Why people were locked out",
            "How long it took");
  }

  @Test
  void reasonsAreSharesOfTheRecoveries() {
    assertThat(page())
        .containsPattern("lost the second factor.*<td>6 <small>75 %")
        .containsPattern("not said.*<td>2 <small>25 %");
  }

  @Test
  void theNameOfTheDeskIsText() {
    assertThat(page()).contains("<h1>Desk &lt;1&gt;: the last 2 days</h1>");
  }

  private static String words(MatchResult found) {
    return found.group(1);
  }
}
