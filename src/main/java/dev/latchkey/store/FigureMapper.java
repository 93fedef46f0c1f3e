package dev.latchkey.store;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Figures about the desk as a whole; asked once a while, never once a mail. */
interface FigureMapper {

  /** How long one decision took. */
  record Decided(Instant openedAt, Instant decidedAt) {}

  /** How many tickets stand in a state. */
  record StateCount(String state, long tickets) {}

  long countWaitingForStaff();

  List<Decided> lastDecided(@Param("limit") int limit);

  List<StateCount> countStates();

  List<TicketRow> queue(@Param("limit") int limit);
}
