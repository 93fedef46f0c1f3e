package dev.latchkey.watch;

import dev.latchkey.flow.recovery.WaitingTime.Lately;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.Executions;
import dev.latchkey.store.Figures;
import dev.latchkey.store.OpenOrder;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A desk that is well, of which a test spoils one thing. */
final class Glances {
  static final Instant NOW = Instant.parse("2026-03-02T09:00:00.398814Z");

  Optional<Instant> lastPoll = Optional.of(NOW.minusSeconds(20));
  Optional<Duration> clockAhead = Optional.empty();
  Figures.Mails mails =
      new Figures.Mails(
          2,
          ago(Duration.ofSeconds(9)),
          0,
          0,
          0,
          3,
          ago(Duration.ofSeconds(9)),
          ago(Duration.ofMinutes(1)));
  Figures.Letters letters = new Figures.Letters(1, ago(Duration.ofMinutes(3)), 0, 4, 0);
  long followUpsLate;
  long ordersLate;
  long unread;
  long promisesMissed;
  Instant longestSince = NOW.minus(Duration.ofDays(2));

  List<OpenOrder> orders =
      List.of(new OpenOrder(1043, Executions.Kind.RESET, 1, NOW.plusSeconds(60), null));

  static Optional<Instant> ago(Duration time) {
    return Optional.of(NOW.minus(time));
  }

  List<NoCode> withoutCodes = List.of();

  Optional<Instant> heldBack = Optional.empty();

  Glance look() {
    return new Glance(
        new Figures(
            NOW,
            List.of(
                new Figures.Standing(
                    TicketState.IN_REVIEW, Optional.of("STANDARD"), 5, longestSince),
                new Figures.Standing(
                    TicketState.IN_REVIEW, Optional.of("HIGH"), 1, NOW.minusSeconds(60)),
                new Figures.Standing(
                    TicketState.PROVING, Optional.empty(), 7, NOW.minusSeconds(90))),
            unread,
            Optional.of(
                new Figures.Longest(
                    new Reference(1042), longestSince, Optional.of(NOW.plusSeconds(86_400)))),
            promisesMissed,
            List.of(
                new Figures.Staff(
                    Optional.of(EmailAddress.of("ada@staff.example")), 4, Optional.of(NOW), 11),
                new Figures.Staff(Optional.empty(), 2, Optional.of(NOW), 0)),
            mails,
            letters,
            followUpsLate,
            ordersLate,
            lastPoll,
            new Figures.LastDay(40, 12, 3, Map.of(TicketState.RECOVERED, 6L)),
            new Figures.Ways(
                Optional.of(Duration.ofSeconds(4)),
                Optional.of(Duration.ofHours(30)),
                Optional.of(Duration.ofDays(5)))),
        Map.of(
            Optional.empty(),
            new Lately(40, Optional.of(Duration.ofHours(20)), Optional.of(Duration.ofDays(3)))),
        orders,
        withoutCodes,
        clockAhead,
        heldBack);
  }
}
