package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Registration;
import dev.latchkey.check.Registration.Told;
import dev.latchkey.check.Warning;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.casefile.DomainFacts;
import dev.latchkey.letter.AlertLetter;
import dev.latchkey.letter.phrase.EvidencePhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.proof.DomainRegistry;
import dev.latchkey.proof.Obstacle;
import dev.latchkey.store.Domains.Claimed;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Asks registries about the domains of addresses, a domain once a day at most whatever number of
 * tickets it matters to, and keeps what they say. What they say against a recovery is kept as a
 * warning of its ticket, and stops one that was approved.
 */
public final class DomainLooks {
  /** So long a ticket and its domains are one's own who looks at them. */
  public static final Duration LEASE = Duration.ofMinutes(10);

  private static final Duration PAUSE = Duration.ofDays(1);

  /** So often a ticket is looked at: what one ticket finds out stops the others as well. */
  private static final Duration EVERY = Duration.ofHours(6);

  private final DomainRegistry registry;
  private final DomainFacts facts;
  private final CaseFiles files;
  private final Review review;
  private final Notices notices;
  private final Letters letters;

  /** What a registry answered about a domain. */
  public record Asked(String domain, DomainRegistry.Answer answer) {}

  public DomainLooks(
      DomainRegistry registry,
      DomainFacts facts,
      CaseFiles files,
      Review review,
      Notices notices,
      Letters letters) {
    this.registry = registry;
    this.facts = facts;
    this.files = files;
    this.review = review;
    this.notices = notices;
    this.letters = letters;
  }

  /** Whether any registry is asked. */
  public boolean asks() {
    return registry.asks();
  }

  /** Takes the domains of a ticket that are to be asked about now; none of a closed one. */
  public List<String> claim(FlowContext context, long ticketId) {
    Ticket ticket = context.work().tickets().load(ticketId);
    if (ticket.state().closed()) {
      context.work().domains().unwatch(ticketId);
      return List.of();
    }
    Optional<Account> account = context.account(ticket);
    return context
        .work()
        .domains()
        .claim(facts.domains(context, ticket, account), context.now(), PAUSE, LEASE);
  }

  /** Asks, outside of any transaction; it may take some seconds. */
  public Asked ask(String domain, Instant now) {
    return new Asked(domain, registry.ask(domain, now));
  }

  /**
   * Keeps what was said. It needs the store alone, so that nothing else that is away loses it.
   *
   * @param domains what was asked about; there may be no answer
   */
  public void keep(FlowContext context, List<String> domains, List<Asked> answers) {
    for (String domain : domains) {
      DomainRegistry.Answer answer =
          answers.stream()
              .filter(one -> one.domain().equals(domain))
              .map(Asked::answer)
              .findFirst()
              .orElseGet(() -> new DomainRegistry.Answer.NotTold(Obstacle.AWAY));
      keep(context, new Asked(domain, answer));
    }
  }

  /** Does what follows for a ticket from what is known of its domains. */
  public void conclude(FlowContext context, Claimed claimed) {
    long ticketId = claimed.ticketId();
    Ticket ticket = context.work().tickets().load(ticketId);
    if (ticket.state().closed()) {
      context.work().domains().unwatch(ticketId);
      return;
    }
    // What somebody else asks about they may never keep: then it is asked about here.
    boolean settled = facts.settled(context, ticket, context.account(ticket));
    context.work().domains().watch(claimed, context.now().plus(settled ? EVERY : LEASE));
    List<Warning> recorded = context.work().proofs().warnings(ticketId);
    List<Warning> fresh =
        files.assess(context, ticket).warnings().stream()
            .filter(warning -> warning.kind() == Warning.Kind.DOMAIN_LAPSED)
            .filter(warning -> recorded.stream().noneMatch(old -> same(old, warning)))
            .toList();
    if (!fresh.isEmpty()) {
      fresh.forEach(warning -> context.work().proofs().add(ticketId, warning));
      warned(context, ticket, fresh);
    }
  }

  private static boolean same(Warning one, Warning other) {
    return one.kind() == other.kind() && one.source().equals(other.source());
  }

  private static void keep(FlowContext context, Asked answer) {
    Registration before =
        Optional.ofNullable(
                context.work().domains().find(List.of(answer.domain())).get(answer.domain()))
            .orElseGet(() -> Registration.begun(answer.domain(), context.now(), Optional.empty()));
    context.work().domains().keep(after(before, answer.answer(), context.now()));
  }

  private static Registration after(
      Registration before, DomainRegistry.Answer answer, Instant now) {
    if (answer instanceof DomainRegistry.Answer.Registered it) {
      return before.answered(new Told(now, true, it.since(), it.transferred(), it.lapsed()));
    }
    return answer instanceof DomainRegistry.Answer.NotRegistered
        ? before.answered(new Told(now, false, Optional.empty(), Optional.empty(), false))
        : before.unanswered();
  }

  /** Who has the case gets it as it is now; what was approved before is approved no more. */
  private void warned(FlowContext context, Ticket ticket, List<Warning> fresh) {
    if (ticket.state() == TicketState.IN_REVIEW) {
      Ticket levelled = files.levelled(context, ticket);
      review.sendCase(context, levelled, "domain " + context.now());
    } else if (ticket.state() == TicketState.COOLING_OFF) {
      Ticket held =
          context.apply(ticket, TicketEvent.HELD, Cause.desk("the domain of an address lapsed"));
      notices.offForAll(context, ticket, held);
      letters.toAllStaff(
          context,
          held,
          new AlertLetter.ApprovalOutdated(
              context.nameOnRecord(held),
              fresh.stream()
                  .<Phrase>map(it -> new EvidencePhrase.Warned(it.kind(), it.source()))
                  .toList()),
          "held " + held.version());
    }
  }
}
