package dev.latchkey.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.latchkey.TestDatabase;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffMember.Factor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the real MariaDB, with the table of an imagined company. */
class StaffQueryTest {
  private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final String ALL =
      "SELECT mail AS address, works AS active, lead AS approver, totp FROM people ORDER BY id";

  private TestDatabase database;

  @BeforeEach
  void fill() throws SQLException {
    database = TestDatabase.emptyFor(StaffQueryTest.class);
    database.change(
        "DROP TABLE IF EXISTS people",
        "CREATE TABLE people (id INT PRIMARY KEY, mail VARCHAR(254), works BOOLEAN, lead BOOLEAN,"
            + " totp VARCHAR(64))",
        "INSERT INTO people VALUES (1, 'ada@example.org', 1, 1, '"
            + SECRET
            + "'), (2, 'grace@example.org', 1, NULL, NULL), (3, 'old@example.org', 0, 1, '')");
  }

  @Test
  void everyRowIsAPersonAndWhatIsNullIsNo() throws Exception {
    assertThat(query(ALL).read().members())
        .containsExactly(
            member("ada@example.org", true, true, Optional.of(SECRET), Factor.ALWAYS),
            member("grace@example.org", true, false, Optional.empty(), Factor.TWO_APPROVERS),
            member("old@example.org", false, true, Optional.empty(), Factor.TWO_APPROVERS));
    assertThat(query(ALL.replace("totp", "totp, 'two-approvers' AS second_factor")).read())
        .extracting(staff -> staff.members().get(0).factor())
        .isEqualTo(Factor.TWO_APPROVERS);
  }

  @Test
  void oneWrongRowAndNobodyCounts() throws Exception {
    database.change("UPDATE people SET mail = 'grace at example' WHERE id = 2");
    database.change("UPDATE people SET totp = 'tooshort' WHERE id = 1");
    assertThat(errors(query(ALL)))
        .hasSize(2)
        .allMatch(error -> error.startsWith("staff.query: row "))
        .noneMatch(error -> error.contains("tooshort"));
    database.change("UPDATE people SET mail = 'ada@example.org', totp = NULL WHERE id < 3");
    assertThat(errors(query(ALL)))
        .containsExactly("staff.query: staff member twice: ada@example.org");
    database.change("UPDATE people SET mail = 'ada+2@example.org', lead = 1 WHERE id = 2");
    assertThat(errors(query(ALL)))
        .containsExactly(
            "staff.query: row 2: ada+2@example.org is the mailbox of ada@example.org, who approves"
                + " as well");
    database.change("DELETE FROM people");
    assertThat(errors(query(ALL))).singleElement().asString().contains("finds nobody");
  }

  @Test
  void aColumnThatIsMissingIsNamed() {
    assertThat(errors(query("SELECT mail AS address, works AS aktive FROM people")))
        .containsExactly(
            "staff.query: it has the columns [address, aktive] and lacks [active, approver]");
    assertThat(errors(query("SELECT nothing FROM people")))
        .singleElement()
        .asString()
        .startsWith("staff.query: ")
        .contains("nothing");
  }

  @Test
  void aDatabaseThatIsAwayIsNoErrorOfTheSettings() {
    StaffQuery away =
        new StaffQuery(
            "jdbc:mariadb://127.0.0.1:1/staff",
            "reader",
            "secret",
            ALL,
            Duration.ofSeconds(1),
            Duration.ofMinutes(10));
    assertThat(catchThrowableOfType(DeskUnavailableException.class, away::read))
        .hasMessageStartingWith("staff.query: ")
        .hasMessageNotContaining("secret");
    assertThat(away).asString().doesNotContain("secret");
  }

  @Test
  void aWrongPasswordIsToldAsOneAndNotAsATimeout() {
    assertThat(errors(query(ALL, "another password")))
        .singleElement()
        .asString()
        .startsWith("staff.query: Access denied")
        .contains("look at staff.user and staff.password");
  }

  private StaffQuery query(String sql) {
    return query(sql, database.password());
  }

  private StaffQuery query(String sql, String password) {
    return new StaffQuery(
        database.url(),
        database.user(),
        password,
        sql,
        Duration.ofSeconds(5),
        Duration.ofMinutes(10));
  }

  private static List<String> errors(StaffQuery query) {
    return catchThrowableOfType(InvalidConfigurationException.class, query::read).errors();
  }

  private static StaffMember member(
      String address, boolean active, boolean approver, Optional<String> totp, Factor factor) {
    return new StaffMember(EmailAddress.of(address), active, approver, totp, factor);
  }
}
