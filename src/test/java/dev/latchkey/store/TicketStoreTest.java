package dev.latchkey.store;

import static dev.latchkey.store.TestStore.NOW;
import static dev.latchkey.ticket.TestTickets.NORA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.latchkey.check.Evidence;
import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.HistoryCheck;
import dev.latchkey.check.Warning;
import dev.latchkey.letter.LetterKind;
import dev.latchkey.letter.MailClass;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.mail.OutboundMail;
import dev.latchkey.outgoing.DedupeKey;
import dev.latchkey.outgoing.OutboxEntry;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.OutgoingLetters.Counter;
import dev.latchkey.store.TicketViews.TicketView;
import dev.latchkey.store.database.StoreConflictException;
import dev.latchkey.ticket.Cause;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TestTickets;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.trust.secret.HashValue;
import dev.latchkey.trust.secret.IssuedToken;
import dev.latchkey.trust.secret.TokenPurpose;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets and all that hangs on them: through the shelves, and beside them by plain SQL. */
class TicketStoreTest {
  private static final LetterKind CODE = LetterKind.find("CODE").orElseThrow();

  private static final EmailAddress ALICE = EmailAddress.of("alice@staff.example");
  private static final Set<Executions.Kind> KINDS = Set.of(Executions.Kind.RESET);
  private static final Duration LEASE = Duration.ofMinutes(5);
  private TestStore store;

  @BeforeEach
  void open() {
    store = TestStore.emptyFor(TicketStoreTest.class);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void aTicketComesBackAsItWasWritten() throws SQLException {
    Ticket ticket =
        TestTickets.proving()
            .change()
            .next(FollowUp.REMIND, NOW.plusSeconds(5))
            .assignee(Optional.of(ALICE))
            .build();
    work(w -> w.tickets().add(new Ticket.Applied(ticket, opened(1001).entry())));

    assertThat(
            store.one(
                "SELECT id, version, state, requester, account, active_account, reasons FROM"
                    + " ticket"))
        .isEqualTo("1001|1|PROVING|nora@mail.example|nora|nora|LOST_2FA_DEVICE");
    assertThat(view(1001).ticket()).isEqualTo(ticket);
    assertThat(view(1001).history()).containsExactly(opened(1001).entry());
    work(w -> assertThat(w.tickets().load(1001)).isEqualTo(ticket));
  }

  @Test
  void aTicketWrittenByPlainSqlIsRead() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    store.change("UPDATE ticket SET details = 'other words', projects = '', next_follow_up = NULL");

    assertThat(view(1001).ticket().answers().details()).isEqualTo("other words");
  }

  @Test
  void oneAccountHasOneActiveTicket() throws SQLException {
    add(1001, TicketState.PROVING, NORA);

    assertThatThrownBy(() -> add(1002, TicketState.NEEDS_DETAILS, ALICE))
        .isInstanceOf(StoreConflictException.class);
    assertThat(store.rows("SELECT id FROM ticket")).containsExactly("1001");
    assertThat(store.rows("SELECT ticket_id FROM history")).containsExactly("1001");
  }

  @Test
  void contestedAndClosedTicketsStandBesideAnActiveOne() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    apply(1001, TicketEvent.RIVAL_CLAIMED);
    add(1002, TicketState.PROVING, ALICE);
    apply(1002, TicketEvent.WITHDRAWN);
    add(1003, TicketState.PROVING, ALICE);

