package dev.latchkey.store;

import dev.latchkey.store.database.StoreConflictException;
import java.util.Map;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.session.SqlSession;

/** Sends what a transaction has gathered, and insists on the rows that each statement expects. */
public final class Rows {
  /** Statements that must meet a row, and what has happened when one does not. */
  private static final Map<String, String> EXPECTED =
      Map.of(
          statement(TicketMapper.class, "update"), "a ticket was changed by somebody else",
          statement(TokenMapper.class, "update"), "a token is gone",
          statement(MailMapper.class, "end"), "the lease on a mail was lost",
          statement(OutboxMapper.class, "finish"), "the lease on an outgoing mail was lost",
          statement(OutboxMapper.class, "renew"), "the lease on an outgoing mail was lost",
          statement(ExecutionMapper.class, "end"), "the lease on an execution was lost",
          statement(ExecutionMapper.class, "postpone"), "the lease on an execution was lost");

  private Rows() {}

  /**
   * Sends the gathered statements.
   *
   * @throws StoreConflictException when one that expects a row met none; it says which
   */
  public static void send(SqlSession session) {
    for (BatchResult result : session.flushStatements()) {
      String otherwise = EXPECTED.get(result.getMappedStatement().getId());
      if (otherwise != null) {
        for (int count : result.getUpdateCounts()) {
          if (count == 0) {
            throw new StoreConflictException(otherwise, null);
          }
        }
      }
    }
  }

  private static String statement(Class<?> mapper, String name) {
    return mapper.getName() + "." + name;
  }
}
