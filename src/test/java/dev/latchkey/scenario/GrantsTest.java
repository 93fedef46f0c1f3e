package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.latchkey.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The privileges that README.md gives a desk are enough for it, and not enough to forget. */
@NullMarked
class GrantsTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");

  @Test
  void aDeskThatMayOnlyAddToItsHistoryDoesAllItsWork() throws IOException, SQLException {
    TestDatabase whole = TestDatabase.emptyFor(GrantsTest.class);
    new Conversation(whole, STORY.resolve("accounts.csv")).close();
    TestDatabase bound = whole.as("bound", "only what it needs");
    grant(whole);

    try (Conversation desk = new Conversation(bound, STORY.resolve("accounts.csv"))) {
      desk.proveOwnership(STORY);
      desk.alice("CASE", "APPROVE %CODE%");
      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("COOLING_OFF");
      desk.after(Duration.ofDays(2));
      desk.after(Duration.ofDays(1));
      desk.after(Duration.ofMinutes(1));
      desk.alice("TASK", "DONE");

      assertThat(desk.state(1001)).as(desk.desk().lastReason()).isEqualTo("RECOVERED");
      for (String harm :
          List.of(
              "UPDATE history SET detail = 'nothing' WHERE ticket_id = 1001",
              "DELETE FROM history WHERE ticket_id = 1001",
              "TRUNCATE TABLE history",
              "DROP TABLE history",
              "REPLACE INTO history SELECT * FROM history")) {
        assertThat(catchThrowable(() -> desk.change(harm)))
            .as(harm)
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
      }
    }
  }

  /** As README.md says, for another schema and another name. */
  private static void grant(TestDatabase database) throws IOException, SQLException {
    String readme = Files.readString(Path.of("README.md"));
    String all = upToTheQuote(readme, "GRANT SELECT, INSERT ON latchkey.*");
    String query = upToTheQuote(readme, "SELECT CONCAT('GRANT UPDATE");
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      String schema = connection.getCatalog();
      // A new server lets everybody do everything in schemas whose name begins with test.
      statement.execute("DELETE FROM mysql.db WHERE db LIKE 'test%'");
      statement.execute("FLUSH PRIVILEGES");
      statement.execute("DROP USER IF EXISTS bound@'%'");
      statement.execute("CREATE USER bound@'%' IDENTIFIED BY 'only what it needs'");
      statement.execute(
          all.replace("latchkey.", schema + ".").replace("latchkey@localhost", "bound@'%'"));
      List<String> grants = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery(
              query
                  .replace("latchkey.", schema + ".")
                  .replace("'latchkey'", "'" + schema + "'")
                  .replace("latchkey@localhost", "bound@''%''"))) {
        while (rows.next()) {
          grants.add(rows.getString(1));
        }
      }
      assertThat(grants).hasSizeGreaterThan(10);
      for (String grant : grants) {
        statement.execute(grant);
      }
    }
  }

  private static String upToTheQuote(String text, String start) {
    int at = text.indexOf(start);
    return text.substring(at, text.indexOf('"', at));
  }
}
