package dev.latchkey.store;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/** Reads the statements of a mapper when it is asked for first: a command needs two or three. */
final class LazyMappers extends Configuration {
  /** Whose fragments the statements of another include. */
  private static final Map<Class<?>, Class<?>> BEFORE =
      Map.of(FigureMapper.class, TicketMapper.class);

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
    Class<?> before = BEFORE.get(type);
    if (before != null) {
      add(before);
    }
    addMapper(type);
    whole.add(type);
  }
}
