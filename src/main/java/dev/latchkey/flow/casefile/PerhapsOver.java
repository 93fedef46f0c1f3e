package dev.latchkey.flow.casefile;

import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.HistoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a requester wrote that may mean that it is over for them, since the request was last open
 * anew: each such mail makes another case of it, and stands at its top.
 */
public final class PerhapsOver {
  private PerhapsOver() {}

  /** In their own words, oldest first. */
  static List<Passage> of(List<HistoryEntry> history) {
    return entries(history).stream().map(PerhapsOver::passage).toList();
  }

  /** When they wrote it. */
  public static List<Instant> moments(List<HistoryEntry> history) {
    return entries(history).stream().map(HistoryEntry::at).toList();
  }

  private static List<HistoryEntry> entries(List<HistoryEntry> history) {
    List<HistoryEntry> found = new ArrayList<>();
    for (HistoryEntry entry : history) {
      if (entry.from().closed() && !entry.to().closed()) {
        found.clear();
      }
      if (entry.says(Detail.PerhapsOver.class).isPresent()) {
        found.add(entry);
      }
    }
    return found;
  }

  private static Passage passage(HistoryEntry entry) {
    String words = entry.says(Detail.PerhapsOver.class).map(Detail.PerhapsOver::words).orElse("");
    return new Passage(
        new MessagePhrase.WrittenByRequester(entry.cause().actor().name(), entry.at()),
        new Text(CaseMessages.withoutCodes(words)));
  }
}
