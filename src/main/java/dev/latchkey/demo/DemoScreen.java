package dev.latchkey.demo;

import dev.latchkey.flow.DeskJournal;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.SafeText;
import dev.latchkey.store.MailStore;
import dev.latchkey.store.OutcomeCount;
import dev.latchkey.store.TicketViews;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.Ticket;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the demo shows on the terminal, as it happens. */
final class DemoScreen implements DeskJournal {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private final PrintWriter out;
  private final boolean letters;
  private final Runnable room;
  private @Nullable TicketViews tickets;

  /**
   * @param letters whether the desk's mails are shown whole
   * @param room makes room for output
   */
  DemoScreen(PrintWriter out, boolean letters, Runnable room) {
    this.out = out;
    this.letters = letters;
    this.room = room;
  }

  void chapter(String title) {
    room.run();
    out.printf("%n%s%n%s%n", title, "-".repeat(title.length()));
    out.flush();
  }

  /** Somebody's mail to the desk. */
  void incoming(Instant at, DemoMail mail) {
    out.printf("%s  %s -> desk: %s%n", MOMENT.format(at), mail.from(), plain(mail.subject()));
  }

  /** From now on the state of a ticket is shown with what was concluded. */
  void show(TicketViews views) {
    tickets = views;
  }

  /** What the desk made of a mail. */
  @Override
  public void handled(long mailId, Outcome outcome, Optional<Long> ticketId, String reason) {
    Optional<TicketViews> views = Optional.ofNullable(tickets);
    String ticket =
        ticketId
            .map(Reference::new)
            .map(
                reference ->
                    ", "
                        + reference
                        + views
                            .flatMap(all -> all.find(reference))
                            .map(view -> " is " + view.ticket().state())
                            .orElse(""))
            .orElse("");
    room.run();
    out.printf(
        "                  desk concludes: %s%s%s%n",
        outcome, ticket, reason.isEmpty() ? "" : " (" + plain(reason) + ")");
    out.flush();
  }

  /** A mail of the desk. */
  void outgoing(String recipient, DemoMail mail) {
    room.run();
    out.printf("                  desk -> %s: %s%n", recipient, plain(mail.subject()));
    if (letters) {
      mail.seen().forEach(line -> out.println("                  | " + line));
      out.println();
    }
    out.flush();
  }

  void line(String text) {
    room.run();
    out.println(text);
    out.flush();
  }

  /** The tickets as they stand. */
  void tickets(List<Ticket> tickets) {
    out.printf("%-9s %-14s %-24s %-10s %s%n", "ticket", "state", "requester", "account", "since");
    for (Ticket ticket : tickets) {
      out.printf(
          "%-9s %-14s %-24s %-10s %s%n",
          ticket.reference(),
          ticket.state(),
          ticket.requester(),
          ticket.account().orElse("-"),
          MOMENT.format(ticket.stateSince()));
    }
    out.flush();
  }

  /** How many mails ended in which outcome. */
  void outcomes(MailStore mails) {
    out.printf("%-22s %s%n", "outcome", "mails");
    for (OutcomeCount count : mails.countOutcomes()) {
      out.printf("%-22s %d%n", count.outcome(), count.mails());
    }
    out.flush();
  }

  /** Nothing of a mail may steer the terminal. */
  static String plain(String text) {
    return SafeText.line(text, 100);
  }
}
