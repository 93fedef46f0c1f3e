package dev.latchkey.flow.proving;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.OpenProofs;
import dev.latchkey.ticket.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks that a requester asks for by saying that a proof is there. */
final class LookRequest {
  private final LookQuota quota;
  private final WhoLooks who;
  private final Duration every;

  LookRequest(Policy policy, WhoLooks who) {
    this.who = who;
    this.quota = new LookQuota(policy.looks());
    this.every = policy.times().look();
  }

  /**
   * By people where only they look; else at once, or, where that was often enough for a day, when
   * the desk looks next by itself.
   */
  NextLook look(FlowContext context, Ticket ticket) {
    List<AskedProof> open =
        OpenProofs.of(context, ticket).stream()
            .filter(one -> who.desk(one.kind()) || who.people(one) || OpenProofs.anywhere(one))
            .toList();
    if (open.isEmpty()) {
      return new NextLook.Nowhere();
    }
    if (open.stream().anyMatch(who::people)) {
      // It waits for them, also beyond its time.
      open.stream()
          .filter(who::people)
          .forEach(one -> context.work().askedProofs().put(one.looking(one.until(), true)));
      return new NextLook.ByPeople();
    }
    boolean due = open.stream().allMatch(one -> one.awaited() && isDue(context, one));
    boolean named = OpenProofs.named(context, ticket);
    if (due || quota.take(context, ticket, named)) {
      open.forEach(one -> context.work().askedProofs().put(one.looking(context.now(), true)));
      return new NextLook.AtOnce();
    }
    // What is looked for of some accounts only does not tell when: it is looked for when it was to
    // be, and what was seen is told with the rest.
    Instant next =
        Stream.concat(
                Stream.of(context.now().plus(every)),
                open.stream()
                    .filter(one -> named || OpenProofs.anywhere(one))
                    .flatMap(one -> one.lookAt().stream())
                    // What is overdue comes now.
                    .map(at -> at.isAfter(context.now()) ? at : context.now()))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    open.stream()
        .filter(one -> one.lookAt().filter(next::isAfter).isEmpty())
        .forEach(one -> context.work().askedProofs().put(one.looking(next, true)));
    return new NextLook.Later(next);
  }

  private static boolean isDue(FlowContext context, AskedProof one) {
    return one.lookAt().filter(at -> !at.isAfter(context.now())).isPresent();
  }
}
