package dev.latchkey.year;

import dev.latchkey.Authenticator;
import dev.latchkey.Desk;
import dev.latchkey.PublicPlaces;
import dev.latchkey.TestDatabase;
import dev.latchkey.accounts.RecoveryAction;
import dev.latchkey.config.InvalidConfigurationException;
import dev.latchkey.config.Settings;
import dev.latchkey.config.SettingsFile;
import dev.latchkey.demo.MovedClock;
import dev.latchkey.flow.Failpoints;
import dev.latchkey.flow.Outcome;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.scenario.MemoryInbox;
import dev.latchkey.scenario.MemorySender;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.ticket.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

/** The desk that ships, with people around it whose mails and letters are counted. */
final class SimulatedDesk implements AutoCloseable {
  static final String AUTHENTICATOR = Authenticator.SECRET;

  private final Settings settings;
  private final MovedClock clock;
  private final MemoryInbox inbox;
  private final MemorySender sender = new MemorySender();
  private final PublicPlaces places = new PublicPlaces();
  private final Desk desk;
  private final Connection rows;
  private final List<Ended> ended = new ArrayList<>();
  private int letters;
  private int mails;

  /** How a mail ended. */
  record Ended(long mailId, Outcome outcome, Optional<Long> ticketId, String reason) {}

  /**
   * A letter that the outgoing server accepted.
   *
   * @param kind its name in the outbox
   */
  record Sent(OutboundMail mail, String kind, Optional<Long> ticketId) {
    boolean to(String address) {
      return mail.recipient().toString().equals(address);
    }
  }

  /** What came of some time, or of a mail. */
  record Came(List<Ended> ended, List<Sent> letters) {}

  /**
   * @param accounts lines of the account system's CSV file
   * @param staff the addresses of those who decide
   * @param approvals how many each of them may give a day
   * @param begin when it opens
   */
  SimulatedDesk(
      Class<?> test, List<String> accounts, List<String> staff, int approvals, Instant begin)
      throws IOException, SQLException {
    this(
        test,
        new AccountsFile(
            "name,addresses,second_factor,critical,published,second_factor_changed,language,links",
            accounts),
        Optional.empty(),
        staff,
        approvals,
        begin);
  }

  /**
   * One whose accounts change.
   *
   * @param action the account system; people, when it is empty
   */
  SimulatedDesk(
      Class<?> test,
      AccountsFile accounts,
      Optional<RecoveryAction> action,
      List<String> staff,
      int approvals,
      Instant begin)
      throws IOException, SQLException {
    TestDatabase schema = TestDatabase.emptyFor(test);
    this.settings = settings(schema, accounts.path(), staff, approvals);
    this.clock = new MovedClock(begin);
    this.inbox = new MemoryInbox(clock);
    Desk.Outside outside = Desk.Outside.of(settings, clock);
    this.desk =
        Desk.open(
            settings,
            new Desk.Outside(
                inbox,
                sender,
                outside.directory(),
                action.orElse(outside.action()),
                places.proofs(),
                outside.registry(),
                clock,
                new Random(42),
                outside.names(),
                outside.scanner()),
            Failpoints.NONE,
            (mailId, outcome, ticketId, reason) ->
                ended.add(new Ended(mailId, outcome, ticketId, reason)));
    desk.database().migrate();
    this.rows = schema.connect();
  }

  private static Settings settings(
      TestDatabase schema, Path accounts, List<String> staff, int approvals) throws IOException {
    Path file = Files.createTempFile("latchkey-", ".yaml");
    try {
      Files.writeString(
          file,
          """
          desk:
            name: Example Index Support
            address: support@desk.example
            size-limit: 1MB
            approvals-per-hour: %d
            approvals-per-day: %d
          database: {url: "%s", user: %s, password: "%s", connections: 4}
          imap: {host: 127.0.0.1, security: none, user: support@desk.example, password: unused}
          smtp: {host: 127.0.0.1, security: none}
          authentication: {authserv-ids: [mx.desk.example]}
          signing-key: YSBrZXkgZm9yIHRlc3RzLCBmb3J0eSBvY3RldHMgaW4gbGVuZ3RoLg==
          staff:
          %s
          accounts: {kind: csv, file: "%s"}
          """
              .formatted(
                  approvals,
                  approvals,
                  schema.url(),
                  schema.user(),
                  schema.password(),
                  staff.stream()
                      .map(
                          who ->
                              "  - {address: %s, totp: %s, second-factor: two-approvers}"
                                  .formatted(who, AUTHENTICATOR))
                      .collect(Collectors.joining("\n")),
                  accounts.toAbsolutePath()));
      return SettingsFile.read(file, name -> null);
    } catch (InvalidConfigurationException e) {
      throw new IllegalStateException(e);
    } finally {
      Files.delete(file);
    }
  }

