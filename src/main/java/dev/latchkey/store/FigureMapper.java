package dev.latchkey.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** Figures about the desk as a whole; asked once a while, never once a mail. */
interface FigureMapper {

  /** How many stays before the staff began on one day and ended on another, or still go on. */
  record Lain(LocalDate began, @Nullable LocalDate ended, long count) {}

  /** How many tickets that lie before the staff a member looks after. */
  record OpenTurns(String staff, int tickets) {}

  /** When a member got a ticket the last time. */
  record LastTurn(String staff, Instant at) {}

  /** How many there are of something for a ticket. */
  record TicketCount(long ticketId, int count) {}

  /** Who got a ticket in turn. */
  record TurnRow(long ticketId, String staff) {}

  /** A row of {@code untold_decision}. */
  record UntoldRow(
      long ticketId,
      int version,
      String command,
      String staff,
      Instant at,
      String words,
      @Nullable Instant undoUntil) {}

  /**
   * The stays before the staff: since when in microseconds, until when or a dash where it goes on,
   * and its level or nothing, with a blank between them.
   */
  void reviewed(
      @Param("since") Instant since, @Param("desk") String desk, ResultHandler<String> each);

  List<Lain> lain(
      @Param("since") Instant since,
      @Param("desk") String desk,
      @Param("stretches") List<Stretch> stretches);

  List<Long> listPromisesMissed(@Param("ids") Collection<Long> ids);

  StaffWaits.Numbers numbers(@Param("since") Instant since);

  int countDigests(@Param("day") LocalDate day);

  void insertDigest(@Param("day") LocalDate day, @Param("at") Instant at);

  @Nullable String findTurn(@Param("ticketId") long ticketId);

  List<OpenTurns> openTurns();

  List<LastTurn> lastTurns();

  List<String> listCommanders(@Param("since") Instant since);

  void putTurn(
      @Param("ticketId") long ticketId, @Param("staff") String staff, @Param("at") Instant at);

  List<TicketCount> countUnread(@Param("ids") Collection<Long> ids);

  List<TicketCount> countNotes(@Param("ids") Collection<Long> ids);

  List<TurnRow> listTurns(@Param("ids") Collection<Long> ids);

  void insertUntold(UntoldRow decision);

  List<UntoldRow> listUntold(@Param("limit") int limit);

  void deleteUntold(@Param("ticketId") long ticketId, @Param("version") int version);

  void deleteUntoldOf(
      @Param("ticketId") long ticketId, @Param("staff") String staff, @Param("at") Instant at);

  List<Long> listOverdue(@Param("since") Instant since, @Param("limit") int limit);

  void insertEscalation(
      @Param("ticketId") long ticketId,
      @Param("staySince") Instant staySince,
      @Param("at") Instant at);
}
