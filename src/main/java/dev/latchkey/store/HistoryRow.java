package dev.latchkey.store;

import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A {@link HistoryEntry} as the columns hold it, with its hash. */
record HistoryRow(
    long ticketId,
    int sequence,
    Instant at,
    TicketEvent event,
    TicketState fromState,
    TicketState toState,
    Actor.Kind actorKind,
    String actorName,
    String authentication,
    @Nullable Long mailId,
    String detail,
    String previousHash,
    String hash) {

  static HistoryRow of(HistoryEntry entry) {
    Cause cause = entry.cause();
    return new HistoryRow(
        entry.ticketId(),
        entry.sequence(),
        entry.at(),
        entry.event(),
        entry.from(),
        entry.to(),
        cause.actor().kind(),
        cause.actor().name(),
        cause.authentication(),
        cause.mailId().isPresent() ? cause.mailId().getAsLong() : null,
        cause.detail(),
        entry.previousHash(),
        entry.hash());
  }

  HistoryEntry toEntry() {
    return new HistoryEntry(
        ticketId,
        sequence,
        at,
        event,
        fromState,
        toState,
        new Cause(
            new Actor(actorKind, actorName),
            authentication,
            mailId == null ? OptionalLong.empty() : OptionalLong.of(mailId),
            detail),
        previousHash);
  }
}
