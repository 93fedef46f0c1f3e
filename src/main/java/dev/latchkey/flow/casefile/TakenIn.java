package dev.latchkey.flow.casefile;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Detail;
import dev.latchkey.ticket.Ticket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tickets that staff merged into another, as the history of that one names them. */
public final class TakenIn {
  private TakenIn() {}

  /** Those that still are, and what had been merged into them before. */
  public static List<Ticket> by(FlowContext context, Ticket ticket) {
    Set<Long> seen = new HashSet<>(Set.of(ticket.id()));
    List<Ticket> taken = new ArrayList<>();
    add(context, ticket, seen, taken);
    return taken;
  }

  private static void add(FlowContext context, Ticket target, Set<Long> seen, List<Ticket> taken) {
    context.work().tickets().history(target.id()).stream()
        .flatMap(entry -> entry.says(Detail.TookIn.class).stream())
        .flatMap(took -> context.work().tickets().find(took.merged().number()).stream())
        .filter(merged -> merged.mergedInto().filter(target.reference()::equals).isPresent())
        .filter(merged -> seen.add(merged.id()))
        .forEach(
            merged -> {
              taken.add(merged);
              add(context, merged, seen, taken);
            });
  }
}
