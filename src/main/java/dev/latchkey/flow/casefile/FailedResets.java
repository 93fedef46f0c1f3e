package dev.latchkey.flow.casefile;

import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.ResetReports;
import dev.latchkey.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Resets of a ticket that came to nothing, when, and why: without it whoever approves it again
 * would run into the same.
 */
public final class FailedResets {
  private FailedResets() {}

  /** Each with the words of who told it, oldest first. */
  public static List<Passage> of(List<HistoryEntry> history) {
    List<Passage> failed = new ArrayList<>();
    ResetReports reports = new ResetReports();
    for (HistoryEntry entry : history) {
      if (entry.event() == TicketEvent.EXECUTION_FAILED) {
        failed.add(
            new Passage(
                heading(entry, reports.takesBack(entry)),
                new Text(CaseMessages.withoutCodes(entry.cause().detail()))));
      }
      reports.add(entry);
    }
    return List.copyOf(failed);
  }

  private static Phrase heading(HistoryEntry entry, boolean reportedDone) {
    if (!entry.cause().actor().commands()) {
      return new CasePhrase.ResetFailed(entry.at());
    }
    GiverPhrase by = GiverPhrase.of(entry.cause().actor());
    return reportedDone
        ? new CasePhrase.ResetWasNotDone(by, entry.at())
        : new CasePhrase.ResetFailedBy(by, entry.at());
  }
}
