package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.TokenPurpose;
import java.util.Collection;
import java.util.Optional;

/** Resets that people carry out: who of the staff is asked to. Whoever is, may say DONE. */
public final class Tasks {
  private final Rota rota;
  private final Letters letters;
  private final TokenIssuer issuer;

  public Tasks(Rota rota, Letters letters, TokenIssuer issuer) {
    this.rota = rota;
    this.letters = letters;
    this.issuer = issuer;
  }

  /** Asks one, the last who approved it if nobody looks after it. */
  public void give(FlowContext context, Ticket ticket) {
    give(
        context,
        ticket,
        rota.ofTask(
            context, ticket, context.work().proofs().approvers(ticket.id(), ticket.round())),
        "round " + ticket.round());
  }

  /** Asks some of them. */
  public void give(
      FlowContext context, Ticket ticket, Collection<EmailAddress> members, String key) {
    Optional<Account> account = context.account(ticket);
    WorkLetter.Task task =
        new WorkLetter.Task(
            account.map(Account::name).orElse(""),
            ticket.answers().reasons(),
            NewAddress.approved(context, ticket));
    for (EmailAddress member : members) {
      letters.toStaff(context, ticket, issuer.task(context, ticket, member), task, key);
    }
  }

  /** Whether somebody was asked, and has not answered yet. */
  public boolean isOpen(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.EXECUTING
        && context.work().tokens().ofTicket(ticket.id()).stream()
            .anyMatch(
                token -> token.purpose() == TokenPurpose.TASK && token.round() == ticket.round());
  }
}
