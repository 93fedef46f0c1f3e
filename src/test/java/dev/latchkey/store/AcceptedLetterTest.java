package dev.latchkey.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.TicketState;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the desk knows about a letter that a server accepted. The clock stands where a real one
 * does: between two seconds, and between two microseconds.
 */
class AcceptedLetterTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.398814731Z");
  private static final Duration LEASE = Duration.ofMinutes(5);
  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.emptyFor(AcceptedLetterTest.class);
    store.desk.work(
        NOW,
        1,
        work -> {
          work.tickets().add(TestTickets.opened(1001, TicketState.PROVING, TestTickets.NORA));
          return true;
        });
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aLetterWasWrittenAtTheMomentOfItsTransactionThoughItsDateHasSeconds() throws SQLException {
    write(1, kind("NOTICE_APPROVED"), NOW);

    assertThat(store.one("SELECT created_at FROM outbox")).startsWith("2026-03-02 09:00:00.398814");
    assertThat(store.outbox.claim(1, NOW, LEASE).mails())
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.entry().writtenAt()).isEqualTo(NOW.truncatedTo(ChronoUnit.MICROS));
              assertThat(letter.entry().mail().date())
                  .isEqualTo(NOW.truncatedTo(ChronoUnit.SECONDS));
            });
  }

  @Test
  void aNoticeThatWasWrittenWithTheApprovalCountsOnceAServerTookIt() {
    write(1, kind("NOTICE_APPROVED"), NOW);
    assertThat(accepted(kind("NOTICE_APPROVED"), NOW)).as("it waits").isEmpty();

    Instant taken = NOW.plusMillis(40);
    send(taken);
    assertThat(accepted(kind("NOTICE_APPROVED"), NOW))
        .contains(taken.truncatedTo(ChronoUnit.MICROS));
    assertThat(accepted(kind("NOTICE_FINAL"), NOW)).isEmpty();
  }

  /** Nodes agree about the time to some seconds only. */
  @Test
  void itCountsAlsoWhenANodeWithASlowClockSentIt() {
    write(1, kind("NOTICE_APPROVED"), NOW);
    send(NOW, NOW.minusSeconds(2));
    assertThat(accepted(kind("NOTICE_APPROVED"), NOW)).isPresent();
  }

  @Test
  void aNoticeOfAnEarlierApprovalThatIsTakenLateDoesNotCount() {
    write(1, kind("NOTICE_APPROVED"), NOW.minusSeconds(1));
    send(NOW.plusSeconds(3));
    assertThat(accepted(kind("NOTICE_APPROVED"), NOW)).isEmpty();
  }

  private void write(long id, LetterKind letter, Instant now) {
    store.desk.work(
        now,
        1,
        work -> {
          work.outbox().add(entry(id, letter, work.now()), letter.mailClass(), work.now());
          return true;
        });
  }

  private void send(Instant now) {
    send(now, now);
  }

  private void send(Instant claimedAt, Instant sentAt) {
    List<Outbox.Result> results =
        store.outbox.claim(9, claimedAt, LEASE).mails().stream()
            .map(mail -> new Outbox.Result(mail, OutboxState.SENT, 1, sentAt, "250 ok", sentAt))
            .toList();
    assertThat(results).isNotEmpty();
    store.outbox.finish(results);
  }

  /** As an execution asks, with the moment of the approval that the ticket remembers. */
  private Optional<Instant> accepted(LetterKind letter, Instant approvedAt) {
    return store.desk.work(
        approvedAt,
        1,
        work ->
            work.outbox().ofTicket(TestTickets.proving().id()).stream()
                .filter(one -> one.letter().equals(letter))
                .filter(one -> !one.createdAt().isBefore(work.now()))
                .flatMap(one -> Optional.ofNullable(one.sentAt()).stream())
                .findFirst());
  }

  private static OutboxEntry entry(long id, LetterKind letter, Instant now) {
    OutboundMail mail =
        new OutboundMail(
            EmailAddress.of("desk+b1@desk.example"),
            "Desk",
            EmailAddress.of("desk@desk.example"),
            TestTickets.NORA,
            Optional.empty(),
            "<" + id + "@desk.example>",
            now.truncatedTo(ChronoUnit.SECONDS),
            Optional.empty(),
            List.of(),
            OutboundMail.AutoSubmitted.AUTO_GENERATED,
            "Notice",
            "text\n",
            Optional.empty());
    return new OutboxEntry(
        id,
        Optional.of(TestTickets.proving().id()),
        letter,
        "key " + id,
        mail,
        now,
        OutboxState.PENDING,
        0,
        now,
        Optional.empty(),
        Optional.empty());
  }

  private static LetterKind kind(String name) {
    return LetterKind.find(name).orElseThrow();
  }
}
