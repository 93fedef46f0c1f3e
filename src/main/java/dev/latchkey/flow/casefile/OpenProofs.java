package dev.latchkey.flow.casefile;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.AskedProof.Standing;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Policy;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The proofs that were asked for and may still be shown, and what ends them. */
public final class OpenProofs {
  /** A place that stands for any: what is asked for of every account. */
  public static final String ANYWHERE = "";

  private final Policy policy;

  public OpenProofs(Policy policy) {
    this.policy = policy;
  }

  /** Those of a ticket, the likeliest to work first. */
  public static List<AskedProof> of(FlowContext context, Ticket ticket) {
    return context.work().askedProofs().of(ticket.id()).stream()
        .filter(AskedProof::open)
        .sorted(Comparator.comparing(AskedProof::kind))
        .toList();
  }

  /** Whether something is asked for that may still be shown. */
  public static boolean any(FlowContext context, Ticket ticket) {
    return context.work().askedProofs().of(ticket.id()).stream().anyMatch(AskedProof::open);
  }

  /**
   * Whether something is asked for that may lead anywhere, or is said to be there.
   *
   * @param useful which of what is on record would
   */
  public static boolean leading(FlowContext context, Ticket ticket, Set<EvidenceClass> useful) {
    return of(context, ticket).stream()
        .anyMatch(
            one ->
                anywhere(one)
                    || one.awaited()
                    || one.kind() == EvidenceClass.RECOVERY_CODE
                    || useful.contains(one.kind()));
  }

  /** Whether anything was asked for since the ticket was opened, the last time. */
  public static boolean anyAsked(FlowContext context, Ticket ticket) {
    return context.work().askedProofs().of(ticket.id()).stream().anyMatch(one -> !one.stopped());
  }

  /** Whether something was proved, so that letters may name what is on record for the account. */
  public static boolean named(FlowContext context, Ticket ticket) {
    return context.work().proofs().of(ticket.id()).stream()
        .anyMatch(piece -> piece.kind().possession());
  }

  /** What a letter may tell of: before anything was proved, what is asked for of every account. */
  public static List<AskedProof> told(FlowContext context, Ticket ticket) {
    boolean named = named(context, ticket);
    return of(context, ticket).stream().filter(one -> named || anywhere(one)).toList();
  }

  /** Whether something of another class is asked for, as far as letters may tell. */
  public static boolean beside(FlowContext context, Ticket ticket, EvidenceClass kind) {
    return told(context, ticket).stream().anyMatch(one -> one.kind() != kind);
  }

  /**
   * What was over while nobody looked, and is asked for in a letter of this moment, may be shown
   * for as long again: no letter tells of a day that has passed.
   */
  public static void renew(FlowContext context, Ticket ticket, Duration time) {
    of(context, ticket).stream()
        .filter(one -> !one.until().isAfter(context.now()))
        .forEach(one -> context.work().askedProofs().put(one.until(context.now().plus(time))));
  }

  /** What is open may be shown for as long as its request is kept open, as its requester reads. */
  public static void prolong(FlowContext context, Ticket ticket, Instant until) {
    of(context, ticket).stream()
        .filter(one -> one.until().isBefore(until))
        .forEach(one -> context.work().askedProofs().put(one.until(until)));
  }

  /**
   * Till when one may still be shown, as it is kept now, else what is open besides: the look for it
   * may have given more time, or ended it.
   */
  public static Instant till(FlowContext context, AskedProof asked) {
    List<AskedProof> open =
        context.work().askedProofs().of(asked.ticketId()).stream()
            .filter(AskedProof::open)
            .toList();
    return open.stream()
        .filter(row -> row.kind() == asked.kind() && row.place().equals(asked.place()))
        .map(AskedProof::until)
        .findFirst()
        .or(() -> open.stream().map(AskedProof::until).min(Comparator.naturalOrder()))
        .orElse(asked.until());
  }

  /** Whether nothing else that can be looked for somewhere is asked for. */
  static boolean alone(FlowContext context, Ticket ticket, AskedProof asked) {
    return of(context, ticket).stream()
        .filter(one -> one.kind() != EvidenceClass.VOUCHER && !one.place().isEmpty())
        .allMatch(asked::equals);
  }

  /** Whether it is asked for of every account, so that asking tells nothing of this one. */
  public static boolean anywhere(AskedProof one) {
    return one.place().equals(ANYWHERE);
  }

  /**
   * What the requester cannot bring.
   *
   * @param kinds which of them; when they name none, all that is open, but what they said is there
   *     and nobody looked for since
   * @param cause who says so
   */
  public static Ticket giveUp(
      FlowContext context, Ticket ticket, Set<EvidenceClass> kinds, Cause cause) {
    List<AskedProof> open =
        of(context, ticket).stream()
            .filter(one -> kinds.isEmpty() ? !one.awaited() : kinds.contains(one.kind()))
            .toList();
    open.forEach(one -> context.work().askedProofs().put(one.ended(Standing.GIVEN_UP)));
    if (open.stream().anyMatch(OpenProofs::anywhere)
        && of(context, ticket).stream().noneMatch(OpenProofs::anywhere)) {
      // What is asked for of some accounts only is over with what is asked for of all.
      of(context, ticket)
          .forEach(one -> context.work().askedProofs().put(one.ended(Standing.PASSED)));
    }
    return open.isEmpty() ? ticket : context.apply(ticket, TicketEvent.PROOF_GIVEN_UP, cause);
  }

  /** What was asked of any account is over: something was proved, or nothing is on record. */
  public static void endAnywhere(FlowContext context, Ticket ticket) {
    of(context, ticket).stream()
        .filter(OpenProofs::anywhere)
        .forEach(one -> context.work().askedProofs().put(one.ended(Standing.PASSED)));
  }

  /** One of its group would count no more, whoever saw it. */
  public void seen(FlowContext context, Ticket ticket, EvidenceClass kind) {
    for (AskedProof one : of(context, ticket)) {
      if (one.kind() == kind) {
        context.work().askedProofs().put(one.ended(Standing.SHOWN));
      } else if (sameGroup(one.kind(), kind)) {
        context.work().askedProofs().put(one.ended(Standing.PASSED));
      }
    }
  }

  /** Whether one of its group was seen: another one would count no more. */
  public boolean shown(FlowContext context, Ticket ticket, EvidenceClass kind) {
    return context.work().proofs().of(ticket.id()).stream()
        .filter(piece -> policy.good(piece, context.now()))
        .anyMatch(piece -> sameGroup(piece.kind(), kind));
  }

  private boolean sameGroup(EvidenceClass one, EvidenceClass other) {
    return policy
        .worth(one)
        .map(Policy.Worth::group)
        .equals(policy.worth(other).map(Policy.Worth::group));
  }
}
