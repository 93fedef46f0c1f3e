package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.DigestPhrase;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Phrase;
import dev.latchkey.letter.Text;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.store.UntoldDecision;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Decisions that not all of the staff were mailed at once, as the digest tells them: who decided
 * what about which account, why, and what can be done about it now.
 */
final class RecentDecisions {
  private static final int SHOWN = 200;
  private static final int LONGEST = 600;
  private final List<UntoldDecision> decisions;
  private final Map<Long, Ticket> tickets;
  private final List<Passage> passages = new ArrayList<>();

  private RecentDecisions(List<UntoldDecision> decisions, Map<Long, Ticket> tickets) {
    this.decisions = decisions;
    this.tickets = tickets;
  }

  /**
   * Those that wait, oldest first.
   *
   * @param desk decides by itself where the policy asks nobody
   */
  static RecentDecisions open(FlowContext context, EmailAddress desk) {
    List<UntoldDecision> decisions = context.work().staffWaits().untold(SHOWN);
    Map<Long, Ticket> tickets =
        context
            .work()
            .staffWaits()
            .tickets(decisions.stream().map(UntoldDecision::ticketId).collect(Collectors.toSet()));
    context.prefetchAccounts(
        tickets.values().stream().flatMap(ticket -> ticket.account().stream()).toList());
    RecentDecisions recent = new RecentDecisions(decisions, tickets);
    for (UntoldDecision decision : decisions) {
      Ticket ticket = tickets.get(decision.ticketId());
      if (ticket != null) {
        recent.passages.add(
            new Passage(
                made(context, decision, ticket, desk),
                new Text(SafeText.cut(decision.words(), LONGEST))));
      }
    }
    return recent;
  }

  boolean isEmpty() {
    return decisions.isEmpty();
  }

  List<Passage> passages() {
    return passages;
  }

  /** The tickets they are about. */
  Collection<Ticket> tickets() {
    return tickets.values();
  }

  /** They stand in a digest. */
  void told(FlowContext context) {
    context.work().staffWaits().told(decisions);
  }

  private static Phrase made(
      FlowContext context, UntoldDecision decision, Ticket ticket, EmailAddress desk) {
    String account =
        context.account(ticket).map(Account::name).orElse(ticket.requester().toString());
    if (decision.by().equals(desk)) {
      return new DigestPhrase.DeskApproved(
          ticket.reference(),
          account,
          decision.at(),
          ticket.state(),
          back(context, decision, ticket));
    }
    return new DigestPhrase.DecisionMade(
        ticket.reference(),
        account,
        Verb.valueOf(decision.command()),
        decision.by(),
        decision.at(),
        ticket.state(),
        back(context, decision, ticket));
  }

  private static Phrase back(FlowContext context, UntoldDecision decision, Ticket ticket) {
    Optional<Instant> until = decision.undoUntil().filter(at -> at.isAfter(context.now()));
    if (until.isPresent() && stands(context, decision, ticket)) {
      return new DigestPhrase.BackByUndo(until.get());
    }
    return byState(ticket);
  }

  /** Whether an UNDO would take back this very decision, and not a later one or nothing. */
  private static boolean stands(FlowContext context, UntoldDecision decision, Ticket ticket) {
    return context
        .work()
        .deeds()
        .last(ticket.id())
        .filter(deed -> deed.command().equals(decision.command()))
        .filter(deed -> deed.by().equals(decision.by()) && deed.at().equals(decision.at()))
        .filter(deed -> TakingBack.hindrance(context, ticket, deed).isEmpty())
        .isPresent();
  }

  private static Phrase byState(Ticket ticket) {
    return switch (ticket.state()) {
      case NEEDS_DETAILS, SELF_SERVICE, PROVING, IN_REVIEW, INQUIRY ->
          new DigestPhrase.BackByDeciding();
      case ON_HOLD, CONTESTED -> new DigestPhrase.BackByResuming();
      case COOLING_OFF -> new DigestPhrase.BackByStopping();
      case EXECUTING -> new DigestPhrase.BackByHolding();
      case RECOVERED, REJECTED, WITHDRAWN, EXPIRED, REDIRECTED, ANSWERED ->
          new DigestPhrase.BackByReopening();
      case DUPLICATE -> new DigestPhrase.NoWayBack();
    };
  }
}
