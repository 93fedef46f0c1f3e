package dev.latchkey.flow.casefile;

import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What staff, or the operator, noted and did not take back, oldest first. */
public final class StaffNotes {
  private StaffNotes() {}

  /** Those of a ticket that went so; why it was taken up again, or a command back, are of them. */
  public static List<Passage> of(List<HistoryEntry> history) {
    Deque<HistoryEntry> notes = new ArrayDeque<>();
    for (HistoryEntry entry : history) {
      boolean commanded = entry.cause().actor().commands();
      if (!notes.isEmpty() && isTakenBack(notes.getLast(), entry)) {
        notes.removeLast();
      }
      if (commanded && !words(entry).isBlank()) {
        notes.add(entry);
      }
    }
    return notes.stream()
        .map(
            entry ->
                new Passage(
                    new MessagePhrase.NotedBy(GiverPhrase.of(entry.cause().actor()), entry.at()),
                    new Text(words(entry))))
        .toList();
  }

  /** Whether {@code later} is the command that took the note back. */
  private static boolean isTakenBack(HistoryEntry note, HistoryEntry later) {
    Verb written = note.event() == TicketEvent.NOTED ? Verb.NOTE : Verb.RESUME;
    return note.event() != TicketEvent.UNDONE
        && later
            .says(Detail.TakenBack.class)
            .filter(back -> back.command().equals(written.name()))
            .isPresent();
  }

  /** What they noted with it; empty where it is no note. */
  private static String words(HistoryEntry entry) {
    return switch (entry.event()) {
      case NOTED, RESUMED -> entry.cause().detail();
      case UNDONE -> entry.says(Detail.TakenBack.class).map(Detail.TakenBack::why).orElse("");
      default -> "";
    };
  }
}
