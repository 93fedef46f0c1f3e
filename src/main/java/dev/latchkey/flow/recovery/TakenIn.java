package dev.latchkey.flow.recovery;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tickets that staff merged into another, as the history of that one names them. */
public final class TakenIn {
  /** What such a line of the history begins with; the reference follows. */
  public static final String DETAIL = "took in ";

  private TakenIn() {}

  /** Those that still are, and what had been merged into them before. */
  static List<Ticket> by(FlowContext context, Ticket ticket) {
    Set<Long> seen = new HashSet<>(Set.of(ticket.id()));
    List<Ticket> taken = new ArrayList<>();
    add(context, ticket, seen, taken);
    return taken;
  }

  private static void add(FlowContext context, Ticket target, Set<Long> seen, List<Ticket> taken) {
    context.work().tickets().history(target.id()).stream()
        .filter(entry -> entry.event() == TicketEvent.NOTED)
        .map(HistoryEntry::cause)
        .filter(cause -> cause.detail().startsWith(DETAIL))
        .flatMap(cause -> Reference.find(cause.detail().substring(DETAIL.length())).stream())
        .flatMap(reference -> context.work().tickets().find(reference.number()).stream())
        .filter(merged -> merged.mergedInto().filter(target.reference()::equals).isPresent())
        .filter(merged -> seen.add(merged.id()))
        .forEach(
            merged -> {
              taken.add(merged);
              add(context, merged, seen, taken);
            });
  }
}
