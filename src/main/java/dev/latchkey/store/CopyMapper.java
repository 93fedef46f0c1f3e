package dev.latchkey.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Rows of {@code unsafe_copy}. */
interface CopyMapper {
  void insert(
      @Param("mailId") long mailId,
      @Param("why") String why,
      @Param("lastAt") Instant lastAt,
      @Param("now") Instant now);

  List<UnsafeCopy> due(
      @Param("why") String why, @Param("before") Instant before, @Param("limit") int limit);

  void gone(@Param("mails") Collection<Long> mails);

  void missed(@Param("mails") Collection<Long> mails, @Param("now") Instant now);

  void cameAgain(
      @Param("mailId") long mailId, @Param("lastAt") Instant lastAt, @Param("now") Instant now);
}
