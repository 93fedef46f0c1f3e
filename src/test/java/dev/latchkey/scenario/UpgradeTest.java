package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.check.HistoryCheck;
import dev.latchkey.ticket.Reference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A desk of an earlier version, as {@code mariadb-dump} kept it, is opened by this one and goes on.
 * {@link UpgradeDump} made the dumps, each before its schema was left.
 */
@NullMarked
class UpgradeTest {
  private static final Path DUMPS = Path.of("src/test/resources/store");
  private static final Instant LATER = Instant.parse("2026-03-07T09:00:00Z");

  /** What no upgrade takes a row from. */
  private static final List<String> KEPT =
      List.of("ticket", "history", "mail", "evidence", "approval", "outbox", "token");

  /** Every file of theirs in the folder, by schema. */
  static Stream<String> dumps() throws IOException {
    try (Stream<Path> files = Files.list(DUMPS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("v\\d+\\.sql"))
          .map(name -> name.replace(".sql", ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("dumps")
  void aTicketOfBeforeIsFinishedAndNothingIsLost(String version) throws IOException, SQLException {
    TestDatabase schema = TestDatabase.withoutTablesFor(UpgradeTest.class);
    load(schema, DUMPS.resolve(version + ".sql"));
    Map<String, Long> before = rows(schema);
    assertThat(before).allSatisfy((table, rows) -> assertThat(rows).as(table).isPositive());

    try (Conversation desk = new Conversation(schema, UpgradeDump.ACCOUNTS)) {
      assertThat(rows(schema)).isEqualTo(before);
      assertThat(broken(desk)).isEmpty();
      desk.setClock(LATER);

      desk.receive(approval(version));
      String ticket = open(desk);
      assertThat(desk.state(number(ticket))).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
      desk.after(Duration.ofDays(2));
      desk.after(Duration.ofDays(1));
      desk.after(Duration.ofMinutes(1));
      UpgradeDump.order(desk, "TASK", "DONE");

      assertThat(desk.state(number(ticket))).as(desk.desk().lastReason()).isEqualTo("RECOVERED");
      assertThat(desk.last("NOTICE_BACK_IN", "kim@mail.example").subject()).contains(ticket);
      assertThat(desk.column("SELECT id FROM mail WHERE state = 'QUARANTINED'")).hasSize(1);
      assertThat(broken(desk)).isEmpty();
    }
  }

  /** Kim's, whose case Alice has before her. */
  private static String open(Conversation desk) throws SQLException {
    return new Reference(
            Long.parseLong(desk.column("SELECT id FROM ticket WHERE account = 'kim'").get(0)))
        .toString();
  }

  private static long number(String ticket) {
    return Reference.find(ticket).orElseThrow().number();
  }

  private static String approval(String version) throws IOException {
    return new String(
        Files.readString(DUMPS.resolve(version + "-approval.eml")).getBytes(StandardCharsets.UTF_8),
        StandardCharsets.ISO_8859_1);
  }

  /** What the hash chain of the history says; nothing when it is whole. */
  private static List<String> broken(Conversation desk) {
    HistoryCheck check = new HistoryCheck();
    return desk.desk().views().chains(0, 1_000).stream()
        .flatMap(chain -> check.find(chain).stream())
        .toList();
  }

  private static Map<String, Long> rows(TestDatabase schema) throws SQLException {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : KEPT) {
      rows.put(table, Long.parseLong(schema.rows("SELECT COUNT(*) FROM " + table).get(0)));
    }
    return rows;
  }

  /** A statement ends at the end of a line; line breaks within texts are written as \n. */
  private static void load(TestDatabase schema, Path dump) throws IOException, SQLException {
    try (Connection connection = schema.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : Files.readString(dump).split(";\n")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }
}
