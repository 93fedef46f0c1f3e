package dev.latchkey.flow.recovery;

import dev.latchkey.accounts.Account;
import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.casefile.AfterReset;
import dev.latchkey.flow.casefile.Approvals;
import dev.latchkey.flow.casefile.CaseFiles;
import dev.latchkey.flow.casefile.CaseMessages;
import dev.latchkey.flow.casefile.FailedResets;
import dev.latchkey.flow.casefile.StaffNotes;
import dev.latchkey.letter.Passage;
import dev.latchkey.letter.WorkLetter;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resets that people carry out: who of the staff is asked to. Whoever is, may say DONE. */
public final class Tasks {
  private final Rota rota;
  private final Letters letters;
  private final StaffTokens tokens;
  private final CaseFiles files;

  public Tasks(Rota rota, Letters letters, StaffTokens tokens, CaseFiles files) {
    this.files = files;
    this.rota = rota;
    this.letters = letters;
    this.tokens = tokens;
  }

  /** Asks one. */
  public void give(FlowContext context, Ticket ticket) {
    give(
        context,
        ticket,
        rota.ofTask(
            context,
            ticket,
            context.account(ticket),
            context.work().proofs().approvers(ticket.id(), ticket.round())),
        "round " + ticket.round());
  }

  /** Asks one more of those who are at work, if whoever was asked has not answered. */
  public void giveAnother(FlowContext context, Ticket ticket, String key) {
    if (!isOpen(context, ticket)) {
      return;
    }
    rota.ofTaskThatLies(
            context, ticket, context.account(ticket), Set.copyOf(asked(context, ticket)))
        .ifPresent(member -> give(context, ticket, List.of(member), key));
  }

  /** Asks some of them. */
  public void give(
      FlowContext context, Ticket ticket, Collection<EmailAddress> members, String key) {
    Optional<Account> account = context.account(ticket);
    List<HistoryEntry> history = context.work().tickets().history(ticket.id());
    List<Passage> since = since(context, ticket, history);
    Set<EmailAddress> asked = new LinkedHashSet<>(asked(context, ticket));
    asked.addAll(members);
    for (EmailAddress member : members) {
      WorkLetter.Task task =
          new WorkLetter.Task(
              account.map(Account::name).orElse(""),
              context.work().executions().isRepeated(ticket.id()),
              ticket.answers().reasons(),
              inWords(context, ticket, since),
              NewAddress.approved(context, ticket),
              proved(context, ticket, account),
              OwnersTold.of(context, ticket).unreachedToShow(),
              FailedResets.of(history),
              AfterReset.of(history),
              since,
              StaffNotes.of(history),
              asked.stream()
                  .filter(other -> !other.equals(member))
                  .<GiverPhrase>map(GiverPhrase.ByStaff::new)
                  .toList());
      letters.toStaff(context, ticket, tokens.task(context, ticket, member), task, key);
    }
  }

  /** What was lost has no name: what people wrote until then says it, or nobody can know. */
  private List<Passage> inWords(FlowContext context, Ticket ticket, List<Passage> since) {
    Set<Reason> lost = ticket.answers().reasons();
    return lost.isEmpty() || lost.contains(Reason.OTHER)
        ? new CaseMessages(context, files.open(context, ticket))
            .all().stream().filter(passage -> !since.contains(passage)).toList()
        : List.of();
  }

  /** What whoever approved it last cannot have read in the case that they approved. */
  private List<Passage> since(FlowContext context, Ticket ticket, List<HistoryEntry> history) {
    Optional<Instant> shown =
        Approvals.answeredCases(context, ticket).max(Comparator.naturalOrder());
    Optional<Instant> approved =
        history.stream()
            .filter(entry -> entry.event() == TicketEvent.APPROVED)
            .map(HistoryEntry::at)
            .max(Comparator.naturalOrder());
    return shown
        .or(() -> approved)
        .map(then -> new CaseMessages(context, files.open(context, ticket)).since(then))
        .orElse(List.of());
  }

  /** The requester's own address first: it is where they wait for it. */
  private static Optional<EmailAddress> proved(
      FlowContext context, Ticket ticket, Optional<Account> account) {
    List<EmailAddress> answered =
        OtherCode.proved(context, ticket).stream()
            .filter(address -> account.filter(it -> it.registers(address)).isPresent())
            .toList();
    return answered.stream()
        .filter(ticket.requester()::equals)
        .findFirst()
        .or(() -> answered.stream().findFirst());
  }

  /** Whether somebody was asked, and has not answered yet. */
  public boolean isOpen(FlowContext context, Ticket ticket) {
    return ticket.state() == TicketState.EXECUTING && !asked(context, ticket).isEmpty();
  }

  /** Who was asked to carry out what was approved last. */
  public static List<EmailAddress> asked(FlowContext context, Ticket ticket) {
    return context.work().tokens().ofTicket(ticket.id()).stream()
        .filter(token -> token.purpose() == TokenPurpose.TASK && token.round() == ticket.round())
        .map(IssuedToken::recipient)
        .distinct()
        .toList();
  }
}
