package dev.latchkey.flow.casefile;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.CasePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.ResetReports;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resets of a ticket that were called off when they were ordered already: each may have been done,
 * and without a word of it whoever approves the ticket has it done once more.
 */
public final class CalledOff {
  private CalledOff() {}

  /** Whether there is one of which nobody has said yet what came of it. */
  public static boolean hasNoKnownEnd(FlowContext context, Ticket ticket) {
    return ticket.state() != TicketState.EXECUTING
        && ResetReports.of(context.work().tickets().history(ticket.id())).isOrdered();
  }

  /**
   * Whether there is one that the account system was asked for, so that nobody of the staff has a
   * task to report about.
   */
  public static boolean isForStaffToReport(FlowContext context, Ticket ticket) {
    return hasNoKnownEnd(context, ticket) && !wasTask(context, ticket);
  }

  private static boolean wasTask(FlowContext context, Ticket ticket) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .anyMatch(token -> token.purpose() == TokenPurpose.TASK);
  }

  /** Each with the words that called it off, oldest first. */
  static List<Passage> of(FlowContext context, Ticket ticket) {
    List<HistoryEntry> history = context.work().tickets().history(ticket.id());
    List<Passage> all = new ArrayList<>();
    ResetReports reports = new ResetReports();
    @Nullable HistoryEntry off = null;
    for (HistoryEntry entry : history) {
      if (reports.takesBack(entry)) {
        all.clear();
      }
      reports.add(entry);
      if (entry.from() == TicketState.EXECUTING && entry.to() != TicketState.EXECUTING) {
        off = entry.event() == TicketEvent.EXECUTED ? null : entry;
      }
      if (off != null && entry.says(Detail.DoneDespite.class).isPresent()) {
        all.add(passage(new CasePhrase.ResetDoneDespite(off.at(), entry.at()), off));
      }
    }
    if (off != null && reports.isOrdered()) {
      CasePhrase heading =
          wasTask(context, ticket)
              ? new CasePhrase.ResetOfNoKnownEnd(off.at())
              : new CasePhrase.ResetToReport(off.at());
      all.add(passage(heading, off));
    }
    return List.copyOf(all);
  }

  private static Passage passage(Phrase heading, HistoryEntry off) {
    return new Passage(heading, new Text(CaseMessages.withoutCodes(off.cause().detail())));
  }
}
