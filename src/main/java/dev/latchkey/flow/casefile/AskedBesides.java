package dev.latchkey.flow.casefile;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.MessagePhrase;
import dev.latchkey.store.Message;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.request.SideQuestionReader;
import dev.latchkey.triage.words.QuestionMark;
import dev.latchkey.triage.words.Sentences;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The questions among what a requester wrote: they stand at the top of the case, for whoever
 * decides has an answer to give as well. What the staff wrote to them since has answered them, or
 * they may ask again.
 */
public final class AskedBesides {
  private AskedBesides() {}

  /** Whether there are any, and nobody wrote to them since. */
  public static boolean open(FlowContext context, Ticket ticket) {
    return !of(context, ticket, context.work().tickets().history(ticket.id())).isEmpty();
  }

  /** Oldest first. */
  static List<Passage> of(FlowContext context, Ticket ticket, List<HistoryEntry> history) {
    Instant answered =
        history.stream()
            .filter(entry -> entry.event() == TicketEvent.REPLIED)
            .map(HistoryEntry::at)
            .reduce((earlier, later) -> later)
            .orElse(Instant.EPOCH);
    return context.work().messages().ofTicket(ticket.id()).stream()
        .filter(message -> message.from().equals(ticket.requester().toString()))
        .filter(message -> message.receivedAt().isAfter(answered))
        .map(AskedBesides::passage)
        .filter(passage -> !passage.words().equals(Text.NONE))
        .toList();
  }

  private static Passage passage(Message message) {
    String questions =
        Sentences.of(CaseMessages.withoutCodes(message.words())).stream()
            .filter(part -> QuestionMark.isIn(part) || SideQuestionReader.asks(part))
            .collect(Collectors.joining("\n"));
    return new Passage(
        new MessagePhrase.WrittenByRequester(message.from(), message.receivedAt()),
        new Text(questions));
  }
}
