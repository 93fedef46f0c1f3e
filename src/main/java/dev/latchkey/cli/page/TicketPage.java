package dev.latchkey.cli.page;

import dev.latchkey.store.MailView;
import dev.latchkey.store.OpenOrder;
import dev.latchkey.store.OutboxView;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tickets, laid out for a terminal. */
public final class TicketPage {
  private final PrintWriter out;
  private final DeskTime time;

  public TicketPage(PrintWriter out, DeskTime time) {
    this.out = out;
    this.time = time;
  }

  private String moment(Instant at) {
    return time.moment(at);
  }

  /**
   * A list of tickets.
   *
   * @param orders what the account system was asked for and has not done yet
   */
  public void print(List<Ticket> tickets, List<OpenOrder> orders) {
    Table table = new Table("TICKET", "STATE", time.head("SINCE"), "REQUESTER", "ACCOUNT", "NEXT");
    for (Ticket ticket : tickets) {
      table.add(
          ticket.reference().toString(),
          ticket.state().name(),
          moment(ticket.stateSince()),
          ticket.requester().toString(),
          ticket.account().orElse("-"),
          of(ticket, orders)
              .findFirst()
              .filter(order -> order.attempts() > 0)
              .map(
                  order ->
                      "TRY %d %s".formatted(order.attempts() + 1, moment(order.nextAttemptAt())))
              .orElseGet(() -> next(ticket)));
    }
    table.print(out);
  }

  /** What of these is of a ticket. */
  static Stream<OpenOrder> of(Ticket ticket, List<OpenOrder> orders) {
    return orders.stream().filter(order -> order.ticketId() == ticket.id());
  }

  private String told(OpenOrder order) {
    return "tried %d times, next %s%s"
        .formatted(
            order.attempts(),
            moment(order.nextAttemptAt()),
            order.detail() == null ? "" : "; the last time: " + order.detail());
  }

  /**
   * One ticket.
   *
   * @param orders what the account system was asked for and has not done yet
   */
  public void print(TicketView view, List<OpenOrder> orders) {
    Ticket ticket = view.ticket();
    out.println(
        "%s  %s since %s"
            .formatted(ticket.reference(), ticket.state(), time.inFull(ticket.stateSince())));
    field("requester", ticket.requester().toString());
    field("about", about(view));
    field("opened", moment(ticket.openedAt()));
    field("account", ticket.account().orElse(""));
    field("next", next(ticket));
    of(ticket, orders)
        .forEach(order -> field(order.kind().name().toLowerCase(Locale.ROOT), told(order)));
    field("assigned to", text(ticket.assignee()));
    field("merged into", text(ticket.mergedInto()));
    field("closed", ticket.closedAt().map(this::moment).orElse(""));
    claims(ticket.answers());
    evidence(view);
    history(view.history());
    mails(view.mails());
    outgoing(view.outgoing());
    out.flush();
  }

  /** A recovery shows its concern besides; what was opened as an inquiry is about its own. */
  private static String about(TicketView view) {
    Ticket ticket = view.ticket();
    boolean inquiry =
        ticket.inquiry()
            || view.history().stream()
                .findFirst()
                .filter(first -> first.to() == TicketState.INQUIRY)
                .isPresent();
    return inquiry || ticket.concern() == Concern.RECOVERY
        ? ticket.concern().word()
        : "recovery, and " + ticket.concern().word();
  }

  private void claims(Answers answers) {
    heading("Claims");
    field("account name", answers.accountName().orElse(""));
    field("index", answers.index().orElse(""));
    field(
        "reasons",
        answers.reasons().stream().map(Reason::word).sorted().collect(Collectors.joining(", ")));
    field("recovery codes", answers.recoveryCodes().said() ? answers.recoveryCodes().word() : "");
    field("code of conduct", yesNo(answers.codeOfConduct()));
    field("acknowledged", yesNo(answers.acknowledged()));
    field("addresses", String.join(", ", answers.addresses()));
    field("projects", String.join(", ", answers.projects()));
    answers.details().lines().forEach(line -> out.println("  | " + Terminal.harmless(line)));
  }

  private void evidence(TicketView view) {
    heading("Evidence and warnings");
    view.evidence()
        .forEach(
            piece ->
                field(
                    piece.kind().name(),
                    "through %s, %s".formatted(piece.source(), moment(piece.at()))));
    view.warnings().forEach(warning -> field("warning", warning.kind() + ": " + warning.source()));
  }

  private void history(List<HistoryEntry> history) {
    heading("History");
    Table table = new Table(time.head("AT"), "EVENT", "STATE", "BY", "DETAIL");
    for (HistoryEntry entry : history) {
      table.add(
          moment(entry.at()),
          entry.event().name(),
          entry.to().name(),
          "%s %s".formatted(entry.cause().actor().kind(), entry.cause().actor().name()),
          entry.cause().detail());
    }
    table.print(out);
  }

  private void mails(List<MailView> mails) {
    heading("Mails that came");
    Table table = new Table("MAIL", time.head("AT"), "FROM", "OUTCOME", "HEARD", "SUBJECT");
    for (MailView mail : mails) {
      table.add(
          Long.toString(mail.id()),
          moment(mail.receivedAt()),
          Objects.requireNonNullElse(mail.sender(), "-"),
          mail.outcome(),
          Objects.requireNonNullElse(mail.heard(), "-"),
          Objects.requireNonNullElse(mail.subject(), ""));
    }
    table.print(out);
  }

  private void outgoing(List<OutboxView> mails) {
    heading("Mails that went");
    Table table = new Table(time.head("AT"), "TO", "LETTER", "STATE", "LAST ANSWER");
    for (OutboxView mail : mails) {
      table.add(
          moment(mail.createdAt()),
          mail.recipient(),
          mail.letter().name(),
          mail.state().name(),
          Objects.requireNonNullElse(mail.lastAnswer(), ""));
    }
    table.print(out);
  }

  private void heading(String title) {
    out.println();
    out.println(title);
  }

  /** A line for a field; none when it is empty. */
  private void field(String name, String value) {
    if (!value.isBlank()) {
      out.printf("  %-16s %s%n", name, Terminal.cell(value, 500));
    }
  }

  private String next(Ticket ticket) {
    return ticket.next().map(due -> due.step() + " " + moment(due.at())).orElse("");
  }

  private static String yesNo(Optional<Boolean> answer) {
    return answer.map(is -> is ? "yes" : "no").orElse("");
  }

  private static String text(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }
}
