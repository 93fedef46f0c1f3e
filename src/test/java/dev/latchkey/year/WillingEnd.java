package dev.latchkey.year;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How the request of a willing owner ended, by the rows that the desk wrote. */
record WillingEnd(WillingOwner owner, Optional<TicketView> view) {
  private static final Pattern LEVEL = Pattern.compile("level ([A-Z]+),.*, (not )?recommended");
  private static final Set<TicketEvent> DECISIONS =
      Set.of(TicketEvent.APPROVAL_RECORDED, TicketEvent.APPROVED, TicketEvent.RESUMED);

  boolean recovered() {
    return state().equals(TicketState.RECOVERED.name());
  }

  String state() {
    return view.map(it -> it.ticket().state().name()).orElse("no ticket");
  }

  private List<HistoryEntry> history() {
    return view.map(TicketView::history).orElse(List.of());
  }

  private List<HistoryEntry> rows(TicketEvent event) {
    return history().stream().filter(row -> row.event() == event).toList();
  }

  private Optional<HistoryEntry> approval() {
    List<HistoryEntry> rows = rows(TicketEvent.APPROVED);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
  }

  private Optional<Matcher> shown() {
    return approval().map(row -> LEVEL.matcher(row.cause().detail())).filter(Matcher::find);
  }

  /** The level of the approval. */
  String level() {
    return shown().map(it -> it.group(1)).orElse("none");
  }

  boolean recommended() {
    return shown().filter(it -> it.group(2) == null).isPresent();
  }

  /** How many decisions the staff made about it. */
  long decisions() {
    return history().stream()
        .filter(row -> row.cause().actor().kind() == Actor.Kind.STAFF)
        .filter(row -> DECISIONS.contains(row.event()))
        .count();
  }

  /** How many different people approved. */
  long approvers() {
    return history().stream()
        .filter(
            row ->
                row.event() == TicketEvent.APPROVED || row.event() == TicketEvent.APPROVAL_RECORDED)
        .map(row -> row.cause().actor().name())
        .distinct()
        .count();
  }

  /** How long owners could object. */
  Duration waited() {
    Instant from = approval().map(HistoryEntry::at).orElse(Instant.MIN);
    return rows(TicketEvent.COOLED_OFF).stream()
        .map(HistoryEntry::at)
        .filter(at -> !at.isBefore(from))
        .findFirst()
        .map(at -> Duration.between(from, at))
        .orElse(Duration.ZERO);
  }

  /** The witnesses for it; a second proof of one is none. */
  Set<String> groups() {
    return view.map(TicketView::evidence).orElse(List.of()).stream()
        .map(piece -> group(piece.kind()))
        .collect(Collectors.toSet());
  }

  private static String group(EvidenceClass kind) {
    return switch (kind) {
      case REGISTERED_SENDER, CODE -> "mailbox";
      case BRANCH, SITE_FILE, DNS_TXT -> "published";
      default -> kind.name();
    };
  }

  /** What happened to it, for people. */
  String path() {
    String steps =
        history().stream()
            .filter(row -> row.event() != TicketEvent.REMINDED)
            .map(row -> row.at().toString().substring(5, 10) + " " + row.event())
            .collect(Collectors.joining(" > "));
    return "%s (%s): %s, %s, proofs %s"
        .formatted(owner.who().id(), owner.shape(), state(), steps, evidence());
  }

  private String evidence() {
    return view.map(TicketView::evidence).orElse(List.of()).stream()
        .map(piece -> piece.kind().name())
        .sorted()
        .toList()
        .toString();
  }
}
