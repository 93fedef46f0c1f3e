package dev.latchkey.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code execution}. */
interface ExecutionMapper {

  /** An approved decision that is to be carried out. */
  record Row(
      String decision,
      long ticketId,
      Executions.Kind kind,
      String state,
      int attempts,
      Instant orderedAt) {}

  void insert(
      @Param("decision") String decision,
      @Param("ticketId") long ticketId,
      @Param("kind") Executions.Kind kind,
      @Param("orderedAt") Instant orderedAt);

  List<OpenOrder> listOpen();

  Optional<Integer> attemptsOfLastReset(long ticketId);

  int countChecks(@Param("ticketId") long ticketId, @Param("since") Instant since);

  List<String> checkedFor(@Param("account") String account, @Param("since") Instant since);

  List<Row> lockDue(
      @Param("kinds") Collection<Executions.Kind> kinds,
      @Param("now") Instant now,
      @Param("limit") int limit);

  void lease(@Param("decisions") Collection<String> decisions, @Param("until") Instant until);

  void giveBack(
      @Param("decision") String decision,
      @Param("lease") Instant lease,
      @Param("now") Instant now,
      @Param("detail") @Nullable String detail);

  int end(
      @Param("decision") String decision,
      @Param("attempts") int attempts,
      @Param("state") String state,
      @Param("at") Instant at,
      @Param("detail") String detail);

  List<String> lockWaiting(@Param("ticketId") long ticketId, @Param("free") Instant free);

  int countOrdered(@Param("ticketId") long ticketId);

  void askAgain(@Param("decision") String decision, @Param("now") Instant now);

  int endOpen(
      @Param("ticketId") long ticketId, @Param("at") Instant at, @Param("detail") String detail);

  int postpone(
      @Param("decision") String decision,
      @Param("attempts") int attempts,
      @Param("until") Instant until,
      @Param("detail") String detail);
}
