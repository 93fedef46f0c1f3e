package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.proving.CodesAnew;
import dev.latchkey.flow.recovery.StillTrue;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.HeldLetter;
import dev.latchkey.store.RestoreHold;
import dev.latchkey.store.StuckLetter;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an operator does about letters that were not sent: has them sent now, whatever their budget
 * or the server said before, the dropped ones too, or not at all. What its ticket has made untrue
 * is sent by nobody's word, and a code is written anew. The history of the ticket says who did it.
 */
public final class LettersByHand {
  private static final int MOST = 200;

  /** A letter that a process has claimed is due by then. */
  private static final Duration SOON = Heartbeat.LEASE.multipliedBy(2);

  private static final Set<OutboxState> OPEN =
      EnumSet.of(OutboxState.PENDING, OutboxState.PARKED, OutboxState.WAITING);

  private static final Set<OutboxState> UNSENT =
      EnumSet.complementOf(EnumSet.of(OutboxState.SENT, OutboxState.INSIDE));

  private final FlowContexts contexts;
  private final CodesAnew codes;
  private final RestoreHold hold;

  public LettersByHand(FlowContexts contexts, CodesAnew codes, RestoreHold hold) {
    this.contexts = contexts;
    this.codes = codes;
    this.hold = hold;
  }

  /** What came of it. */
  public enum Done {
    /** It goes out at the next delivery. */
    SENT_AGAIN,
    /** A new code goes in its place. */
    WRITTEN_ANEW,
    /** Its ticket has moved on: it is true no more, and was dropped. */
    OVERTAKEN,
    DROPPED,
    /** It was dropped, and its reader was written the like since. */
    WRITTEN_SINCE,
    /** Its stored text cannot be opened, so that nobody can send it. */
    UNREADABLE,
    /** A process is sending it. */
    BUSY,
    /** There is none, or it was sent before, or is to be dropped and was. */
    NOT_WAITING
  }

  /** A letter and what came of it. */
  public record Answer(long id, Done done) {}

  /** Has letters sent. */
  public List<Answer> retry(List<Long> ids, String operator) {
    return each(ids, UNSENT, (context, letter) -> retry(context, letter, operator));
  }

  /** Has letters never sent. */
  public List<Answer> drop(List<Long> ids, String why, String operator) {
    return each(ids, OPEN, (context, letter) -> drop(context, letter, why, operator));
  }

  /** What is done with one letter. */
  @FunctionalInterface
  private interface Deed {
    Done to(FlowContext context, StuckLetter letter);
  }

  private List<Answer> each(List<Long> ids, Set<OutboxState> states, Deed deed) {
    boolean held = hold.since().isPresent();
    List<Answer> answers = new ArrayList<>();
    for (int from = 0; from < ids.size(); from += MOST) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + MOST));
      answers.addAll(
          Conflicts.retried(
              () ->
                  contexts.open(some.size(), context -> each(context, some, states, held, deed))));
    }
    return answers;
  }

  private static List<Answer> each(
      FlowContext context, List<Long> ids, Set<OutboxState> states, boolean held, Deed deed) {
    // While an old dump is looked at no process claims a letter.
    Instant soon = held ? Instant.EPOCH : context.now().plus(SOON);
    Map<Long, StuckLetter> stuck =
        context.work().held().stuck(ids, states, soon).stream()
            .collect(Collectors.toMap(StuckLetter::id, Function.identity()));
    List<Answer> answers = new ArrayList<>();
    for (Long id : ids) {
      StuckLetter letter = stuck.get(id);
      if (letter == null) {
        answers.add(new Answer(id, Done.NOT_WAITING));
      } else if (letter.busy()) {
        answers.add(new Answer(id, Done.BUSY));
      } else {
        answers.add(new Answer(id, deed.to(context, letter)));
      }
    }
    return answers;
  }

  private Done retry(FlowContext context, StuckLetter stuck, String operator) {
    HeldLetter letter = stuck.held();
    Optional<Ticket> ticket = ticket(context, stuck);
    if (ticket.filter(it -> StillTrue.overtaken(context, letter, it)).isPresent()) {
      if (stuck.state() != OutboxState.DROPPED) {
        overtake(context, stuck, operator, "its ticket has moved on");
      }
      return Done.OVERTAKEN;
    }
    if (stuck.state() == OutboxState.DROPPED && context.work().held().wroteAgain(letter)) {
      return Done.WRITTEN_SINCE;
    }
    if (ticket.isPresent() && StillTrue.stale(context, letter)) {
      overtake(context, stuck, operator, "a new code goes in its place");
      codes.renew(context, ticket.get(), letter);
      return Done.WRITTEN_ANEW;
    }
    Optional<OutboundMail> mail = context.work().held().open(stuck);
    if (mail.isEmpty()) {
      return Done.UNREADABLE;
    }
    if (stuck.state() == OutboxState.WAITING || stuck.state() == OutboxState.DROPPED) {
      context.work().outbox().charge(letter.charged(), letter.recipient(), context.now());
    }
    if (stuck.state() == OutboxState.DROPPED) {
      context.work().held().answers(mail.get());
    }
    context.work().held().sendAgain(stuck, context.now());
    note(context, stuck, byHand(operator, "%s to %s is sent by hand", stuck, ""));
    return Done.SENT_AGAIN;
  }

  private Done drop(FlowContext context, StuckLetter stuck, String why, String operator) {
    overtake(context, stuck, operator, why);
    return Done.DROPPED;
  }

  private static void overtake(
      FlowContext context, StuckLetter letter, String operator, String why) {
    String reason = "not sent, by hand: " + why;
    context.work().held().drop(letter, reason);
    note(context, letter, byHand(operator, "%s to %s is not sent, by hand: %s", letter, why));
  }

  private static Cause byHand(String operator, String words, StuckLetter letter, String why) {
    return new Cause(
        new Actor(Actor.Kind.OPERATOR, operator),
        "command line",
        OptionalLong.empty(),
        words.formatted(letter.letter(), letter.recipient(), why));
  }

  private static Optional<Ticket> ticket(FlowContext context, StuckLetter letter) {
    return Optional.ofNullable(letter.ticketId()).flatMap(context.work().tickets()::find);
  }

  private static void note(FlowContext context, StuckLetter letter, Cause cause) {
    ticket(context, letter).ifPresent(ticket -> context.apply(ticket, TicketEvent.NOTED, cause));
  }
}
