package dev.latchkey.store;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Figures about the desk as a whole; asked once a while, never once a mail. */
interface FigureMapper {

  /** How long one decision took. */
  record Decided(@Nullable String level, Instant openedAt, Instant decidedAt) {}

  /** How many tickets stand in a state. */
  record StateCount(String state, long tickets) {}

  List<Long> listWaitingForStaff();

  List<Decided> decided(@Param("since") Instant since);

  List<Long> listPromisesMissed();

  List<StateCount> countStates();

  List<TicketRow> queue(@Param("limit") int limit);
}
