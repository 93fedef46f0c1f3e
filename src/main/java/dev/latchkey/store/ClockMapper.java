package dev.latchkey.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;

/** Rows of {@code clock_step}, and what waits for a moment that a wrong clock named. */
interface ClockMapper {
  void insert(@Param("at") Instant at, @Param("seconds") long seconds);

  /** Steps of a moment that comes again are over: what begins from now on began after them. */
  void endAhead(@Param("now") Instant now);

  int countAlike(
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("least") long least,
      @Param("most") long most);

  /** By how much the clock was set since then, forward less back; 0 when it was not. */
  long sumSince(@Param("since") Instant since);

  void retryMails(@Param("now") Instant now, @Param("beyond") Instant beyond);

  void retryLetters(@Param("now") Instant now, @Param("beyond") Instant beyond);

  void retryOrders(@Param("now") Instant now, @Param("beyond") Instant beyond);
}
