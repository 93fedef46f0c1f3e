package dev.latchkey.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.TestDatabase;
import dev.latchkey.mail.OutboundMail;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a requester is told about waiting, and what happens when it does not come true. */
@NullMarked
class WaitingTest {
  private static final Path STORY = Conversation.STORIES.resolve("01-complete-recovery");
  private Conversation desk;

  @BeforeEach
  void open() {
    desk =
        new Conversation(TestDatabase.emptyFor(WaitingTest.class), STORY.resolve("accounts.csv"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void belowTwentyDecisionsNoSpanIsTold() throws IOException, SQLException {
    decided(19, 4);
    desk.proveOwnership(STORY);

    assertThat(inReview()).doesNotContain("How long it takes");
  }

  @Test
  void fromTwentyDecisionsOnADayIsToldWithinWhichNineInTenOfTheLevelWereAnswered()
      throws IOException, SQLException {
    decided(20, 4);
    desk.proveOwnership(STORY);

    assertThat(flat(desk.last("ACKNOWLEDGEMENT", "dora@mail.example")))
        .contains(
            // Four days of work, with a weekend between them.
            "nine in ten requests like yours were recently decided within 6 days,"
                + " once nothing was missing.");
    assertThat(inReview())
        .contains("expect our decision, or a question, by Friday, 6 March (in 4 days);");
  }

  @Test
  void decisionsOfAnotherLevelTellNothing() throws IOException, SQLException {
    decided(20, 4);
    desk.change("UPDATE deed SET level = 'SELF' WHERE ticket_id < 100");
    desk.proveOwnership(STORY);

    assertThat(inReview()).doesNotContain("How long it takes");
  }

  @Test
  void whenTheToldSpanPassesTheRequesterHearsAndTheStaffSeeIt() throws IOException, SQLException {
    decided(20, 4);
    desk.proveOwnership(STORY);
    int before = desk.sender().sent().size();

    desk.after(Duration.ofDays(4));
    assertThat(letters(before)).isEmpty();
    desk.after(Duration.ofDays(1));
    assertThat(letters(before)).contains("OVERDUE to dora@mail.example");
    assertThat(desk.last("OVERDUE", "dora@mail.example").body())
        .contains("we are sorry", "You will hear from us again by Saturday, 14 March 2026");
    assertThat(
            desk.column("SELECT event FROM history WHERE ticket_id = 1001 AND event LIKE 'PROM%'"))
        .containsExactly("PROMISE_MISSED");

    desk.after(Duration.ofDays(7));
    assertThat(letters(before).stream().filter(one -> one.contains("dora@mail")))
        .containsExactly("OVERDUE to dora@mail.example", "SIGN_OF_LIFE to dora@mail.example");
  }

  @Test
  void thePlaceIsThatOfTheStaffAtThisMoment() throws IOException, SQLException {
    desk.proveOwnership(STORY);
    assertThat(inReview()).doesNotContain("Requests before yours");
    decided(3, 4);
    desk.change("UPDATE ticket SET state = 'IN_REVIEW', closed_at = NULL WHERE id < 100");

    desk.after(Duration.ofDays(7));
    assertThat(desk.last("SIGN_OF_LIFE", "dora@mail.example").body())
        .contains("Requests before yours, as of now: 3.");
  }

  private String inReview() throws SQLException {
    return flat(desk.last("IN_REVIEW", "dora@mail.example"));
  }

  private static String flat(OutboundMail letter) {
    return letter.body().replaceAll("\\s+", " ");
  }

  /** What went out; the digest comes by the clock, whatever happens. */
  private List<String> letters(int from) throws SQLException {
    List<OutboundMail> sent = desk.sender().sent();
    List<String> letters = new ArrayList<>();
    for (OutboundMail mail : sent.subList(from, sent.size())) {
      letters.add(desk.letter(mail) + " to " + mail.recipient());
    }
    letters.removeIf(letter -> letter.startsWith("DIGEST "));
    return letters;
  }

  /** Tickets that lay before the staff for so many days, from a Monday on. */
  private void decided(int count, int days) throws SQLException {
    desk.change(
        """
        INSERT INTO ticket (id, version, history_hash, state, state_since, requester, language,
          reasons, addresses, projects, details, round, reopened, question_open, opened_at,
          decided_at, closed_at, level)
        SELECT seq, 1, REPEAT('a', 64), 'REJECTED', '2026-02-16' + INTERVAL %d DAY,
          CONCAT('old', seq, '@x.example'),
          'en', '', '', '', '', 1, 0, 0, '2026-02-16', '2026-02-16' + INTERVAL %d DAY,
          '2026-02-16' + INTERVAL %d DAY, 'STANDARD'
        FROM seq_1_to_%d
        """
            .formatted(days, days, days, count));
    desk.change(
        """
        INSERT INTO deed (ticket_id, version, command, staff, at, state, state_since, round,
          reopened, question_open, level)
        SELECT id, 1, 'REJECT', 'alice@staff.example', decided_at, 'IN_REVIEW', opened_at, 1, 0, 0,
          level
        FROM ticket WHERE id < 100
        """);
  }
}
