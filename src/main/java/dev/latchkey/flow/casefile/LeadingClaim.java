package dev.latchkey.flow.casefile;

import dev.latchkey.accounts.Account;
import dev.latchkey.check.Evidence;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import java.util.List;
import java.util.Optional;

/**
 * Which of several claims to one account leads. A claim is no signal: without proof of its own it
 * waits beside the one that leads, and changes nothing for it.
 */
public final class LeadingClaim {
  private static final int MOST_COUNTED = 9_999;

  private LeadingClaim() {}

  /** The other open tickets about the account that lead: the active one, and contested ones. */
  public static List<Ticket> others(FlowContext context, Ticket ticket) {
    return ticket.account().map(context.work().tickets()::leading).orElse(List.of()).stream()
        .filter(other -> other.id() != ticket.id())
        .toList();
  }

  /** The claim that leads in place of this one, which cannot be approved so long. */
  public static Optional<Reference> taken(FlowContext context, Ticket ticket) {
    return ticket.beside()
        ? others(context, ticket).stream().findFirst().map(Ticket::reference)
        : Optional.empty();
  }

  /** How many claims without proof stand beside this one, which leads. */
  public static int beside(FlowContext context, Ticket ticket) {
    return ticket.beside()
        ? 0
        : ticket
            .account()
            .map(account -> context.work().tickets().countBeside(account, MOST_COUNTED))
            .orElse(0);
  }

  /**
   * Whether no code goes out for it at the moment: the claim that leads has proof. Where none has,
   * each has its turn.
   */
  public static boolean waits(FlowContext context, Ticket ticket) {
    return ticket.beside()
        && others(context, ticket).stream().anyMatch(other -> proved(context, other));
  }

  /** Whether anything was proved for it. */
  public static boolean proved(FlowContext context, Ticket ticket) {
    return !context.work().proofs().of(ticket.id()).isEmpty();
  }

  /**
   * Whether a recovery is an owner's own, so that an objection of theirs to another one is none to
   * it: they asked for it themselves, or answered its code, while another registered address asked.
   */
  public static boolean own(FlowContext context, Ticket ticket, EmailAddress owner) {
    if (ticket.requester().equals(owner)) {
      return true;
    }
    Optional<Account> account = context.account(ticket);
    return account.filter(known -> known.registers(ticket.requester())).isPresent()
        && context.work().proofs().of(ticket.id()).stream()
            .filter(piece -> piece.kind().possession())
            .map(Evidence::source)
            .anyMatch(owner.toString()::equals);
  }

  /** The open recovery of the same account that an owner asked for themselves. */
  public static Optional<Ticket> ofOwner(FlowContext context, Ticket ticket, EmailAddress owner) {
    return context.work().tickets().openOfRequester(owner).stream()
        .filter(own -> own.id() != ticket.id() && ticket.account().isPresent())
        .filter(own -> own.account().equals(ticket.account()))
        .findFirst();
  }
}
