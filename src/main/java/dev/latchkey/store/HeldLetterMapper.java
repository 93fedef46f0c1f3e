package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.mail.MailBytes;
import dev.latchkey.outgoing.OutboxState;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Rows of {@code outbox} that wait for their budget, or for an operator. */
interface HeldLetterMapper {
  void charge(@Param("id") long id, @Param("charged") MailClass charged);

  List<HeldLetter> lockDue(@Param("now") Instant now, @Param("limit") int limit);

  int count(@Param("charged") MailClass charged);

  List<WaitingCode> listCodes(@Param("recipient") String recipient);

  /** How many wait for an address. */
  record CodeCount(String recipient, int count) {}

  List<CodeCount> countCodes(@Param("recipients") Collection<String> recipients);

  boolean codeWaits(@Param("recipient") String recipient, @Param("ticket") long ticket);

  /** What is stored of a letter. */
  MailBytes findSealed(@Param("id") long id);

  int countLater(@Param("letter") HeldLetter letter);

  int countLaterOf(
      @Param("letter") HeldLetter letter, @Param("kinds") Collection<LetterKind> kinds);

  int countAgain(@Param("letter") HeldLetter letter);

  void release(@Param("id") long id, @Param("at") Instant at);

  void postpone(@Param("id") long id, @Param("until") Instant until);

  void takeOver(
      @Param("key") String key,
      @Param("better") MailClass better,
      @Param("worse") Collection<MailClass> worse,
      @Param("now") Instant now);

  void overtake(@Param("id") long id, @Param("why") String why);

  List<Long> listLate(
      @Param("now") Instant now,
      @Param("writtenBefore") Instant writtenBefore,
      @Param("limit") int limit);

  List<StuckLetter> lockPending(@Param("ids") Collection<Long> ids, @Param("now") Instant now);

  int countDropped(@Param("letter") HeldLetter letter);

  List<StuckLetter> lockStuck(
      @Param("ids") Collection<Long> ids,
      @Param("states") Collection<OutboxState> states,
      @Param("soon") Instant soon);

  void sendAgain(@Param("id") long id, @Param("at") Instant at);

  void markAnswered(@Param("messageId") String messageId, @Param("sender") String sender);

  void drop(@Param("id") long id, @Param("why") String why);
}
