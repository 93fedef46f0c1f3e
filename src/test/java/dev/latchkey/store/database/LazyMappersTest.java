package dev.latchkey.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class LazyMappersTest {
  private static final int THREADS = 6;
  private static final int ROUNDS = 60;

  /** The ticks of a desk that starts ask for the same statements at the same moment. */
  @Test
  void whoeverGetsAMapperGetsAllOfIt() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        SqlSessionFactory sessions = new SqlSessionFactoryBuilder().build(mappers());
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Future<Boolean>> found =
            IntStream.range(0, THREADS)
                .mapToObj(
                    i ->
                        threads.submit(
                            () -> {
                              together.await();
                              return isWhole(sessions, "SealMapper", "listCheckValues")
                                  && isWhole(sessions, "ExecutionMapper", "lockDue")
                                  && isWhole(sessions, "OutboxMapper", "lease");
                            }))
                .toList();
        for (Future<Boolean> one : found) {
          assertThat(one.get()).as("round %d", round).isTrue();
        }
      }
    } finally {
      threads.shutdown();
    }
  }

  private static LazyMappers mappers() throws SQLException {
    MariaDbDataSource nowhere = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:1/none");
    LazyMappers mappers = new LazyMappers();
    mappers.setEnvironment(new Environment("test", new JdbcTransactionFactory(), nowhere));
    return mappers;
  }

  /** They are for their own package alone, as MyBatis finds them. */
  private static boolean isWhole(SqlSessionFactory sessions, String mapper, String statement)
      throws ClassNotFoundException {
    Class<?> type = Class.forName("dev.latchkey.store." + mapper);
    sessions.getConfiguration().getMapper(type, sessions.openSession());
    return sessions.getConfiguration().hasStatement(type.getName() + "." + statement, false);
  }
}