  Settings settings() {
    return settings;
  }

  /** Where people show tokens. */
  PublicPlaces places() {
    return places;
  }

  Instant now() {
    return clock.instant();
  }

  /** Time passes, and what is due is done. */
  Came passes(Duration time) throws SQLException {
    clock.forward(time);
    return round();
  }

  /** A mail arrives and what follows at once is done; what comes of it is its own doing. */
  Came receive(PersonMail mail) throws SQLException {
    return receive(mail.octets(++mails));
  }

  Came receive(byte[] octets) throws SQLException {
    clock.forward(Duration.ofMillis(7_303));
    inbox.receive(octets);
    return round();
  }

  /** A mail arrives; the next round finds it. */
  void put(PersonMail mail) {
    clock.forward(Duration.ofMillis(1_709));
    inbox.receive(mail.octets(++mails));
  }

  /** The same with a mail as it is. */
  void put(byte[] octets) {
    clock.forward(Duration.ofMillis(1_709));
    inbox.receive(octets);
  }

  /** One round of the desk. */
  Came round() throws SQLException {
    ended.clear();
    desk.loops().round();
    desk.loops().execute();
    desk.loops().checkCodes();
    desk.loops().deliver();
    return new Came(List.copyOf(ended), newLetters());
  }

  private List<Sent> newLetters() throws SQLException {
    List<OutboundMail> all = sender.sent();
    List<OutboundMail> fresh = List.copyOf(all.subList(letters, all.size()));
    letters = all.size();
    fresh.stream().filter(LostMailbox::isOf).map(LostMailbox::bounce).forEach(inbox::receive);
    if (fresh.isEmpty()) {
      return List.of();
    }
    Map<String, Sent> byId = new HashMap<>();
    String ids =
        fresh.stream().map(mail -> "'" + mail.messageId() + "'").collect(Collectors.joining(","));
    try (PreparedStatement select =
            rows.prepareStatement(
                "SELECT message_id, letter, ticket_id FROM outbox WHERE message_id IN ("
                    + ids
                    + ")");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        long ticket = row.getLong(3);
        Optional<Long> ticketId = row.wasNull() ? Optional.empty() : Optional.of(ticket);
        String id = row.getString(1);
        for (OutboundMail mail : fresh) {
          if (mail.messageId().equals(id)) {
            byId.put(id, new Sent(mail, row.getString(2), ticketId));
          }
        }
      }
    }
    return fresh.stream()
        .flatMap(m -> Optional.ofNullable(byId.get(m.messageId())).stream())
        .toList();
  }

  /** A ticket with all that hangs on it. */
  TicketView ticket(long id) {
    return desk.tickets().find(new Reference(id)).orElseThrow();
  }

  /** The first column of what a query finds, as text. */
  List<String> column(String sql) throws SQLException {
    try (PreparedStatement select = rows.prepareStatement(sql);
        ResultSet row = select.executeQuery()) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(String.valueOf(row.getString(1)));
      }
      return values;
    }
  }

  /**
   * Why mails ended with one outcome, the commonest reason first, for whoever looks for a fault.
   */
  List<String> reasons(Outcome outcome) throws SQLException {
    return column(
        "SELECT CONCAT(COUNT(*), ' ', LEFT(reasons, 150)) FROM mail WHERE outcome = '"
            + outcome
            + "' GROUP BY reasons ORDER BY COUNT(*) DESC LIMIT 12");
  }

  @Override
  public void close() throws SQLException {
    rows.close();
    desk.close();
  }
}
