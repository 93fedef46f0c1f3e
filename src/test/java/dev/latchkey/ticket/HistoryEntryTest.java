package dev.latchkey.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class HistoryEntryTest {
  private static final Instant AT = Instant.parse("2026-03-02T09:00:00.000001Z");
  private static final Actor ALICE = new Actor(Actor.Kind.STAFF, "alice@staff.example");
  private static final Cause CAUSE = new Cause(ALICE, "dmarc+token", OptionalLong.of(5), "fine");

  @Test
  void theHashChangesWithEveryField() {
    String last = HistoryEntry.FIRST;
    TicketEvent event = TicketEvent.APPROVED;
    TicketState from = TicketState.IN_REVIEW;
    TicketState to = TicketState.COOLING_OFF;
    List<HistoryEntry> all =
        List.of(
            new HistoryEntry(1, 2, AT, event, from, to, CAUSE, last),
            new HistoryEntry(2, 2, AT, event, from, to, CAUSE, last),
            new HistoryEntry(1, 3, AT, event, from, to, CAUSE, last),
            new HistoryEntry(1, 2, AT.plusNanos(1000), event, from, to, CAUSE, last),
            new HistoryEntry(1, 2, AT.plusSeconds(1), event, from, to, CAUSE, last),
            new HistoryEntry(1, 2, AT, TicketEvent.NOTED, from, to, CAUSE, last),
            new HistoryEntry(1, 2, AT, event, TicketState.ON_HOLD, to, CAUSE, last),
            new HistoryEntry(1, 2, AT, event, from, TicketState.REJECTED, CAUSE, last),
            new HistoryEntry(1, 2, AT, event, from, to, CAUSE, "f".repeat(64)),
            with(new Cause(Actor.DESK, "dmarc+token", OptionalLong.of(5), "fine")),
            with(new Cause(actor(Actor.Kind.OWNER), "dmarc+token", OptionalLong.of(5), "fine")),
            with(new Cause(ALICE, "none", OptionalLong.of(5), "fine")),
            with(new Cause(ALICE, "dmarc+token", OptionalLong.of(6), "fine")),
            with(new Cause(ALICE, "dmarc+token", OptionalLong.empty(), "fine")),
            with(CAUSE.withDetail("fine.")));

    assertThat(all).extracting(HistoryEntry::hash).doesNotHaveDuplicates();
    assertThat(all.get(0).hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void noFieldRunsIntoTheNext() {
    HistoryEntry one = with(new Cause(ALICE, "dmarc", OptionalLong.empty(), "1:x"));
    HistoryEntry other = with(new Cause(ALICE, "dmarc1:-", OptionalLong.empty(), "x"));

    assertThat(one.hash()).isNotEqualTo(other.hash());
  }

  @Test
  void lettersThatNoEncodingKeepsDoNotCollide() {
    assertThat(with(CAUSE.withDetail("né")).hash())
        .isNotEqualTo(with(CAUSE.withDetail("ne\u0301")).hash());
  }

  private static Actor actor(Actor.Kind kind) {
    return new Actor(kind, "alice@staff.example");
  }

  private static HistoryEntry with(Cause cause) {
    return new HistoryEntry(
        1,
        2,
        AT,
        TicketEvent.APPROVED,
        TicketState.IN_REVIEW,
        TicketState.COOLING_OFF,
        cause,
        HistoryEntry.FIRST);
  }
}
