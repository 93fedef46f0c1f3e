package dev.latchkey.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {
  private TestDatabase database;

  @BeforeEach
  void makeSchema() {
    database = TestDatabase.emptyFor(EmbeddedDatabaseTest.class);
  }

  private List<String> ask(String... statements) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        if (statement.execute(sql)) {
          try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
              answers.add(rows.getString(1));
            }
          }
        }
      }
    }
    return answers;
  }

  @Test
  void aSchemaAskedForAgainIsEmpty() throws SQLException {
    ask("CREATE TABLE word (text VARCHAR(20))");
    assertThat(ask("SHOW TABLES")).containsExactly("word");
    makeSchema();
    assertThat(ask("SHOW TABLES")).isEmpty();
  }

  @Test
  void lookAlikesAreDifferentWords() throws SQLException {
    assertThat(
            ask(
                "CREATE TABLE word (text VARCHAR(20) PRIMARY KEY)",
                "INSERT INTO word VALUES ('anna'), ('Anna'), ('anna '), ('ánna'), ('аnna')",
                "SELECT COUNT(*) FROM word"))
        .containsExactly("5");
  }

  @Test
  void theServerIsAsDurableAndStrictAsOneInProduction() throws SQLException {
    assertThat(
            ask(
                "SELECT @@innodb_flush_log_at_trx_commit",
                "SELECT @@innodb_snapshot_isolation",
                "SELECT @@collation_server",
                "SELECT @@collation_database",
                "SELECT @@collation_connection",
                "SELECT @@bind_address",
                "SELECT @@time_zone",
                "SELECT @@sql_mode LIKE '%STRICT_ALL_TABLES%'"))
        .containsExactly(
            "1",
            "1",
            "utf8mb4_nopad_bin",
            "utf8mb4_nopad_bin",
            "utf8mb4_nopad_bin",
            "127.0.0.1",
            "+00:00",
            "1");
  }

  @Test
  void aBatchOfInsertsAnswersWithOneCountARow() throws SQLException {
    ask("CREATE TABLE word (id INT PRIMARY KEY, text VARCHAR(20))");
    assertThat(batch("INSERT INTO word VALUES (?, 'new')", 1, 2, 3)).containsExactly(1, 1, 1);
  }

  @Test
  void aBatchOfUpdatesTellsWhichRowWasMissing() throws SQLException {
    ask("CREATE TABLE word (id INT PRIMARY KEY, text VARCHAR(20))");
    ask("INSERT INTO word VALUES (1, 'old'), (3, 'old')");
    assertThat(batch("UPDATE word SET text = 'new' WHERE id = ?", 1, 2, 3))
        .containsExactly(1, 0, 1);
  }

  private int[] batch(String sql, int... ids) throws SQLException {
    try (Connection connection = database.connect();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int id : ids) {
        statement.setInt(1, id);
        statement.addBatch();
      }
      return statement.executeBatch();
    }
  }
}
