package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.DomainCheck;
import dev.latchkey.check.Registration;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.proof.DomainRegistry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known of the domains of a ticket's addresses; nothing where no registry is asked. */
public final class DomainFacts {
  private final DomainRegistry registry;

  public DomainFacts(DomainRegistry registry) {
    this.registry = registry;
  }

  /** By domain. */
  public Map<String, Registration> of(
      FlowContext context, Ticket ticket, Optional<Account> account) {
    Set<String> domains = domains(context, ticket, account);
    return domains.isEmpty() ? Map.of() : context.work().domains().find(domains);
  }

  /** The domains that are to be asked about. */
  public Set<String> domains(FlowContext context, Ticket ticket, Optional<Account> account) {
    return registry.asks()
        ? DomainCheck.domains(
            ticket, account, context.work().proofs().of(ticket.id()), confirmed(context, ticket))
        : Set.of();
  }

  /** Whether all of them were asked about, so that nothing is to come that would warn. */
  public boolean settled(FlowContext context, Ticket ticket, Optional<Account> account) {
    Set<String> domains = domains(context, ticket, account);
    return domains.isEmpty()
        || context.work().domains().find(domains).values().stream()
                .filter(Registration::settled)
                .count()
            == domains.size();
  }

  /** Whether a code came back from the address of the requester. */
  public static boolean confirmed(FlowContext context, Ticket ticket) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(token -> token.purpose() == TokenPurpose.CONFIRM)
        .filter(token -> token.recipient().equals(ticket.requester()))
        .anyMatch(token -> token.usedAt().isPresent());
  }
}
