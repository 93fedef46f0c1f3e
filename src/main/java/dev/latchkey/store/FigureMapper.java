package dev.latchkey.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Figures about the desk as a whole; asked once a while, never once a mail. */
interface FigureMapper {

  /** A stay before the staff, and when they ended it. */
  record Reviewed(@Nullable String level, Instant since, @Nullable Instant answeredAt) {}

  /** How many tickets stand in a state. */
  record StateCount(String state, long tickets) {}

  List<Long> listWaitingForStaff();

  List<Reviewed> reviewed(@Param("since") Instant since);

  List<Long> listPromisesMissed();

  List<StateCount> countStates();

  List<TicketRow> queue(@Param("limit") int limit);

  StaffWaits.Numbers numbers(@Param("since") Instant since);

  int countDigests(@Param("day") LocalDate day);

  void insertDigest(@Param("day") LocalDate day, @Param("at") Instant at);

  List<Long> listOverdue(@Param("since") Instant since, @Param("limit") int limit);

  void insertEscalation(
      @Param("ticketId") long ticketId,
      @Param("staySince") Instant staySince,
      @Param("at") Instant at);
}
