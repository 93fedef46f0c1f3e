package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets whose time has come, and who may work on them. */
class DueTicketsTest {
  private static final Instant NOW = TestStore.NOW;
  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.emptyFor(DueTicketsTest.class);
    for (long id = 1001; id <= 1003; id++) {
      EmailAddress requester = EmailAddress.of("nora" + id + "@mail.example");
      Ticket.Applied opened = TestTickets.opened(id, TicketState.NEEDS_DETAILS, requester);
      Ticket due =
          opened
              .ticket()
              .change()
              .account(Optional.empty())
              .next(FollowUp.REMIND, NOW.plusSeconds(id - 1003))
              .build();
      store.desk.work(
          NOW,
          1,
          work -> {
            work.tickets().add(new Ticket.Applied(due, opened.entry()));
            return true;
          });
    }
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void oneIsLockedAloneSoThatAnotherProcessDoesTheOthers() {
    try (TestStore other = store.beside()) {
      store.desk.work(
          NOW,
          1,
          work -> {
            assertThat(work.tickets().dueOne(1002, NOW)).map(Ticket::id).contains(1002L);
            assertThat(due(other)).containsExactly(1001L, 1003L);
            assertThat(dueOne(other, 1002)).isEmpty();
            return true;
          });
      assertThat(due(other)).containsExactly(1001L, 1002L, 1003L);
    }
  }

  @Test
  void oneThatIsNotDueIsLeftAlone() {
    Instant before = NOW.minusSeconds(1);
    store.desk.work(
        before,
        1,
        work -> {
          assertThat(work.tickets().dueOne(1003, before)).isEmpty();
          return true;
        });
  }

  private static List<Long> due(TestStore store) {
    return store.desk.work(
        NOW, 9, work -> work.tickets().due(NOW, 9).stream().map(Ticket::id).toList());
  }

  private static List<Long> dueOne(TestStore store, long id) {
    return store.desk.work(
        NOW, 9, work -> work.tickets().dueOne(id, NOW).stream().map(Ticket::id).toList());
  }
}
