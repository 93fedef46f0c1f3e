package dev.latchkey.store;

import dev.latchkey.mail.MailBytes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rows of {@code mail}, {@code mail_position}, {@code raw_mail} and {@code inbox_look}. */
interface MailMapper {

  /** A mail whose content is known. */
  record Known(long id, String sha256) {}

  /** A new mail. */
  record NewMail(
      long id,
      String sha256,
      long size,
      boolean headerOnly,
      Instant receivedAt,
      Instant storedAt,
      Instant nextAttemptAt,
      Instant placeAt) {}

  /** A place that a mail was seen in. */
  record Position(String mailbox, long uidValidity, long uid, long mailId) {}

  /**
   * A mail to be worked on.
   *
   * @param ahead it was tried in vain, and still stands where it stood before
   */
  record Waiting(
      long id, long size, boolean headerOnly, int attempts, Instant receivedAt, boolean ahead) {}

  /** The sealed octets of a mail. */
  record Sealed(long mailId, MailBytes sealed) {}

  /** How a mail ended. */
  record Ended(
      long id,
      int attempts,
      String state,
      @Nullable String messageId,
      @Nullable String sender,
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String written,
      String outcome,
      String reasons,
      @Nullable Long ticketId,
      @Nullable String heard,
      @Nullable String writer,
      @Nullable Instant unreadSince,
      @Nullable String files,
      Instant handledAt) {}

  /** What a person wrote. */
  record Written(
      long id,
      Instant receivedAt,
      @Nullable String sender,
      @Nullable String subject,
      @Nullable String written,
      @Nullable Long ticketId,
      String writer,
      @Nullable Instant unreadSince,
      @Nullable String files) {}

  /** A mail that was put aside. */
  record Aside(
      long id,
      Instant receivedAt,
      long size,
      int attempts,
      @Nullable String sender,
      String outcome,
      String reasons) {}

  List<Long> nextIds(@Param("count") int count);

  List<Known> findBySha256(@Param("hashes") Collection<String> hashes);

  List<Position> findPositions(
      @Param("mailbox") String mailbox,
      @Param("uidValidity") long uidValidity,
      @Param("uids") Collection<Long> uids);

  void insert(NewMail mail);

  void insertRaw(Sealed raw);

  void insertPosition(Position position);

  List<Waiting> lockWaiting(
      @Param("now") Instant now, @Param("pressing") boolean pressing, @Param("limit") int limit);

  /** Has mails that were tried in vain stand behind those that come in the next while. */
  void moveBehind(@Param("ids") List<Long> ids);

  void lease(@Param("ids") Collection<Long> ids, @Param("until") Instant until);

  void renew(
      @Param("ids") Collection<Long> ids,
      @Param("until") Instant until,
      @Param("later") Instant later);

  void giveBack(
      @Param("id") long id, @Param("attempts") int attempts, @Param("again") Instant again);

  void postpone(
      @Param("id") long id, @Param("attempts") int attempts, @Param("again") Instant again);

  List<Sealed> findRaw(@Param("ids") Collection<Long> ids);

  void end(Ended mail);

  void deleteMalformed(@Param("before") Instant before);

  void deleteRaw(@Param("ids") Collection<Long> ids);

  List<String> findMessageIds(@Param("messageIds") Collection<String> messageIds);

  List<AlikeMail> listAlike(
      @Param("messageId") String messageId,
      @Param("sender") String sender,
      @Param("subject") String subject,
      @Param("written") String written);

  long countSame(
      @Param("ticketId") long ticketId,
      @Param("since") Instant since,
      @Param("sender") String sender,
      @Param("subject") String subject,
      @Param("written") String written);

  List<String> listWritten(
      @Param("ticketId") long ticketId,
      @Param("since") Instant since,
      @Param("sender") String sender);

  List<Aside> listQuarantine(@Param("limit") int limit);

  @Nullable Aside findQuarantined(@Param("id") long id);

  void replay(@Param("id") long id, @Param("now") Instant now);

  MailViews.@Nullable Kept findKept(@Param("id") long id);

  @Nullable Instant lastReceived();

  long countReceived();

  void looked(@Param("mailbox") String mailbox, @Param("beganAt") Instant beganAt);

  boolean readUpTo(@Param("moment") Instant moment);

  List<MailView> listByTicket(@Param("ticketId") long ticketId);

  List<MailLine> list(
      @Param("outcomes") Collection<String> outcomes,
      @Param("answers") Collection<String> answers,
      @Param("unheard") boolean unheard,
      @Param("limit") int limit);

  List<Written> listMessages(@Param("ticketId") long ticketId);

  @Nullable Written findMessage(@Param("id") long id);

  List<Messages.Unread> listUnread(@Param("limit") int limit);

  void markTicketsRead(@Param("tickets") Collection<Long> tickets);

  void markMailsRead(@Param("mails") Collection<Long> mails);

  List<OutcomeCount> countOutcomes();
}
