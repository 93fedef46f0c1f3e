package dev.latchkey.store;

import java.util.Map;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;

/** Reads the statements of a mapper when it is asked for first: a command needs two or three. */
final class LazyMappers extends Configuration {
  /** Whose fragments the statements of another include. */
  private static final Map<Class<?>, Class<?>> BEFORE =
      Map.of(FigureMapper.class, TicketMapper.class);

  LazyMappers(Environment environment) {
    super(environment);
  }

  @Override
  public <T> T getMapper(Class<T> type, SqlSession session) {
    if (!hasMapper(type)) {
      add(type);
    }
    return super.getMapper(type, session);
  }

  /** By one thread at a time; another sees it when all of it is there. */
  private synchronized void add(Class<?> type) {
    Class<?> before = BEFORE.get(type);
    if (before != null && !hasMapper(before)) {
      addMapper(before);
    }
    if (!hasMapper(type)) {
      addMapper(type);
    }
  }
}
