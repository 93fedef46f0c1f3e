package dev.latchkey.store;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Rows of {@code on_record}. */
interface RecordMapper {

  /** A row; one that is there already stays. */
  record Row(long ticketId, String account, String address) {}

  List<String> addresses(@Param("ticketId") long ticketId, @Param("account") String account);

  void insert(Row row);
}
