package dev.latchkey.store;

import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.session.SqlSession;

/** Sends what a transaction has gathered and insists that every statement met one row. */
final class Rows {
  private Rows() {}

  /**
   * Sends the gathered statements.
   *
   * @throws StoreConflictException with {@code otherwise} when one of them met no row
   */
  static void requireOneEach(SqlSession session, String otherwise) {
    for (BatchResult result : session.flushStatements()) {
      for (int count : result.getUpdateCounts()) {
        if (count == 0) {
          throw new StoreConflictException(otherwise, null);
        }
      }
    }
  }
}
