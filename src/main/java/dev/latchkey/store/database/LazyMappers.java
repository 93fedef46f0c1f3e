package dev.latchkey.store.database;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/**
 * Reads the statements of a mapper when it is asked for first: a command needs two or three. A
 * mapper therefore includes no fragment of another.
 */
final class LazyMappers extends Configuration {
  /** Those of which every statement is read. */
  private final Set<Class<?>> whole = ConcurrentHashMap.newKeySet();

  @Override
  public <T> T getMapper(Class<T> type, SqlSession session) {
    if (!whole.contains(type)) {
      add(type);
    }
    return super.getMapper(type, session);
  }

  /**
   * By one thread at a time; another sees it when all of it is there. The registry of MyBatis names
   * a mapper before it has read its statements, so it is not asked.
   */
  private synchronized void add(Class<?> type) {
    if (whole.contains(type)) {
      return;
    }
    addMapper(type);
    whole.add(type);
  }
}
