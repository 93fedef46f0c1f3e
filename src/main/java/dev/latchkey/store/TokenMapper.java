package dev.latchkey.store;

import dev.latchkey.trust.secret.TokenPurpose;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code token}. */
interface TokenMapper {

  /** A reply address, and the code that goes with it, as hashes. */
  record Row(
      long id,
      String hash,
      TokenPurpose purpose,
      long ticketId,
      String recipient,
      int round,
      @Nullable String digest,
      @Nullable String codeHash,
      int tries,
      Instant issuedAt,
      Instant expiresAt,
      @Nullable Instant usedAt) {}

  List<Long> nextIds(@Param("count") int count);

  void insert(Row token);

  List<Row> findByHashes(@Param("hashes") Collection<String> hashes);

  List<Row> findByCodeHashes(@Param("codeHashes") Collection<String> codeHashes);

  List<Row> listByTicket(@Param("ticketId") long ticketId);

  List<Row> listOfOwners(
      @Param("recipients") Collection<String> recipients, @Param("now") Instant now);

  void update(Row token);
}
