package dev.latchkey.flow.staff;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.Text;
import dev.latchkey.letter.phrase.DigestPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.SafeText;
import dev.latchkey.store.UntoldDecision;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
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

  /** Of what nobody can stop any more. */
  private static final int SHORT = 120;

  private final List<UntoldDecision> decisions;
  private final Map<Long, Ticket> tickets;
  private final List<Made> made = new ArrayList<>();

  /**
   * One of them.
   *
   * @param stoppable the next hours can still take it back, or stop what it began
   */
  private record Made(
      UntoldDecision decision, Ticket ticket, String account, Phrase told, boolean stoppable) {
    boolean by(EmailAddress reader) {
      return decision.by().equals(reader);
    }
  }

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
        recent.made.add(made(context, decision, ticket, desk));
      }
    }
    return recent;
  }

  boolean isEmpty() {
    return decisions.isEmpty();
  }

  /** How many there are. */
  int count() {
    return made.size();
  }

  /** How many of them the reader made. */
  int own(EmailAddress reader) {
    return Math.toIntExact(made.stream().filter(one -> one.by(reader)).count());
  }

  /** Those of others that can still be taken back or stopped, with their words. */
  List<Passage> stoppable(EmailAddress reader) {
    return made.stream()
        .filter(one -> one.stoppable() && !one.by(reader))
        .map(
            one -> new Passage(one.told(), new Text(SafeText.cut(one.decision().words(), LONGEST))))
        .toList();
  }

  /** The rest of what others decided, a line a ticket, with how their words begin. */
  List<Phrase> rest(EmailAddress reader) {
    Map<Long, List<Made>> byTicket = new LinkedHashMap<>();
    made.stream()
        .filter(one -> !one.stoppable() && !one.by(reader))
        .forEach(
            one -> byTicket.computeIfAbsent(one.ticket().id(), it -> new ArrayList<>()).add(one));
    return byTicket.values().stream().map(RecentDecisions::line).toList();
  }

  private static Phrase line(List<Made> ofTicket) {
    Made first = ofTicket.get(0);
    List<Phrase> commands = ofTicket.stream().map(one -> inShort(one.decision())).toList();
    return new DigestPhrase.DecisionsOf(
        first.ticket().reference(),
        first.account(),
        commands,
        first.ticket().state(),
        byState(first.ticket()));
  }

  private static Phrase inShort(UntoldDecision decision) {
    Verb command = Verb.valueOf(decision.command());
    String words = SafeText.line(decision.words().replace('\n', ' '), SHORT);
    return words.isEmpty()
        ? new DigestPhrase.CommandBy(command, decision.by())
        : new DigestPhrase.CommandSaying(command, decision.by(), words);
  }

  /** The tickets they are about. */
  Collection<Ticket> tickets() {
    return tickets.values();
  }

  /** They stand in a digest. */
  void told(FlowContext context) {
    context.work().staffWaits().told(decisions);
  }

  private static Made made(
      FlowContext context, UntoldDecision decision, Ticket ticket, EmailAddress desk) {
    String account =
        context.account(ticket).map(Account::name).orElse(ticket.requester().toString());
    Phrase back = back(context, decision, ticket);
    if (decision.by().equals(desk)) {
      Phrase told =
          new DigestPhrase.DeskApproved(
              ticket.reference(), account, decision.at(), ticket.state(), back);
      return new Made(decision, ticket, account, told, true);
    }
    Phrase told =
        new DigestPhrase.DecisionMade(
            ticket.reference(),
            account,
            Verb.valueOf(decision.command()),
            decision.by(),
            decision.at(),
            ticket.state(),
            back);
    boolean stoppable =
        back instanceof DigestPhrase.BackByUndo
            || back instanceof DigestPhrase.BackByStopping
            || back instanceof DigestPhrase.BackByHolding;
    return new Made(decision, ticket, account, told, stoppable);
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
