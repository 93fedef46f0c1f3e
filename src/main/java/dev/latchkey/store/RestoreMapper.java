package dev.latchkey.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The rows of {@code restore_hold} and {@code restore_mark}. */
interface RestoreMapper {
  @Nullable Instant since();

  void begin(@Param("now") Instant now);

  void end();

  /** None before the first start. */
  @Nullable RestoreMark mark();

  void advance();

  /** Nobody else changes the mark from here to the end of the transaction. */
  @Nullable Long lock();

  void raise(@Param("number") long number);
}