    assertThat(store.rows("SELECT state FROM ticket ORDER BY id"))
        .containsExactly("CONTESTED", "WITHDRAWN", "PROVING");
  }

  @Test
  void claimsThatStandBesideTheLeadingOneAreCountedAndNotAmongThoseThatLead() {
    add(1001, TicketState.PROVING, NORA);
    for (long id = 1002; id < 1007; id++) {
      addBeside(id);
    }

    work(
        w -> {
          assertThat(w.tickets().leading("nora")).extracting(Ticket::id).containsExactly(1001L);
          assertThat(w.tickets().beside("nora", 1006, 3))
              .extracting(Ticket::id)
              .containsExactly(1005L, 1004L, 1003L);
          assertThat(w.tickets().countBeside("nora", 2)).isEqualTo(2);
        });
  }

  @Test
  void theLeadGoesFromOneTicketToAnotherInOneTransaction() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    addBeside(1002);
    work(
        w -> {
          Ticket second = w.tickets().load(1002);
          Ticket first = w.tickets().load(1001);
          w.tickets().save(second.apply(TicketEvent.TOOK_LEAD, NOW, Cause.desk("proof")));
          w.tickets().save(first.apply(TicketEvent.STOOD_ASIDE, NOW, Cause.desk("none")));
        });

    assertThat(store.rows("SELECT active_account FROM ticket ORDER BY id"))
        .containsExactly("null", "nora");
  }

  private void addBeside(long id) {
    EmailAddress claimant = EmailAddress.of("claimant" + id + "@mail.example");
    work(
        w -> {
          Ticket.Applied opened = TestTickets.opened(id, TicketState.PROVING, claimant);
          w.tickets().add(opened);
          w.tickets().save(opened.ticket().change().beside(true).build());
        });
  }

  @Test
  void whoReadAnOlderVersionCannotWrite() throws SQLException {
    add(1001, TicketState.PROVING, NORA);

    TicketRow changed =
        TicketRow.of(TestTickets.proving().change().account(Optional.empty()).build());
    assertThatThrownBy(
            () ->
                store.database.inTransaction(
                    session -> {
                      session.getMapper(TicketMapper.class).update(changed, 0);
                      Rows.send(session);
                      return true;
                    }))
        .isInstanceOf(StoreConflictException.class)
        .hasMessage("a ticket was changed by somebody else");
    assertThat(store.one("SELECT account FROM ticket")).isEqualTo("nora");
  }

  @Test
  void aConflictLeavesNothingOfTheWholeTransaction() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    assertThatThrownBy(
            () ->
                work(
                    w -> {
                      w.proofs().add(1001, evidence(EvidenceClass.CODE));
                      w.tokens().add(token(1, TokenPurpose.PROVE), HashValue.of("t"));
                      w.outbox().add(letter(1, "once"), MailClass.CODE, NOW);
                      w.outbox().add(letter(2, "once"), MailClass.CODE, NOW);
                    }))
        .isInstanceOf(StoreConflictException.class);

    for (String table : List.of("evidence", "token", "outbox", "budget")) {
      assertThat(store.rows("SELECT * FROM " + table)).as(table).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n\u00f6ra",
        "nor\u00e4",
        "\u00f1ora",
        "NORA",
        "nora ",
        "nora\u0000",
        "\uff4eora",
        "nor\u0430"
      })
  void aTwinOfAnAccountNameIsAnotherAccount(String twin) throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    work(w -> assertThat(w.tickets().leading(twin)).isEmpty());
    work(w -> assertThat(w.tickets().leading("nora")).hasSize(1));

    Ticket.Applied other = opened(1002);
    work(
        w ->
            w.tickets()
                .add(
                    new Ticket.Applied(
                        other.ticket().change().account(Optional.of(twin)).build(),
                        other.entry())));
    assertThat(store.rows("SELECT id FROM ticket WHERE active_account IS NOT NULL")).hasSize(2);
  }

  @Test
  void twinsOfAddressesMatchNothing() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    work(w -> w.outbox().add(letter(1, "one"), MailClass.CODE, NOW));
    for (String twin :
        List.of(
            "NORA@mail.example",
            "n\u00f2ra@mail.example",
            "nora@mail.example ",
            "nora@ma\u0131l.example")) {
      for (String column : List.of("ticket WHERE requester", "outbox WHERE recipient")) {
        assertThat(store.one("SELECT COUNT(*) FROM " + column + " = '" + twin + "'"))
            .as(column + " " + twin)
            .isEqualTo("0");
      }
    }
  }

  @Test
  void evidenceWarningsAndApprovalsComeBack() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    Warning warning = new Warning(Warning.Kind.OWNER_OBJECTED, "dora@mail.example", NOW);
    work(
        w -> {
          assertThat(w.proofs().add(1001, evidence(EvidenceClass.CODE))).isTrue();
          assertThat(w.proofs().add(1001, evidence(EvidenceClass.CODE))).isFalse();
          w.proofs().add(1001, warning);
          w.proofs().add(1001, warning);
          w.proofs().approve(1001, 1, ALICE, NOW, "a".repeat(64), Optional.empty());
          assertThat(w.proofs().approvers(1001, 1)).containsExactly(ALICE);
        });

    assertThat(store.rows("SELECT class, source, mail_id FROM evidence"))
        .containsExactly("CODE|nora@mail.example|7");
    assertThat(store.rows("SELECT kind FROM warning")).containsExactly("OWNER_OBJECTED");
    assertThat(store.rows("SELECT round, staff FROM approval")).containsExactly("1|" + ALICE);
    work(
        w -> {
          assertThat(w.proofs().of(1001)).containsExactly(evidence(EvidenceClass.CODE));
          assertThat(w.proofs().warnings(1001)).containsExactly(warning);
          assertThat(w.proofs().ofAccount("nora", NOW.minusSeconds(1))).containsExactly(warning);
          assertThat(w.proofs().ofAccount("nora", NOW)).isEmpty();
          assertThat(w.proofs().approvers(1001, 1)).containsExactly(ALICE);
          assertThat(w.proofs().approvers(1001, 2)).isEmpty();
          assertThat(w.proofs().approvalsBy(ALICE, NOW.minusSeconds(1))).hasSize(1);
        });
  }

  @Test
  void aUnitOfWorkSeesTheProofsThatItWroteItself() {
    add(1001, TicketState.PROVING, NORA);
    Instant before = NOW.minusSeconds(1);
    Warning warning = new Warning(Warning.Kind.OWNER_OBJECTED, "dora@mail.example", NOW);
    work(
        w -> {
          assertThat(w.proofs().approvalsBy(ALICE, before)).isEmpty();
          w.proofs().approve(1001, 1, ALICE, NOW, "a".repeat(64), Optional.empty());
          assertThat(w.proofs().approvalsBy(ALICE, before)).hasSize(1);
          assertThat(w.proofs().approvalsBy(ALICE, NOW)).isEmpty();
          assertThat(w.proofs().approvalsBy(NORA, before)).isEmpty();

          assertThat(w.digits().used(ALICE, 58)).isFalse();
          w.digits().use(ALICE, 58);
          assertThat(w.digits().used(ALICE, 57)).isTrue();
          assertThat(w.digits().used(ALICE, 58)).isTrue();
          assertThat(w.digits().used(ALICE, 59)).isFalse();
          assertThat(w.digits().used(NORA, 58)).isFalse();

          w.proofs().add(1001, warning);
          assertThat(w.proofs().ofAccount("nora", before)).containsExactly(warning);
          assertThat(w.proofs().ofAccount("nora", NOW)).isEmpty();
          assertThat(w.proofs().ofAccount("dora", before)).isEmpty();

          w.tickets().add(TestTickets.opened(1002, TicketState.NEEDS_DETAILS, NORA));
          w.proofs().add(1002, new Warning(Warning.Kind.OWNER_OBJECTED, "x@a.example", NOW));
          assertThat(w.proofs().ofAccount("nora", before)).hasSize(2);
          w.tickets().save(w.tickets().load(1002).change().account(Optional.empty()).build());
          w.tickets().save(w.tickets().load(1001).change().account(Optional.empty()).build());
          assertThat(w.proofs().ofAccount("nora", before)).isEmpty();
        });
  }

  @Test
  void aLetterThatWasHeldBackIsWrittenOnceAnOperatorHadItSent() {
    DedupeKey key = dedupeKey("key");
    String note = key.heldBack().sha256();
    work(w -> w.outbox().keep(dropped(letter(3, note))));
    work(w -> assertThat(w.outbox().findWritten(List.of(key))).containsExactly(note));

    work(
        w -> {
          StuckLetter stuck = w.held().stuck(List.of(3L), Set.of(OutboxState.DROPPED), NOW).get(0);
          w.held().sendAgain(stuck, NOW);
        });
    work(
        w ->
            assertThat(w.outbox().findWritten(List.of(key)))
                .containsExactlyInAnyOrder(note, key.sha256()));
  }

  @Test
  void aUnitOfWorkSeesTheLettersThatItWroteItself() {
    work(
        w -> {
          DedupeKey key = dedupeKey("key");
          w.outbox().add(letter(3, key.sha256()), MailClass.CODE, NOW);
          assertThat(w.outbox().findWritten(List.of(key, dedupeKey("other"))))
              .containsExactly(key.sha256());
          assertThat(w.outbox().find(3)).map(SentMail::recipient).contains(NORA);
          assertThat(w.outbox().find(4)).isEmpty();
          Map<Counter, Integer> counters =
              w.outbox().counters(List.of(MailClass.CODE), List.of(NORA.toString()), NOW);
          assertThat(counters).hasSize(2).allSatisfy((counter, used) -> assertThat(used).isOne());
        });
    work(
        w -> {
          w.outbox().add(letter(4, "second"), MailClass.CODE, NOW);
          assertThat(w.outbox().counters(List.of(MailClass.CODE), List.of(NORA.toString()), NOW))
              .hasSize(2)
              .allSatisfy((counter, used) -> assertThat(used).isEqualTo(2));
          assertThat(w.outbox().counters(List.of(), List.of("other@mail.example"), NOW)).isEmpty();
        });
  }

  private static DedupeKey dedupeKey(String key) {
    return new DedupeKey(
        Optional.empty(), LetterKind.find("CODE").orElseThrow(), key, Optional.of(NORA));
  }

  @Test
  void aUnitOfWorkSeesTheMailsThatItEndedItself() {
    store.mails.store(List.of(TestStore.mail(1, "one")), NOW);
    ClaimedMail mail = store.mails.claim(1, NOW, LEASE, false).readable().get(0);
    work(
        w -> {
          assertThat(w.findSeen(List.of("<m@mail.example>"))).isEmpty();
          w.end(TestStore.handled(mail, "words"));
          assertThat(w.findSeen(List.of("<m@mail.example>", "<n@mail.example>")))
              .containsExactly("<m@mail.example>");
        });
  }

  @Test
  void aUnitOfWorkSeesTheTicketsThatItWroteItself() {
    add(1001, TicketState.PROVING, NORA);
    work(w -> w.tickets().save(due(w.tickets().load(1001), NOW)));
    work(
        w -> {
          w.tickets().add(TestTickets.opened(1000, TicketState.NEEDS_DETAILS, NORA));
          assertThat(w.tickets().openOfRequester(NORA))
              .extracting(Ticket::id)
              .containsExactly(1000L, 1001L);
          w.tickets().save(w.tickets().load(1000).change().account(Optional.of("other")).build());
          assertThat(w.tickets().leading("other")).extracting(Ticket::id).contains(1000L);
          assertThat(w.tickets().due(NOW, 9)).extracting(Ticket::id).containsExactly(1001L);
          w.tickets().save(due(w.tickets().load(1001), NOW.plusSeconds(1)));
          assertThat(w.tickets().due(NOW, 9)).isEmpty();
        });
  }

  private static Ticket due(Ticket ticket, Instant at) {
    return ticket.change().next(FollowUp.REMIND, at).build();
  }

  @Test
  void whatCountsOnceIsAConflictTheSecondTime() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    Ticket ticket = TestTickets.proving();
    List<Consumer<UnitOfWork>> once =
        List.of(
            w -> w.proofs().approve(1001, 1, ALICE, NOW, "a".repeat(64), Optional.empty()),
            w -> w.digits().use(ALICE, 58_000_000),
            w -> w.executions().order("LK-1001/1", 1001),
            w -> w.tickets().addFollowUp(ticket, FollowUp.REMIND, NOW),
            w -> w.outbox().add(letter(w.outbox().nextId(), "the same"), MailClass.CODE, NOW));
    for (Consumer<UnitOfWork> task : once) {
      work(task);
      assertThatThrownBy(() -> work(task)).isInstanceOf(StoreConflictException.class);
    }
  }

  @Test
  void aTokenIsFoundByItsHashAndNeverHeldInTheClear() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    IssuedToken token = token(5, TokenPurpose.PROVE);
    work(w -> w.tokens().add(token, HashValue.of("reply-token")));

    assertThat(store.one("SELECT CONCAT_WS(' ', hash, code_hash, digest) FROM token"))
        .doesNotContain("reply-token", "CODE");
    work(
        w -> {
          assertThat(w.tokens().find(HashValue.of("reply-token"))).contains(token);
          assertThat(w.tokens().find(HashValue.of("another-token"))).isEmpty();
          assertThat(w.tokens().findByCode(HashValue.of("CODE"))).contains(token);
          assertThat(w.tokens().ofTicket(1001)).containsExactly(token);
        });
  }

  @Test
  void lettersThatAMailAnswersAreFoundTheNewestFirst() {
    work(
        w -> {
          w.tickets().add(TestTickets.opened(1001, TicketState.PROVING, NORA));
          w.tokens().add(token(5, TokenPurpose.PROVE), HashValue.of("t"));
          for (long id : List.of(2L, 4L, 1L, 3L)) {
            w.outbox().add(ofTicket(1001, letter(id, "key " + id)), MailClass.CODE, NOW);
          }
        });

    assertThat(store.outbox.find(List.of(2L, 1L, 3L, 4L), List.of()))
        .extracting(OutboxEntry::id)
        .containsExactly(4L, 3L, 2L, 1L);
    assertThat(store.outbox.find(List.of(), List.of(HashValue.of("t"))))
        .extracting(OutboxEntry::id)
        .containsExactly(4L, 3L, 2L, 1L);
    assertThat(store.outbox.find(List.of(1L), List.of(HashValue.of("t"))))
        .extracting(OutboxEntry::id)
        .containsExactly(1L, 4L, 3L, 2L);
  }

  @Test
  void aLetterIsSealedAndComesBackWhole() throws SQLException {
    work(w -> w.outbox().add(letter(3, "k"), MailClass.CODE, NOW));

    assertThat(store.one("SELECT LOCATE('QX7A', sealed) + LOCATE('nora', sealed) FROM outbox"))
        .isEqualTo("0");
    assertThat(store.outbox.claim(9, NOW, LEASE).mails())
        .extracting(claimed -> claimed.entry().mail())
        .containsExactly(letter(3, "k").mail());
    assertThat(store.one("SELECT SUM(used) FROM budget")).isEqualTo("2");
  }

  @Test
  void aLetterIsOfTheMomentOfItsTransactionAndAcceptedWhenAServerSaidSo() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    DedupeKey key = dedupeKey("a key of any length".repeat(100));
    OutboxEntry letter = about(1001, letter(3, key.sha256()));
    work(w -> w.outbox().add(letter, MailClass.CODE, NOW));
    assertThat(store.one("SELECT created_at, LENGTH(dedupe_key) FROM outbox"))
        .isEqualTo("2026-03-02 09:00:00.123456|64");
    Instant later = NOW.plusSeconds(5);
    Outbox.Claimed claimed = store.outbox.claim(1, NOW, LEASE).mails().get(0);
    work(
        w ->
            assertThat(w.outbox().ofTicket(1001))
                .extracting(OutboxView::createdAt, OutboxView::sentAt)
                .containsExactly(tuple(NOW, null)));
    store.outbox.finish(
        List.of(
            new Outbox.Result(
                claimed, OutboxState.SENT, 1, later, "250 " + "long ".repeat(99), later)));

    work(
        w -> {
          assertThat(w.outbox().ofTicket(1001))
              .extracting(OutboxView::sentAt)
              .containsExactly(later);
          assertThat(w.outbox().ofTicket(1002)).isEmpty();
        });
  }

  private static OutboxEntry about(long ticketId, OutboxEntry entry) {
    return new OutboxEntry(
        entry.id(),
        Optional.of(ticketId),
        entry.letter(),
        entry.dedupeKey(),
        entry.mail(),
        entry.writtenAt(),
        entry.state(),
        entry.attempts(),
        entry.nextAttemptAt(),
        entry.lastAnswer(),
        entry.sentAt());
  }

  @Test
  void twoProcessesNeverLockTheSameLetterOrDecision() {
    add(1001, TicketState.PROVING, NORA);
    work(
        w -> {
          for (int i = 1; i <= 20; i++) {
            w.outbox().add(letter(i, "key " + i), MailClass.CODE, NOW);
            w.executions().order("decision " + i, 1001);
          }
        });
    try (TestStore other = store.beside()) {
      Set<Object> taken = new HashSet<>();
      store.database.inTransaction(
          session -> {
            session
                .getMapper(OutboxMapper.class)
                .lockDue(NOW, 8)
                .forEach(row -> taken.add(row.id()));
            session
                .getMapper(ExecutionMapper.class)
                .lockDue(KINDS, NOW, 8)
                .forEach(row -> taken.add(row.decision()));
            other.database.inTransaction(
                besides -> {
                  besides
                      .getMapper(OutboxMapper.class)
                      .lockDue(NOW, 99)
                      .forEach(row -> assertThat(taken.add(row.id())).isTrue());
                  besides
                      .getMapper(ExecutionMapper.class)
                      .lockDue(KINDS, NOW, 99)
                      .forEach(row -> assertThat(taken.add(row.decision())).isTrue());
                  return true;
                });
            return true;
          });
      assertThat(taken).hasSize(40);
    }
  }

  @Test
  void whoLostTheLeaseOnALetterOrADecisionCannotWrite() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    work(
        w -> {
          w.outbox().add(letter(1, "k"), MailClass.CODE, NOW);
          w.executions().order("d", 1001);
        });
    Outbox.Claimed letter = store.outbox.claim(1, NOW, LEASE).mails().get(0);
    ClaimedExecution decision = store.desk.claimExecutions(KINDS, 1, NOW, LEASE).get(0);
    store.outbox.claim(1, NOW.plus(LEASE), LEASE);
    store.desk.claimExecutions(KINDS, 1, NOW.plus(LEASE), LEASE);

    assertThatThrownBy(
            () ->
                store.outbox.finish(
                    List.of(new Outbox.Result(letter, OutboxState.SENT, 1, NOW, "250", NOW))))
        .isInstanceOf(StoreConflictException.class);
    assertThatThrownBy(
            () -> work(w -> w.executions().end(decision, Executions.Ending.DONE, "done")))
        .isInstanceOf(StoreConflictException.class);
    assertThat(store.one("SELECT state FROM outbox")).isEqualTo("PENDING");
    assertThat(store.one("SELECT state FROM execution")).isEqualTo("ORDERED");
  }

  @Test
  void aWriteThatMeetsNoRowSaysWhichItWas() throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    work(w -> w.tokens().add(token(5, TokenPurpose.PROVE), HashValue.of("t")));
    work(w -> w.executions().order("d", 1001));
    ClaimedExecution decision = store.desk.claimExecutions(KINDS, 1, NOW, LEASE).get(0);

    assertThatThrownBy(
            () ->
                work(
                    w -> {
                      IssuedToken token = w.tokens().find(HashValue.of("t")).orElseThrow();
                      delete("DELETE FROM token");
                      w.tokens().save(token);
                      w.executions().end(decision, Executions.Ending.DONE, "done");
                      w.executions().close(1002, "nothing was ordered");
                    }))
        .isInstanceOf(StoreConflictException.class)
        .hasMessage("a token is gone");
    assertThat(store.one("SELECT state FROM execution")).isEqualTo("ORDERED");
  }

  private void delete(String sql) {
    try {
      store.change(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE history SET detail = 'other' WHERE sequence = 2",
        "UPDATE history SET actor_name = 'eve@elsewhere.example' WHERE sequence = 1",
        "UPDATE history SET at = at + INTERVAL 1 MICROSECOND WHERE sequence = 2",
        "UPDATE history SET authentication = 'dmarc+token' WHERE sequence = 2",
        "UPDATE history SET hash = REPEAT('0', 64) WHERE sequence = 3",
        "DELETE FROM history WHERE sequence = 3",
        "DELETE FROM history WHERE sequence = 2",
        "UPDATE ticket SET version = 4",
        "UPDATE ticket SET history_hash = REPEAT('0', 64)"
      })
  void anEditOfTheHistoryShows(String edit) throws SQLException {
    add(1001, TicketState.PROVING, NORA);
    apply(1001, TicketEvent.EVIDENCE_RECORDED);
    apply(1001, TicketEvent.EVIDENCE_COMPLETE);
    assertThat(findings()).isEmpty();

    store.change(edit);

    assertThat(findings()).isNotEmpty();
  }

  @Test
  void halfACharacterLeavesTheHistoryWhole() {
    add(1001, TicketState.PROVING, NORA);
    work(
        w ->
            w.tickets()
                .save(
                    w.tickets()
                        .load(1001)
                        .apply(TicketEvent.EVIDENCE_RECORDED, NOW, Cause.desk("cut \ud83d"))));

    assertThat(findings()).isEmpty();
  }

  @Test
  void historiesAreReadSomeAtATimeEachWithItsTicket() {
    add(1001, TicketState.PROVING, NORA);
    work(
        w -> {
          w.tickets()
              .add(
                  TestTickets.opened(
                      1002, TicketState.PROVING, EmailAddress.of("otto@mail.example"), "otto"));
          w.tickets()
              .add(
                  TestTickets.opened(
                      1003, TicketState.PROVING, EmailAddress.of("pia@mail.example"), "pia"));
        });
    work(
        w ->
            w.tickets()
                .save(
                    w.tickets()
                        .load(1002)
                        .apply(TicketEvent.EVIDENCE_RECORDED, NOW, Cause.desk("seen"))));
    TicketViews views = new TicketViews(store.database);

    assertThat(views.count()).isEqualTo(3);
    assertThat(views.chains(0, 2))
        .extracting(one -> one.reference() + ":" + one.entries().size())
        .containsExactly("LK-1001:1", "LK-1002:2");
    assertThat(views.chains(1002, 2))
        .extracting(one -> one.reference() + ":" + one.entries().size())
        .containsExactly("LK-1003:1");
    assertThat(views.chains(1003, 2)).isEmpty();
    assertThat(views.chain(new Reference(1000))).isEmpty();
    assertThat(views.chains(0, 3))
        .allSatisfy(one -> assertThat(new HistoryCheck().find(one)).isEmpty());
  }

  private List<String> findings() {
    return new HistoryCheck()
        .find(new TicketViews(store.database).chain(new Reference(1001)).orElseThrow());
  }

  private void work(Consumer<UnitOfWork> task) {
    store.desk.work(
        NOW,
        1,
        w -> {
          task.accept(w);
          return true;
        });
  }

  private void add(long id, TicketState state, EmailAddress requester) {
    work(w -> w.tickets().add(TestTickets.opened(id, state, requester)));
  }

  private void apply(long id, TicketEvent event) {
    work(w -> w.tickets().save(w.tickets().load(id).apply(event, NOW, Cause.desk("words"))));
  }

  private TicketView view(long id) {
    return new TicketViews(store.database).find(new Reference(id)).orElseThrow();
  }

  private static Ticket.Applied opened(long id) {
    return TestTickets.opened(id, TicketState.PROVING, NORA);
  }

  private static Evidence evidence(EvidenceClass kind) {
    return new Evidence(kind, NORA.toString(), NOW, OptionalLong.of(7));
  }

  private static IssuedToken token(long id, TokenPurpose purpose) {
    return new IssuedToken(
        id,
        purpose,
        1001,
        NORA,
        0,
        Optional.empty(),
        Optional.of(HashValue.of("CODE")),
        0,
        NOW,
        NOW.plusSeconds(60),
        Optional.empty());
  }

  private static OutboxEntry dropped(OutboxEntry letter) {
    return new OutboxEntry(
        letter.id(),
        letter.ticketId(),
        letter.letter(),
        letter.dedupeKey(),
        letter.mail(),
        letter.writtenAt(),
        OutboxState.DROPPED,
        0,
        letter.nextAttemptAt(),
        Optional.empty(),
        Optional.empty());
  }

  private static OutboxEntry letter(long id, String key) {
    Instant now = NOW.truncatedTo(ChronoUnit.SECONDS);
    OutboundMail mail =
        new OutboundMail(
            EmailAddress.of("desk+b1@desk.example"),
            "Desk",
            EmailAddress.of("desk@desk.example"),
            NORA,
            Optional.of(EmailAddress.of("desk+r1@desk.example")),
            "<" + id + "@desk.example>",
            now,
            Optional.of("<q@mail.example>"),
            List.of("<q@mail.example>"),
            OutboundMail.AutoSubmitted.AUTO_REPLIED,
            "Your code \ud83d\udd11",
            "the code is QX7A\n\u00e4\n",
            Optional.empty());
    return new OutboxEntry(
        id,
        Optional.empty(),
        CODE,
        key,
        mail,
        NOW,
        OutboxState.PENDING,
        0,
        NOW,
        Optional.empty(),
        Optional.empty());
  }

  private static OutboxEntry ofTicket(long ticket, OutboxEntry letter) {
    return new OutboxEntry(
        letter.id(),
        Optional.of(ticket),
        letter.letter(),
        letter.dedupeKey(),
        letter.mail(),
        letter.writtenAt(),
        letter.state(),
        letter.attempts(),
        letter.nextAttemptAt(),
        letter.lastAnswer(),
        letter.sentAt());
  }
}
