package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.TicketState.Waiting;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What SQL says of a state is what {@link TicketState} says of it. */
class StateListsTest {

  @ParameterizedTest
  @EnumSource(TicketState.class)
  void everyStateIsInTheListsThatItBelongsTo(TicketState state) throws SQLException {
    try (TestStore store = TestStore.emptyFor(StateListsTest.class)) {
      store.desk.work(
          TestStore.NOW,
          1,
          work -> {
            work.tickets().add(TestTickets.opened(1001, TicketState.PROVING, TestTickets.NORA));
            return true;
          });
      store.change("UPDATE ticket SET state = '" + state + "'");
      List<Ticket> queue = store.desk.work(TestStore.NOW, 1, work -> work.staffWaits().queue(9));

      assertThat(store.one("SELECT active_account IS NOT NULL FROM ticket"))
          .as("the account has its one active recovery")
          .isEqualTo(state.active() ? "1" : "0");
      assertThat(queue)
          .as("it waits for the staff")
          .hasSize(state.waitingFor() == Waiting.STAFF ? 1 : 0);
    }
  }
}
