package dev.latchkey.store.erasure;

import dev.latchkey.mail.MailBytes;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Looks for a person in every table, and erases; tables of tickets are found by their column. */
public interface ErasureMapper {

  /** The columns of a table that hold text, as a list in SQL. */
  record Texts(String name, String columns) {}

  /** What is sealed in a row, and what stands beside it. */
  record Sealed(long id, @Nullable Long ticketId, String state, String beside, MailBytes sealed) {
    /** Whether nothing will be written beside it any more: it was sent, or worked on. */
    boolean ended() {
      return state.equals("SENT") || state.equals("HANDLED");
    }
  }

  /** A mail or a letter of a ticket. */
  record Part(long id, @Nullable Long ticketId, String state) {}

  List<String> tablesOfTickets();

  List<Texts> texts();

  /** The largest number of a row. */
  long last(@Param("table") String table);

  List<Long> ticketsNamed(
      @Param("table") String table,
      @Param("key") String key,
      @Param("columns") String columns,
      @Param("mention") Mention mention,
      @Param("after") long after,
      @Param("last") long last);

  List<Part> mailsNamed(
      @Param("mention") Mention mention, @Param("after") long after, @Param("last") long last);

  List<Part> looseMailsNamed(
      @Param("mention") Mention mention, @Param("after") long after, @Param("last") long last);

  List<ErasurePlan.Line> lines(@Param("ids") Collection<Long> ids);

  List<ErasurePlan.Line> lock(@Param("ids") Collection<Long> ids);

  List<Long> closedBefore(@Param("before") Instant before, @Param("limit") int limit);

  List<Long> looseLetters(@Param("before") Instant before, @Param("limit") int limit);

  List<Long> looseMails(@Param("before") Instant before, @Param("limit") int limit);

  List<Part> mailsOf(@Param("ids") Collection<Long> ids);

  List<Part> lettersOf(@Param("ids") Collection<Long> ids);

  List<Long> letterNumbers(@Param("after") long after, @Param("last") long last);

  List<Sealed> letters(@Param("ids") Collection<Long> ids);

  List<Long> mailNumbers(@Param("after") long after, @Param("last") long last);

  List<Sealed> mails(@Param("ids") Collection<Long> ids);

  List<Sealed> lettersTo(@Param("address") String address);

  List<Erasure.Mail> mailsFrom(@Param("address") String address);

  void deleteOfTickets(@Param("table") String table, @Param("ids") Collection<Long> ids);

  void deleteTickets(@Param("ids") Collection<Long> ids);

  void deleteHandOvers(@Param("ids") Collection<Long> ids);

  void deleteLetters(@Param("ids") Collection<Long> ids);

  void blankMails(@Param("ids") Collection<Long> ids);

  void deleteRaw(@Param("ids") Collection<Long> ids);

  void eraseCopies(@Param("ids") Collection<Long> ids, @Param("now") Instant now);

  void deleteBudgets(@Param("mention") String mention);

  void deleteDomain(@Param("domain") String domain);
}
