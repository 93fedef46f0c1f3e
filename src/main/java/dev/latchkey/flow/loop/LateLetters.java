package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.proving.CodesAnew;
import dev.latchkey.flow.recovery.StillTrue;
import dev.latchkey.store.HeldLetter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * Looks once more at letters that could not be sent when they were written, because a server was
 * away or an old dump was restored, right before they are tried again. What is true no more,
 * because its ticket has moved on, is not sent, and the history says so; a code that waited for
 * most of its time is written anew. What only says what is being done is not sent to whoever was
 * told what came of it.
 */
public final class LateLetters {
  /** What is sent sooner is sent as it was written. */
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  /** A server that takes no letter for so many codes is given up like any other. */
  private static final int MOST_CODES = 3;

  private final FlowContexts contexts;
  private final CodesAnew codes;

  public LateLetters(FlowContexts contexts, CodesAnew codes) {
    this.contexts = contexts;
    this.codes = codes;
  }

  /** Looks at those that the next batch of {@link OutboxDelivery} brings. */
  public int sweepOnce() {
    return Conflicts.retried(() -> contexts.open(OutboxDelivery.BATCH, this::sweep));
  }

  private int sweep(FlowContext context) {
    List<HeldLetter> late =
        context
            .work()
            .held()
            .late(context.now(), context.now().minus(AT_ONCE), OutboxDelivery.BATCH);
    late.forEach(letter -> look(context, letter));
    return late.size();
  }

  private void look(FlowContext context, HeldLetter letter) {
    Ticket ticket = context.work().tickets().load(Objects.requireNonNull(letter.ticketId()));
    if (StillTrue.told(context, letter)) {
      context.work().held().overtake(letter, "not sent: what came of it was told");
    } else if (StillTrue.overtaken(context, letter, ticket)) {
      overtake(context, ticket, letter, "its ticket has moved on");
    } else if (StillTrue.stale(context, letter)
        && context.work().held().unsent(letter) < MOST_CODES) {
      Ticket noted = overtake(context, ticket, letter, "a new code goes in its place");
      context.inTurn(letter.charged(), () -> codes.renew(context, noted, letter));
    }
  }

  private static Ticket overtake(
      FlowContext context, Ticket ticket, HeldLetter letter, String why) {
    context.work().held().overtake(letter, "late, then not sent: " + why);
    return context.apply(
        ticket,
        TicketEvent.NOTED,
        Cause.desk(
            "%s to %s was not sent: %s".formatted(letter.letter(), letter.recipient(), why)));
  }
}
