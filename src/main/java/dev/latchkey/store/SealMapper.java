package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Rows of {@code sealing_key}, and the sealed columns that tell whether a key is the right one. */
interface SealMapper {

  /** What is sealed in a row. */
  record Row(long id, MailBytes sealed) {}

  List<MailBytes> listCheckValues();

  void insert(@Param("sealed") MailBytes sealed);

  List<Row> lastLetters(@Param("limit") int limit);

  List<Row> lastMails(@Param("limit") int limit);
}
