package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.proving.CodesAnew;
import dev.latchkey.flow.recovery.StillTrue;
import dev.latchkey.letter.MailClass;
import dev.latchkey.outgoing.BudgetRule;
import dev.latchkey.outgoing.BudgetRule.Counts;
import dev.latchkey.outgoing.BudgetRule.Verdict;
import dev.latchkey.store.HeldLetter;
import dev.latchkey.store.OutgoingLetters;
import dev.latchkey.store.OutgoingLetters.Counter;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Sends what a budget held back, as soon as it allows: what proves, stops and decides first. What
 * is true no more, because its ticket has moved on, is not sent, and the history says so; a code
 * that waited for most of its time is written anew.
 */
public final class WaitingLetters {
  private static final int BATCH = 200;
  private final FlowContexts contexts;
  private final BudgetRule budgets;
  private final CodesAnew codes;
  private final long secret;

  public WaitingLetters(
      FlowContexts contexts, BudgetRule budgets, CodesAnew codes, RandomGenerator random) {
    this.contexts = contexts;
    this.budgets = budgets;
    this.codes = codes;
    this.secret = random.nextLong();
  }

  /**
   * Looks at a batch of those whose hour or day has come.
   *
   * @return how many there were
   */
  public int sweepOnce() {
    return Conflicts.retried(() -> contexts.open(BATCH, this::sweep));
  }

  private int sweep(FlowContext context) {
    List<HeldLetter> due = context.work().held().due(context.now(), BATCH);
    Map<Counter, Integer> counters =
        new HashMap<>(
            context
                .work()
                .outbox()
                .counters(
                    due.stream().map(HeldLetter::charged).distinct().toList(),
                    due.stream().map(HeldLetter::recipient).distinct().toList(),
                    context.now()));
    long day = secret + context.now().truncatedTo(ChronoUnit.DAYS).getEpochSecond();
    CodeTurns turns =
        new CodeTurns(
            context.work().held()::codes,
            context.now(),
            recipient -> new SplittableRandom(day ^ recipient.hashCode()).nextDouble());
    due.stream()
        .sorted(
            Comparator.comparing((HeldLetter letter) -> letter.charged().rank())
                .thenComparing(HeldLetter::id))
        .forEach(letter -> look(context, letter, counters, turns));
    return due.size();
  }

  private void look(
      FlowContext context, HeldLetter letter, Map<Counter, Integer> counters, CodeTurns turns) {
    Optional<Ticket> ticket =
        Optional.ofNullable(letter.ticketId()).flatMap(context.work().tickets()::find);
    if (ticket.filter(it -> StillTrue.overtaken(context, letter, it)).isPresent()) {
      turns.gone(letter);
      overtake(context, letter, ticket.get(), "its ticket has moved on");
      return;
    }
    Instant now = context.now();
    Counter toAddress = OutgoingLetters.ofAddress(letter.charged(), letter.recipient(), now);
    Counter toAll = OutgoingLetters.ofAll(letter.charged(), now);
    Counts counts =
        new Counts(
            counters.getOrDefault(toAddress, 0) + turns.before(letter),
            counters.getOrDefault(toAll, 0));
    Verdict verdict = budgets.verdict(letter.letter(), letter.charged(), counts);
    if (verdict == Verdict.WAIT || verdict == Verdict.DROP) {
      context.work().held().postpone(letter, budgets.again(letter.charged(), counts, now));
      return;
    }
    turns.gone(letter);
    counters.merge(toAddress, 1, Integer::sum);
    counters.merge(toAll, 1, Integer::sum);
    if (ticket.isPresent() && StillTrue.stale(context, letter)) {
      overtake(context, letter, ticket.get(), "a new code goes in its place");
      context.inTurn(letter.charged(), () -> codes.renew(context, ticket.get(), letter));
      return;
    }
    context.work().outbox().charge(letter.charged(), letter.recipient(), now);
    // What is due longer is sent first.
    context
        .work()
        .held()
        .release(
            letter,
            now.minus(Duration.ofSeconds(MailClass.values().length - letter.charged().rank())));
  }

  private static void overtake(FlowContext context, HeldLetter letter, Ticket ticket, String why) {
    context.work().held().overtake(letter, "held back, then not sent: " + why);
    context.apply(
        context.work().tickets().load(ticket.id()),
        TicketEvent.NOTED,
        Cause.desk(
            "%s to %s was not sent: %s".formatted(letter.letter(), letter.recipient(), why)));
  }
}
