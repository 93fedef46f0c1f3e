package dev.latchkey.flow.casefile;

import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.ResetReports;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What opened a ticket again after its reset had been carried out: without it the same reset would
 * be approved and carried out once more, as if nobody had tried it.
 */
public final class AfterReset {
  private AfterReset() {}

  /** In the words of who wrote, oldest first; empty when no reset was carried out before. */
  public static List<Passage> of(List<HistoryEntry> history) {
    List<Passage> since = new ArrayList<>();
    ResetReports reports = new ResetReports();
    for (HistoryEntry entry : history) {
      reports.add(entry);
      if (reports.last().isEmpty()) {
        // What opened it again spoke of a reset that was not carried out.
        since.clear();
      }
      reports
          .doneAt()
          .flatMap(at -> heading(entry, at))
          .map(
              heading ->
                  new Passage(heading, new Text(CaseMessages.withoutCodes(entry.cause().detail()))))
          .ifPresent(since::add);
    }
    return List.copyOf(since);
  }

  private static Optional<Phrase> heading(HistoryEntry entry, Instant done) {
    return switch (entry.event()) {
      case REOPENED -> Optional.of(new CasePhrase.WroteAfterReset(done, entry.at()));
      case REOPENED_BY_STAFF ->
          Optional.of(
              new CasePhrase.ReopenedAfterReset(
                  done, GiverPhrase.of(entry.cause().actor()), entry.at()));
      default -> Optional.empty();
    };
  }
}
