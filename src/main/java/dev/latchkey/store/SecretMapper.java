package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import java.time.Instant;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code kept_secret}. */
interface SecretMapper {

  boolean hasTable();

  @Nullable MailBytes find(@Param("name") String name);

  void keep(
      @Param("name") String name, @Param("sealed") MailBytes sealed, @Param("now") Instant now);
}
