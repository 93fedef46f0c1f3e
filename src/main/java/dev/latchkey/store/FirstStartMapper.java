package dev.latchkey.store;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The row of {@code first_start}. */
interface FirstStartMapper {

  void begin(@Param("now") Instant now, @Param("since") Instant since);

  FirstStart.@Nullable Mark find();

  void sorted(@Param("now") Instant now);

  int countTables(@Param("name") String name);

  boolean holdsMails();
}
