package dev.latchkey.flow.casefile;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.WrittenLetter;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.OwnerLetter;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Actor;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Who objected to a recovery, by its history. One objection is asked about in four ways: that there
 * was one, that its owner leaves it standing, that nobody decided on it, and whose was the last.
 */
public final class Objectors {
  /** The letter to who took an objection back: their yes is noted. */
  private static final LetterKind NOTED = LetterKind.of(OwnerLetter.OwnerNoted.class);

  private Objectors() {}

  /** Whoever ever did. */
  public static Set<EmailAddress> ever(FlowContext context, Ticket ticket) {
    return context.work().tickets().history(ticket.id()).stream()
        .filter(entry -> entry.event() == TicketEvent.OWNER_OBJECTED)
        .flatMap(entry -> entry.cause().actor().address().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Who objected and has not said since that it was them after all. */
  public static Set<EmailAddress> standing(FlowContext context, Ticket ticket) {
    Map<EmailAddress, Instant> objected = new HashMap<>();
    for (HistoryEntry entry : context.work().tickets().history(ticket.id())) {
      Actor actor = entry.cause().actor();
      if (entry.event() == TicketEvent.OWNER_OBJECTED && actor.kind() == Actor.Kind.OWNER) {
        actor.address().ifPresent(owner -> objected.put(owner, entry.at()));
      }
    }
    for (WrittenLetter sent : context.written(ticket.id())) {
      if (sent.letter().equals(NOTED)) {
        objected
            .entrySet()
            .removeIf(
                one ->
                    one.getKey().toString().equals(sent.recipient())
                        && !sent.at().isBefore(one.getValue()));
      }
    }
    return objected.keySet();
  }

  /** Who objected since the staff last decided on it; nobody where they did. */
  public static Set<EmailAddress> undecided(FlowContext context, Ticket ticket) {
    Set<EmailAddress> open = new TreeSet<>();
    Set<EmailAddress> decided = new TreeSet<>();
    for (HistoryEntry entry : context.work().tickets().history(ticket.id())) {
      switch (entry.event()) {
        case OWNER_OBJECTED, BREAK_IN_REPORTED, VOUCHER_OBJECTED -> {
          if (!entry.to().closed()) {
            entry.cause().actor().address().ifPresent(open::add);
          }
        }
        case RESUMED, REJECTED, REDIRECTED, MERGED, REOPENED_BY_STAFF -> {
          decided = new TreeSet<>(open);
          open.clear();
        }
        case UNDONE -> {
          if (entry.to() == TicketState.CONTESTED) {
            open.addAll(decided);
          }
        }
        default -> {
          // Nothing else decides on an objection.
        }
      }
    }
    return open;
  }

  /** What an owner stopped it by last; what staff decided since then stands. */
  public static Optional<HistoryEntry> last(FlowContext context, Ticket ticket) {
    Optional<HistoryEntry> objector = Optional.empty();
    for (HistoryEntry entry : context.work().tickets().history(ticket.id())) {
      Actor actor = entry.cause().actor();
      if (entry.event().ownerStops() && actor.kind() == Actor.Kind.OWNER) {
        objector = Optional.of(entry).filter(it -> actor.address().isPresent());
      } else if (entry.event() == TicketEvent.RESUMED) {
        objector = Optional.empty();
      }
    }
    return objector;
  }
}
