package dev.latchkey.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code wanted_look}. */
interface WantedLookMapper {

  /** A row. */
  record Row(long ticketId, Instant at, @Nullable String account, boolean proved) {}

  int countOfTicket(@Param("ticketId") long ticketId, @Param("since") Instant since);

  /** How many for an account; only those of tickets with proof where {@code provedOnly}. */
  int countOfAccount(
      @Param("account") String account,
      @Param("since") Instant since,
      @Param("provedOnly") boolean provedOnly);

  int countAll(@Param("since") Instant since, @Param("provedOnly") boolean provedOnly);

  void insert(Row look);

  void forget(@Param("ticketId") long ticketId, @Param("before") Instant before);
}
