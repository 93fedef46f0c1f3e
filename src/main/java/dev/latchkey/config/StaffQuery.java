package dev.latchkey.config;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.latchkey.accounts.SqlFault;
import dev.latchkey.accounts.SqlRow;
import dev.latchkey.flow.DeskUnavailableException;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.trust.staff.StaffMember;
import dev.latchkey.trust.staff.StaffMember.Factor;
import dev.latchkey.trust.staff.StaffRoster;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The staff in a database, which {@code staff.query} asks for: a row a person. The columns {@code
 * address}, {@code active} and {@code approver} must be there; {@code totp} and {@code
 * second_factor} may be.
 *
 * @param url JDBC URL without a password
 * @param password not shown by {@code toString}
 * @param query may only read
 * @param timeout for the connection and for the query; whole seconds, one or more
 * @param every how often a running desk asks again
 */
public record StaffQuery(
    String url, String user, String password, String query, Duration timeout, Duration every) {
  private static final List<String> COLUMNS = List.of("address", "active", "approver");

  /**
   * Everybody whom the query finds.
   *
   * @throws InvalidConfigurationException with every error in any row; then nobody counts
   * @throws DeskUnavailableException when the database is away
   */
  public StaffRoster read() throws InvalidConfigurationException {
    HikariConfig config = new HikariConfig();
    config.setPoolName("staff");
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setReadOnly(true);
    config.setMaximumPoolSize(1);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(timeout.toMillis());
    config.setValidationTimeout(timeout.toMillis());
    try (HikariDataSource pool = new HikariDataSource(config);
        Connection connection = pool.getConnection();
        Statement statement = connection.createStatement()) {
      statement.setQueryTimeout((int) timeout.toSeconds());
      try (ResultSet rows = statement.executeQuery(query)) {
        return roster(rows);
      }
    } catch (SQLException e) {
      String what = "staff.query: " + SqlFault.of(e, "staff");
      if (SqlFault.isAway(e)) {
        throw new DeskUnavailableException(what, e);
      }
      throw new InvalidConfigurationException(List.of(what));
    }
  }

  private static StaffRoster roster(ResultSet rows)
      throws SQLException, InvalidConfigurationException {
    SqlRow row = new SqlRow(rows);
    row.require(COLUMNS);
    List<StaffMember> members = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (int number = 1; rows.next(); number++) {
      try {
        StaffMember member = member(row);
        String place = "staff.query: row %d: ".formatted(number);
        OneMailbox.fault(members, member).ifPresent(why -> errors.add(place + why));
        members.add(member);
      } catch (IllegalArgumentException e) {
        errors.add("staff.query: row %d: %s".formatted(number, e.getMessage()));
      }
    }
    if (members.isEmpty() && errors.isEmpty()) {
      errors.add("staff.query: finds nobody; it must find at least one person");
    }
    if (errors.isEmpty()) {
      try {
        return new StaffRoster(members);
      } catch (IllegalArgumentException e) {
        errors.add("staff.query: " + e.getMessage());
      }
    }
    throw new InvalidConfigurationException(errors);
  }

  private static StaffMember member(SqlRow row) throws SQLException {
    EmailAddress address =
        EmailAddress.find(row.find("address").orElse(""))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "address must be a plain mail address such as ada@example.org"));
    Optional<String> totp = row.find("totp").filter(secret -> !secret.isBlank());
    return new StaffMember(
        address,
        row.flag("active"),
        row.flag("approver"),
        totp,
        row.find("second_factor").map(StaffQuery::factor).orElse(usual(totp)));
  }

  private static Factor usual(Optional<String> totp) {
    return totp.isPresent() ? Factor.ALWAYS : Factor.TWO_APPROVERS;
  }

  private static Factor factor(String word) {
    for (Factor factor : Factor.values()) {
      if (Section.word(factor).equals(word)) {
        return factor;
      }
    }
    throw new IllegalArgumentException("second_factor must be two-approvers or always");
  }

  @Override
  public String toString() {
    return "StaffQuery[url=" + url + ", user=" + user + ", password=hidden]";
  }
}
