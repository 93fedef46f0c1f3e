package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The statements of the mappers. */
class StatementsTest {
  static Stream<String> mappers() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/latchkey/store"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith("Mapper.xml"))
          .map(name -> name.replace(".xml", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Whichever is asked for first, since a command may ask for no other. */
  @ParameterizedTest
  @MethodSource("mappers")
  void aMapperIsWholeWithoutTheOthers(String name) throws Exception {
    Class<?> mapper = Class.forName("dev.latchkey.store." + name);
    try (TestStore store = TestStore.on(TestDatabase.emptyFor(StatementsTest.class))) {
      Collection<String> statements =
          store.database.inTransaction(
              session -> {
                session.getMapper(mapper);
                return session.getConfiguration().getMappedStatementNames();
              });
      assertThat(statements).anyMatch(statement -> statement.startsWith(mapper.getName() + "."));
    }
  }

  /** What a command asks while somebody waits for it, of tables that may have a million rows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "MailMapper.lastReceived",
        "WatchMapper.lastReceived",
        "erasure.ErasureMapper.mailsFrom",
        "erasure.ErasureMapper.lettersTo",
        "erasure.ErasureMapper.mailsOf",
        "erasure.ErasureMapper.lettersOf",
        "TicketMapper.listIn",
        "OutboxMapper.list"
      })
  void aCommandReadsByAnIndex(String statement) throws Exception {
    try (TestStore store = TestStore.emptyFor(StatementsTest.class)) {
      fill(store);
      Class<?> mapper =
          Class.forName("dev.latchkey.store." + statement.substring(0, statement.lastIndexOf('.')));
      String sql =
          store.database.inTransaction(
              session -> {
                session.getMapper(mapper);
                return session
                    .getConfiguration()
                    .getMappedStatement("dev.latchkey.store." + statement)
                    .getBoundSql(
                        Map.of(
                            "address",
                            "old7@mail.example",
                            "ids",
                            List.of(7L, 8L),
                            "states",
                            List.of("PENDING", "EXECUTING"),
                            "limit",
                            50))
                    .getSql();
              });
      List<String> plan =
          store.rows(
              "EXPLAIN " + sql.replaceAll("(?i)limit \\?", "LIMIT 50").replace("?", "'PENDING'"));
      assertThat(plan)
          .as(sql)
          .isNotEmpty()
          .noneMatch(row -> row.matches(".*[|](mail|outbox|ticket)[|]ALL[|].*"));
    }
  }

  /**
   * A planner that expects a hundred hits may rather walk all tickets in the order of their
   * numbers.
   */
  @Test
  void ticketsWithoutCodesAreFoundAmongThoseThatProve() throws Exception {
    try (TestStore store = TestStore.emptyFor(StatementsTest.class)) {
      fill(store);
      store.change(
          "UPDATE ticket SET state = 'PROVING', closed_at = NULL, account = id WHERE id % 4 = 0");
      assertThat(store.rows("ANALYZE TABLE ticket")).isNotEmpty();
      String sql =
          store.database.inTransaction(
              session -> {
                session.getMapper(TicketMapper.class);
                return session
                    .getConfiguration()
                    .getMappedStatement("dev.latchkey.store.TicketMapper.listWithoutCodes")
                    .getBoundSql(Map.of())
                    .getSql();
              });
      assertThat(store.rows("EXPLAIN " + sql.replace("?", "0").replace("LIMIT 0", "LIMIT 100")))
          .as(sql)
          .anyMatch(row -> row.contains("|ticket|ref|") && row.contains("|ticket_queue|"));
    }
  }

  private static void fill(TestStore store) throws SQLException {
    store.change(
        "INSERT INTO mail (id, sha256, size, header_only, received_at, stored_at, state, attempts,"
            + " next_attempt_at, sender) SELECT seq, SHA2(seq, 256), 1, 0, NOW(), NOW(), 'HANDLED',"
            + " 1, NOW(), CONCAT('old', seq, '@mail.example') FROM seq_1_to_2000");
    store.change(
        "INSERT INTO outbox (id, letter, dedupe_key, recipient, message_id, sealed, created_at, state,"
            + " attempts, next_attempt_at) SELECT seq, 'STATUS', seq, CONCAT('old', seq,"
            + " '@mail.example'), seq, '', NOW(), 'SENT', 1, NOW() FROM seq_1_to_2000");
    store.change(
        "INSERT INTO ticket (id, version, history_hash, state, state_since, requester, language,"
            + " reasons, addresses, projects, details, round, reopened, question_open, opened_at,"
            + " closed_at) SELECT seq, 1, '', 'RECOVERED', NOW(), 'n@mail.example', 'en', 'OTHER', '',"
            + " '', '', 0, FALSE, FALSE, NOW(), NOW() FROM seq_1_to_2000");
  }
}
