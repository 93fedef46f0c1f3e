package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.outgoing.OutboxState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code outbox} and {@code budget}. */
interface OutboxMapper {

  /** A mail of ours. */
  record Row(
      long id,
      @Nullable Long ticketId,
      LetterKind letter,
      String dedupeKey,
      String recipient,
      String messageId,
      MailBytes sealed,
      Instant createdAt,
      OutboxState state,
      int attempts,
      Instant nextAttemptAt,
      @Nullable String lastAnswer,
      @Nullable Instant sentAt) {}

  /** What came of an attempt. */
  record Attempted(
      long id,
      Instant lease,
      OutboxState state,
      int attempts,
      Instant nextAttemptAt,
      String lastAnswer,
      @Nullable Instant sentAt) {}

  /** A mail of ours whose handing over has no answer yet. */
  record HandOver(long outboxId, int times) {}

  /** Who a mail of ours went to, and about what. */
  record Sent(long id, @Nullable Long ticketId, LetterKind letter, String recipient) {}

  /** A counter of {@code budget}. */
  record Used(String kind, String address, Instant windowStart, int used) {}

  List<Long> nextIds(@Param("count") int count);

  void insert(Row mail);

  List<String> findDedupeKeys(@Param("keys") Collection<String> keys);

  /** Those of {@code keys} whose letters are not DROPPED. */
  List<String> findSentAfterAll(@Param("keys") Collection<String> keys);

  List<Row> lockDue(@Param("now") Instant now, @Param("limit") int limit);

  void lease(@Param("ids") Collection<Long> ids, @Param("until") Instant until);

  void finish(Attempted attempted);

  void renew(@Param("id") long id, @Param("lease") Instant lease, @Param("until") Instant until);

  void handOver(@Param("id") long id, @Param("at") Instant at);

  void handedOver(@Param("id") long id);

  List<HandOver> findHandOvers(@Param("ids") Collection<Long> ids);

  @Nullable Sent findSent(@Param("id") long id);

  List<Row> findByIds(@Param("ids") Collection<Long> ids);

  List<Row> findByTokens(@Param("hashes") Collection<String> hashes);

  List<OutboxView> listByTicket(@Param("ticketId") long ticketId);

  List<LostLetter> listUnnoted(
      @Param("letters") Collection<LetterKind> letters,
      @Param("since") Instant since,
      @Param("limit") int limit);

  List<OutboxViews.Line> list(
      @Param("states") Collection<OutboxState> states, @Param("limit") int limit);

  List<Used> findUsed(
      @Param("classes") Collection<MailClass> classes,
      @Param("addresses") Collection<String> addresses,
      @Param("day") Instant day,
      @Param("hour") Instant hour);

  void addUsed(Used used);

  void dropOldWindows(@Param("before") Instant before);
}
