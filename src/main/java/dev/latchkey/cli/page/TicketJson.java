package dev.latchkey.cli.page;

import dev.latchkey.store.MailView;
import dev.latchkey.store.OpenOrder;
import dev.latchkey.store.OutboxView;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.ticket.Answers;
import dev.latchkey.ticket.Due;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tickets as JSON: moments in ISO 8601, what is not there as null. */
public final class TicketJson {
  private TicketJson() {}

  /** What stands in a list. */
  public static Map<String, @Nullable Object> of(Ticket ticket) {
    Answers answers = ticket.answers();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("reference", ticket.reference().toString());
    json.put("state", ticket.state().name());
    json.put("stateSince", ticket.stateSince().toString());
    json.put("openedAt", ticket.openedAt().toString());
    json.put("requester", ticket.requester().toString());
    json.put("concern", ticket.concern().word());
    json.put("language", ticket.language());
    json.put("account", text(ticket.account()));
    json.put("accountName", text(answers.accountName()));
    json.put("index", text(answers.index()));
    json.put("reasons", answers.reasons().stream().map(Reason::word).sorted().toList());
    json.put("round", ticket.round());
    json.put("reopened", ticket.reopened());
    json.put("questionOpen", ticket.questionOpen());
    json.put("assignee", text(ticket.assignee()));
    json.put("nextFollowUp", text(ticket.next().map(Due::step)));
    json.put("nextFollowUpAt", text(ticket.next().map(Due::at)));
    json.put("mergedInto", text(ticket.mergedInto()));
    json.put("decidedAt", text(ticket.decidedAt()));
    json.put("closedAt", text(ticket.closedAt()));
    return json;
  }

  /** The same with what the account system was asked for and has not done yet. */
  public static Map<String, @Nullable Object> of(Ticket ticket, List<OpenOrder> orders) {
    Map<String, @Nullable Object> json = of(ticket);
    json.put("orders", TicketPage.of(ticket, orders).map(TicketJson::order).toList());
    return json;
  }

  private static Map<String, @Nullable Object> order(OpenOrder order) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("kind", order.kind().name());
    json.put("attempts", order.attempts());
    json.put("nextAttemptAt", order.nextAttemptAt().toString());
    json.put("detail", order.detail());
    return json;
  }

  /** Everything about one. */
  public static Map<String, @Nullable Object> of(TicketView view, List<OpenOrder> orders) {
    Answers answers = view.ticket().answers();
    Map<String, @Nullable Object> json = of(view.ticket(), orders);
    json.put("recoveryCodes", answers.recoveryCodes().word());
    json.put("codeOfConduct", answers.codeOfConduct().orElse(null));
    json.put("acknowledged", answers.acknowledged().orElse(null));
    json.put("addresses", answers.addresses());
    json.put("projects", answers.projects());
    json.put("details", answers.details());
    json.put("history", view.history().stream().map(TicketJson::history).toList());
    json.put(
        "evidence",
        view.evidence().stream()
            .map(
                piece ->
                    Map.of(
                        "class", piece.kind().name(),
                        "source", piece.source(),
                        "at", piece.at().toString()))
            .toList());
    json.put(
        "warnings",
        view.warnings().stream()
            .map(
                warning ->
                    Map.of(
                        "kind", warning.kind().name(),
                        "source", warning.source(),
                        "at", warning.at().toString()))
            .toList());
    json.put("mails", view.mails().stream().map(TicketJson::mail).toList());
    json.put("outgoing", view.outgoing().stream().map(TicketJson::outgoing).toList());
    return json;
  }

  private static Map<String, @Nullable Object> history(HistoryEntry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("sequence", entry.sequence());
    json.put("at", entry.at().toString());
    json.put("event", entry.event().name());
    json.put("from", entry.from().name());
    json.put("to", entry.to().name());
    json.put("actor", entry.cause().actor().kind().name());
    json.put("name", entry.cause().actor().name());
    json.put("authentication", entry.cause().authentication());
    json.put(
        "mail", entry.cause().mailId().isPresent() ? entry.cause().mailId().getAsLong() : null);
    json.put("detail", entry.cause().detail());
    json.put("hash", entry.hash());
    return json;
  }

  private static Map<String, @Nullable Object> mail(MailView mail) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", mail.id());
    json.put("receivedAt", mail.receivedAt().toString());
    json.put("sender", mail.sender());
    json.put("kind", mail.kind());
    json.put("subject", mail.subject());
    json.put("written", mail.written());
    json.put("outcome", mail.outcome());
    json.put("reasons", mail.reasons());
    json.put("heard", mail.heard());
    return json;
  }

  private static Map<String, @Nullable Object> outgoing(OutboxView mail) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", mail.id());
    json.put("letter", mail.letter().name());
    json.put("recipient", mail.recipient());
    json.put("createdAt", mail.createdAt().toString());
    json.put("state", mail.state().name());
    json.put("attempts", mail.attempts());
    json.put("lastAnswer", mail.lastAnswer());
    json.put("sentAt", mail.sentAt() == null ? null : mail.sentAt().toString());
    return json;
  }

  private static @Nullable String text(Optional<?> value) {
    return value.map(Object::toString).orElse(null);
  }
}
