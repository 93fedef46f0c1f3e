package dev.latchkey.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What is counted for the operator; every query goes by an index, and none locks anything. */
interface WatchMapper {

  /** Open tickets in a state and at a level. */
  record StandingRow(String state, @Nullable String level, long tickets, Instant since) {}

  /** The recovery that lies before the staff for the longest time. */
  record LongestRow(long id, Instant since, @Nullable Instant promised) {}

  /** What a member of the staff looks after. */
  record StaffRow(@Nullable String staff, long tickets, Instant since) {}

  /** How many there are of something. */
  record Count(String what, long count) {}

  /** How many there are of something on a day. */
  record DayCount(LocalDate day, long count) {}

  /** How many tickets were opened on a day, of a kind, with a set of reasons joined by commas. */
  record Opened(LocalDate day, boolean inquiry, String reasons, long count) {}

  /** Mails that are stored and not worked on. */
  record WaitingRow(long waiting, @Nullable Instant since, long late) {}

  /** Mails in quarantine. */
  record AsideRow(long aside, long lately, long unreadable) {}

  /** Letters that are to be sent. */
  record PendingRow(long pending, @Nullable Instant since, long late) {}

  List<StandingRow> standing(@Param("states") Collection<String> states);

  List<ValuesRow> open();

  /** How many tickets were closed in none of these states. */
  long closedElsewhere(@Param("states") Collection<String> states);

  @Nullable LongestRow longest();

  long countPromisesMissed(@Param("states") Collection<String> states);

  List<StaffRow> staff(@Param("states") Collection<String> states);

  List<Count> decisions(@Param("since") Instant since, @Param("desk") String desk);

  WaitingRow waitingMails(@Param("due") Instant due);

  AsideRow aside(@Param("since") Instant since);

  @Nullable Instant lastReceived();

  @Nullable Instant lastHandled();

  PendingRow pendingLetters(@Param("due") Instant due);

  long countLetters(@Param("state") String state);

  long followUpsLate(@Param("due") Instant due);

  long ordersLate(@Param("due") Instant due);

  @Nullable Instant lastPoll();

  List<DayCount> mails(@Param("span") Stretch span);

  List<Opened> opened(@Param("span") Stretch span);

  List<Count> closed(@Param("since") Instant since);

  @Nullable Double handling(@Param("since") Instant since);

  @Nullable Double decision(@Param("since") Instant since);

  @Nullable Double recovery(@Param("since") Instant since);
}
