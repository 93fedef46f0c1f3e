package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows by plain SQL, figures by the queries of the program. */
class FigureViewsTest {
  private static final Instant NOW = TestStore.NOW;

  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.emptyFor(FigureViewsTest.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static final EmailAddress DESK = EmailAddress.of("support@desk.example");

  private Figures read() {
    return new FigureViews(store.database, new DeskFigures(store.database, DESK)).read(NOW);
  }

  private PastFigures past(int days) {
    return new FigureViews(store.database, new DeskFigures(store.database, DESK))
        .past(days + 1, NOW, ZoneOffset.UTC);
  }

  private static String at(Duration before) {
    return "'" + NOW.minus(before).toString().replace("T", " ").replace("Z", "") + "'";
  }

  private static String days(int days) {
    return at(Duration.ofDays(days));
  }

  /** A ticket, of no level where that is empty. */
  private void ticket(
      long id, String state, String level, String opened, String decided, String closed)
      throws SQLException {
    store.change(
        ("INSERT INTO ticket (id, version, history_hash, state, state_since, requester, language,"
                + " reasons, addresses, projects, details, round, reopened, question_open,"
                + " opened_at, decided_at, closed_at, level) VALUES (%d, 1, '', '%s', %s,"
                + " 'n@mail.example', 'en', 'LOST_2FA_DEVICE,OTHER', '', '', '', 0, FALSE, FALSE,"
                + " %s, %s, %s, %s)")
            .formatted(
                id,
                state,
                opened,
                opened,
                decided,
                closed,
                level.isEmpty() ? "NULL" : "'" + level + "'"));
  }

  private void mail(
      long id, String state, String received, String handled, String next, String outcome)
      throws SQLException {
    store.change(
        ("INSERT INTO mail (id, sha256, size, header_only, received_at, stored_at, state, attempts,"
                + " next_attempt_at, handled_at, outcome) VALUES (%d, SHA2(%d, 256), 1, FALSE, %s,"
                + " %s, '%s', 0, %s, %s, %s)")
            .formatted(id, id, received, received, state, next, handled, outcome));
  }

  private void letter(long id, String state, String created, String next) throws SQLException {
    store.change(
        ("INSERT INTO outbox (id, letter, dedupe_key, recipient, message_id, sealed, created_at,"
                + " state, attempts, next_attempt_at) VALUES (%d, 'CODE', SHA2(%d, 256),"
                + " 'n@mail.example', '<%d@x>', '', %s, '%s', 0, %s)")
            .formatted(id, id, id, created, state, next));
  }

  @Test
  void aDeskWithoutRowsHasFigures() {
    Figures figures = read();

    assertThat(figures.standing()).isEmpty();
    assertThat(figures.longest()).isEmpty();
    assertThat(figures.lastPoll()).isEmpty();
    assertThat(figures.ways().recovery()).isEmpty();
    assertThat(figures.lastDay()).isEqualTo(new Figures.LastDay(0, 0, 0, Map.of()));
    assertThat(past(89).days()).hasSize(90);
    assertThat(past(89).lying().values()).containsOnly(0L).hasSize(90);
  }

  @Test
  void whatIsOpenIsToldByStateAndLevelWithTheOldest() throws SQLException {
    ticket(1001, "IN_REVIEW", "STANDARD", days(3), "NULL", "NULL");
    ticket(1002, "IN_REVIEW", "STANDARD", days(5), "NULL", "NULL");
    ticket(1003, "IN_REVIEW", "HIGH", days(1), "NULL", "NULL");
    ticket(1004, "PROVING", "", days(2), "NULL", "NULL");
    ticket(1005, "RECOVERED", "STANDARD", days(9), days(8), days(4));
    store.change("UPDATE ticket SET promised_at = " + days(1) + " WHERE id = 1002");
    store.change(
        "INSERT INTO history VALUES (1002, 1, "
            + days(1)
            + ", 'PROMISE_MISSED', 'IN_REVIEW', 'IN_REVIEW', 'DESK', 'd', '', NULL, '', '', '')");
    store.change("UPDATE ticket SET assignee = 'ada@staff.example' WHERE id = 1001");
    store.change("INSERT INTO turn VALUES (1002, 'grace@staff.example', " + days(2) + ")");
    store.change(
        "UPDATE ticket SET next_follow_up = 'REMIND', next_follow_up_at = "
            + at(Duration.ofMinutes(11))
            + " WHERE id = 1004");

    Figures figures = read();

    assertThat(figures.standing())
        .containsExactly(
            new Figures.Standing(
                TicketState.PROVING, Optional.empty(), 1, NOW.minus(Duration.ofDays(2))),
            new Figures.Standing(
                TicketState.IN_REVIEW, Optional.of("HIGH"), 1, NOW.minus(Duration.ofDays(1))),
            new Figures.Standing(
                TicketState.IN_REVIEW, Optional.of("STANDARD"), 2, NOW.minus(Duration.ofDays(5))));
    assertThat(figures.waitingForStaff()).isEqualTo(3);
    assertThat(figures.longest())
        .contains(
            new Figures.Longest(
                new Reference(1002),
                NOW.minus(Duration.ofDays(5)),
                Optional.of(NOW.minus(Duration.ofDays(1)))));
    assertThat(figures.promisesMissed()).isEqualTo(1);
    assertThat(figures.followUpsLate()).isEqualTo(1);
    assertThat(figures.staff())
        .extracting(Figures.Staff::member)
        .containsExactlyInAnyOrder(
            Optional.of(EmailAddress.of("ada@staff.example")),
            Optional.of(EmailAddress.of("grace@staff.example")),
            Optional.empty());
    assertThat(figures.ways().decision()).contains(Duration.ofDays(1));
    assertThat(figures.ways().recovery()).contains(Duration.ofDays(5));
    assertThat(figures.ordersLate()).isZero();
  }

  @Test
  void aPromiseThatWasKeptSinceIsNoneThatWasMissed() throws SQLException {
    ticket(1001, "ON_HOLD", "HIGH", days(9), days(1), "NULL");
    store.change(
        "INSERT INTO history VALUES (1001, 1, "
            + days(2)
            + ", 'PROMISE_MISSED', 'IN_REVIEW', 'IN_REVIEW', 'DESK', 'd', '', NULL, '', '', '')");

    assertThat(read().promisesMissed()).isZero();
  }

  /** A large desk asks for some fifty at a time, thirty times in a row. */
  @Test
  void ofThePromisesOfOtherTicketsNothingIsRead() throws Exception {
    for (int id : List.of(1001, 1002)) {
      ticket(id, "IN_REVIEW", "HIGH", days(9), "NULL", "NULL");
      store.change(
          ("INSERT INTO history VALUES (%d, 1, %s, 'PROMISE_MISSED', 'IN_REVIEW', 'IN_REVIEW',"
                  + " 'DESK', 'd', '', NULL, '', '', '')")
              .formatted(id, days(2)));
    }

    StaffWaits.Marks marks =
        store.desk.work(NOW, 1, work -> work.staffWaits().marks(List.of(1002L, 1003L)));

    assertThat(marks.promisesMissed()).containsExactly(1002L);
  }

  @Test
  void mailsAndLettersThatWaitAreTold() throws SQLException {
    Duration hour = Duration.ofHours(1);
    mail(1, "RECEIVED", at(hour), "NULL", at(Duration.ofMinutes(11)), "NULL");
    mail(2, "RECEIVED", at(Duration.ofMinutes(1)), "NULL", at(Duration.ofMinutes(-1)), "NULL");
    mail(3, "HANDLED", at(hour), at(hour.minusSeconds(4)), at(hour), "'TICKET_OPENED'");
    mail(4, "QUARANTINED", days(2), days(2), days(2), "'FAILED'");
    mail(5, "QUARANTINED", days(9), days(9), days(9), "'DAMAGED'");
    mail(6, "QUARANTINED", days(3), days(3), days(3), "'MALFORMED'");
    letter(1, "PENDING", at(hour), at(Duration.ofMinutes(11)));
    letter(2, "PENDING", at(Duration.ofMinutes(2)), at(Duration.ofMinutes(-1)));
    letter(3, "WAITING", at(hour), at(hour));
    letter(4, "PARKED", at(hour), at(hour));
    letter(5, "PARKED", days(40), days(40));
    store.change("INSERT INTO inbox_look VALUES ('a', " + days(1) + "), ('b', " + at(hour) + ")");

    Figures figures = read();

    assertThat(figures.mails())
        .isEqualTo(
            new Figures.Mails(
                2,
                Optional.of(NOW.minus(hour)),
                1,
                2,
                1,
                1,
                Optional.of(NOW.minus(Duration.ofMinutes(1))),
                Optional.of(NOW.minus(hour).plusSeconds(4))));
    assertThat(figures.letters())
        .isEqualTo(new Figures.Letters(2, Optional.of(NOW.minus(hour)), 1, 1, 2));
    assertThat(figures.lastPoll()).contains(NOW.minus(hour));
    assertThat(figures.ways().handling()).contains(Duration.ofSeconds(4));
    assertThat(figures.lastDay().mails()).isEqualTo(3);
  }

  @Test
  void thePastIsToldByDay() throws SQLException {
    ticket(1001, "RECOVERED", "STANDARD", days(20), days(12), days(10));
    ticket(1002, "ANSWERED", "", days(10), "NULL", days(2));
    ticket(1003, "IN_REVIEW", "STANDARD", days(3), "NULL", "NULL");
    store.change("UPDATE ticket SET concern = 'QUESTION' WHERE id = 1002");
    store.change("UPDATE ticket SET reasons = '' WHERE id = 1003");
    store.change(
        "INSERT INTO deed (ticket_id, version, command, staff, at, state, state_since, round,"
            + " reopened, question_open) VALUES (1001, 1, 'APPROVE', 'ada@staff.example', "
            + days(12)
            + ", 'IN_REVIEW', "
            + days(15)
            + ", 0, FALSE, FALSE)");

    PastFigures past = past(29);

    assertThat(past.recoveries())
        .containsOnly(
            Map.entry(LocalDate.parse("2026-02-10"), 1L),
            Map.entry(LocalDate.parse("2026-02-27"), 1L));
    assertThat(past.inquiries()).containsOnly(Map.entry(LocalDate.parse("2026-02-20"), 1L));
    assertThat(past.closed())
        .containsOnly(Map.entry(TicketState.RECOVERED, 1L), Map.entry(TicketState.ANSWERED, 1L));
    assertThat(past.reasons())
        .containsOnly(Map.entry(Reason.LOST_2FA_DEVICE, 1L), Map.entry(Reason.OTHER, 1L));
    assertThat(past.noReason()).isEqualTo(1);
    assertThat(past.lying().values())
        .as("three days before the staff, answered at nine; and since three days")
        .containsExactlyElementsOf(
            List.of(
                0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 1L, 1L, 1L, 0L, 0L, 0L, 0L,
                0L, 0L, 0L, 0L, 0L, 1L, 1L, 1L, 1L));
  }

  @Test
  void daysAreThoseOfAZoneAlsoWhereItsClocksAreChanged() throws SQLException {
    Instant until = Instant.parse("2026-04-02T12:00:00Z");
    ticket(1001, "PROVING", "", "'2026-03-28 22:59:59'", "NULL", "NULL");
    ticket(1002, "PROVING", "", "'2026-03-28 23:00:00'", "NULL", "NULL");
    ticket(1003, "PROVING", "", "'2026-03-29 21:59:59'", "NULL", "NULL");
    ticket(1004, "PROVING", "", "'2026-03-29 22:00:00'", "NULL", "NULL");
    ticket(1005, "PROVING", "", "'2026-03-25 22:59:59'", "NULL", "NULL");
    mail(1, "HANDLED", "'2026-03-29 22:00:00'", "NULL", days(1), "'IGNORED'");

    PastFigures past =
        new FigureViews(store.database, new DeskFigures(store.database, DESK))
            .past(8, until, ZoneId.of("Europe/Berlin"));

    assertThat(past.days()).hasSize(8).startsWith(LocalDate.parse("2026-03-26"));
    assertThat(past.recoveries())
        .containsOnly(
            Map.entry(LocalDate.parse("2026-03-28"), 1L),
            Map.entry(LocalDate.parse("2026-03-29"), 2L),
            Map.entry(LocalDate.parse("2026-03-30"), 1L));
    assertThat(past.mails()).containsOnly(Map.entry(LocalDate.parse("2026-03-30"), 1L));
    assertThat(past.lying().keySet()).containsExactlyElementsOf(past.days());
  }

  @ParameterizedTest
  @EnumSource(TicketState.class)
  void aRecoveryThatShowsAConcernBesidesIsCountedAsTheRecoveryThatItIs(TicketState state)
      throws SQLException {
    boolean inquiry = state == TicketState.INQUIRY || state == TicketState.ANSWERED;
    ticket(1001, state.name(), "", days(3), "NULL", "NULL");
    store.change("UPDATE ticket SET concern = 'FROZEN'");

    assertThat(past(29).recoveries()).hasSize(inquiry ? 0 : 1);
    assertThat(past(29).inquiries()).hasSize(inquiry ? 1 : 0);
    assertThat(past(29).reasons()).hasSize(inquiry ? 0 : 2);
  }

  @Test
  void aDuplicateIsWhatItWasOpenedAs() throws SQLException {
    ticket(1001, "DUPLICATE", "", days(3), "NULL", days(2));
    ticket(1002, "DUPLICATE", "", days(4), "NULL", days(2));
    store.change("UPDATE ticket SET concern = 'FROZEN'");
    store.change(
        ("INSERT INTO history VALUES (1001, 1, %s, 'OPENED', 'INQUIRY', 'INQUIRY', 'DESK', 'd', '',"
                + " NULL, '', '', ''), (1002, 1, %s, 'OPENED', 'PROVING', 'PROVING', 'DESK', 'd',"
                + " '', NULL, '', '', '')")
            .formatted(days(3), days(4)));

    assertThat(past(29).inquiries()).containsOnly(Map.entry(LocalDate.parse("2026-02-27"), 1L));
    assertThat(past(29).recoveries()).containsOnly(Map.entry(LocalDate.parse("2026-02-26"), 1L));
  }

  private void answer(long ticket, int version, String command, Duration since, Duration at)
      throws SQLException {
    decided(ticket, version, command, "ada@mail.example", since, at);
  }

  private void decided(
      long ticket, int version, String command, String staff, Duration since, Duration at)
      throws SQLException {
    store.change(
        "INSERT INTO deed (ticket_id, version, command, staff, at, state, state_since, round, reopened,"
            + " question_open, level) VALUES (%d, %d, '%s', '%s', %s, 'IN_REVIEW', %s, 0, 0, 0, 'HIGH')"
                .formatted(ticket, version, command, staff, at(at), at(since)));
  }

  @Test
  void whatLayBeforeTheStaffIsCountedForTheEndOfEachDay() throws SQLException {
    ticket(1, "RECOVERED", "HIGH", days(20), days(8), days(8));
    ticket(2, "RECOVERED", "HIGH", days(5), days(2), days(2));
    ticket(3, "IN_REVIEW", "", days(3), "NULL", "NULL");
    ticket(4, "IN_REVIEW", "HIGH", days(4), "NULL", "NULL");
    // Answered before the first day, so it lay on none of them.
    answer(1, 2, "APPROVE", Duration.ofDays(20), Duration.ofDays(8));
    // Two approvals of one stay: the second ends it.
    answer(2, 2, "APPROVE", Duration.ofDays(5), Duration.ofDays(3));
    answer(2, 3, "APPROVE", Duration.ofDays(5), Duration.ofDays(2));
    // What the desk itself approved lay before nobody.
    ticket(5, "RECOVERED", "SELF", days(2), days(2), days(2));
    decided(5, 2, "APPROVE", DESK.toString(), Duration.ofDays(2), Duration.ofDays(2));
    // A note ends nothing, and what one of two approved lies there still.
    answer(3, 2, "NOTE", Duration.ofDays(3), Duration.ofDays(1));
    answer(4, 2, "APPROVE", Duration.ofDays(4), Duration.ofDays(1));

    assertThat(read().staff()).extracting(Figures.Staff::member).doesNotContain(Optional.of(DESK));
    assertThat(List.copyOf(past(6).lying().values())).containsExactly(0L, 1L, 2L, 3L, 2L, 2L, 2L);
    assertThat(new DeskFigures(store.database, DESK).reviews(NOW.minus(Duration.ofDays(7))))
        .containsExactlyInAnyOrder(
            new DeskFigures.Review(
                Optional.of("HIGH"),
                NOW.minus(Duration.ofDays(5)),
                true,
                NOW.minus(Duration.ofDays(2))),
            new DeskFigures.Review(
                Optional.empty(),
                NOW.minus(Duration.ofDays(3)),
                false,
                NOW.minus(Duration.ofDays(3))),
            new DeskFigures.Review(
                Optional.of("HIGH"),
                NOW.minus(Duration.ofDays(4)),
                false,
                NOW.minus(Duration.ofDays(4))));
  }

  /** On 29 March 2026 the clocks of Berlin go from two to three. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28T22:59:00Z,2026-03-29T21:59:00Z,1 0 0",
    "2026-03-28T23:01:00Z,2026-03-29T22:01:00Z,0 1 0",
    "2026-03-27T22:59:00Z,2026-03-30T22:01:00Z,1 1 1",
  })
  void aDayIsThatOfTheZoneBeforeAndAfterItsClocksAreChanged(
      Instant since, Instant until, String lying) throws SQLException {
    ticket(1, "RECOVERED", "HIGH", days(20), days(8), days(8));
    Instant now = Instant.parse("2026-03-30T23:00:00Z");
    answer(1, 2, "APPROVE", Duration.between(since, NOW), Duration.between(until, NOW));

    PastFigures past =
        new FigureViews(store.database, new DeskFigures(store.database, DESK))
            .past(4, now, ZoneId.of("Europe/Berlin"));

    assertThat(past.days().get(0)).isEqualTo("2026-03-28");
    assertThat(past.lying().values().stream().limit(3).map(String::valueOf).toList())
        .isEqualTo(List.of(lying.split(" ")));
  }
}
