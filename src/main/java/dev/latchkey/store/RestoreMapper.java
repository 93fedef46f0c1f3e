package dev.latchkey.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The row of {@code restore_hold}. */
interface RestoreMapper {
  @Nullable Instant since();

  void begin(@Param("now") Instant now);

  void end();
}
