package dev.latchkey.store;

import dev.latchkey.check.AskedProof;
import dev.latchkey.check.EvidenceClass;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code asked_proof}. */
interface AskedProofMapper {

  /** A row. */
  record Row(
      long ticketId,
      EvidenceClass kind,
      String place,
      String token,
      Instant askedAt,
      Instant untilAt,
      AskedProof.Standing standing,
      @Nullable Instant lookAt,
      boolean awaited) {

    static Row of(AskedProof asked) {
      return new Row(
          asked.ticketId(),
          asked.kind(),
          asked.place(),
          asked.token(),
          asked.askedAt(),
          asked.until(),
          asked.standing(),
          asked.lookAt().orElse(null),
          asked.awaited());
    }

    AskedProof askedProof() {
      return new AskedProof(
          ticketId,
          kind,
          place,
          token,
          askedAt,
          untilAt,
          standing,
          Optional.ofNullable(lookAt),
          awaited);
    }
  }

  List<Row> ofTicket(@Param("ticketId") long ticketId);

  List<Row> lockDue(@Param("now") Instant now, @Param("limit") int limit);

  void put(Row asked);
}
