package dev.latchkey.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FiguresScale {
  @Test
  void million() throws Exception {
    int n = Integer.getInteger("n", 1_000_000);
    try (TestStore store = TestStore.emptyFor(FiguresScale.class)) {
      for (String sql :
          new String[] {
            "INSERT INTO ticket (id, version, history_hash, state, state_since, requester, language, account_name, reasons, recovery_codes, code_of_conduct, acknowledged, addresses, projects, details, account, round, reopened, question_open, next_follow_up, next_follow_up_at, opened_at, decided_at, closed_at, level) SELECT seq + 1000, 3, REPEAT('a', 64), CASE WHEN seq % OPEN > 1 THEN ELT(1 + seq % 5, 'RECOVERED','RECOVERED','REJECTED','EXPIRED','WITHDRAWN') WHEN seq % OPEN = 0 THEN 'PROVING' ELSE 'IN_REVIEW' END, opened, CONCAT('old', seq, '@o.example'), 'en', CONCAT('old', seq), ELT(1 + seq % 3, 'LOST_2FA_DEVICE','LOST_2FA_DEVICE,LOST_RECOVERY_CODES','FORGOT_PASSWORD'), 'NONE', 1, 1, '', '', REPEAT('I lost my phone. ', 10), CONCAT('old', seq), 0, 0, 0, IF(seq % OPEN > 1, NULL, 'REMIND'), IF(seq % OPEN > 1, NULL, UTC_TIMESTAMP() + INTERVAL 9 DAY), opened, IF(seq % OPEN > 1, opened + INTERVAL 5 DAY, NULL), IF(seq % OPEN > 1, LEAST(UTC_TIMESTAMP(6), opened + INTERVAL 9 DAY), NULL), 'STANDARD' FROM (SELECT seq, UTC_TIMESTAMP() - INTERVAL (N - seq) * SPAN * 86400 / N SECOND AS opened FROM seq_1_to_N) AS old",
            "INSERT INTO mail (id, sha256, size, header_only, received_at, stored_at, state, attempts, next_attempt_at, message_id, sender, kind, subject, written, outcome, reasons, ticket_id, handled_at) SELECT seq, SHA2(seq, 256), 4000, 0, at, at, 'HANDLED', 1, at, CONCAT('<old', seq, '@o.example>'), 'x@o.example', 'human', 'Account', REPEAT('I lost my phone. ', 20), 'TICKET_OPENED', '', seq % N + 1001, at + INTERVAL 9 SECOND FROM (SELECT seq, UTC_TIMESTAMP() - INTERVAL (2*N - seq) * SPAN * 86400 / (2*N) SECOND AS at FROM seq_1_to_MM) AS x",
            "INSERT INTO history (ticket_id, sequence, at, event, from_state, to_state, actor_kind, actor_name, authentication, mail_id, detail, previous_hash, hash) SELECT seq + 1000, step.n, NOW(), IF(seq % 2000 = 1, 'PROMISE_MISSED', 'OPENED'), 'PROVING', 'PROVING', 'DESK', 'desk', 'none', seq, '', REPEAT('a', 64), REPEAT('b', 64) FROM seq_1_to_N, (SELECT seq AS n FROM seq_1_to_2) AS step",
            "INSERT INTO outbox (id, ticket_id, letter, dedupe_key, recipient, message_id, sealed, created_at, state, attempts, next_attempt_at, last_answer, sent_at) SELECT seq, seq + 1000, 'ACKNOWLEDGEMENT', SHA2(seq,256), 'x@o.example', CONCAT('<', seq, '.old@bench.example>'), REPEAT('x', 300), NOW(), 'SENT', 1, NOW(), '250 ok', NOW() FROM seq_1_to_N",
            "INSERT INTO deed (ticket_id, version, command, staff, at, state, state_since, round, reopened, question_open) SELECT seq + 1000, 2, 'APPROVE', CONCAT('s', seq % 5, '@staff.example'), opened + INTERVAL 5 DAY, 'IN_REVIEW', opened + INTERVAL 1 DAY, 0, 0, 0 FROM (SELECT seq, UTC_TIMESTAMP() - INTERVAL (N - seq) * SPAN * 86400 / N SECOND AS opened FROM seq_1_to_N) AS o",
            "ANALYZE TABLE ticket, mail, outbox, history, deed"
          }) {
        long began = System.nanoTime();
        try (var c = store.schema.connect();
            var s = c.createStatement()) {
          s.execute("SET SESSION foreign_key_checks = 0, unique_checks = 0");
          sql =
              sql.replace("OPEN", System.getProperty("open", "1000"))
                  .replace("SPAN", System.getProperty("span", "3650.0"));
          s.execute(
              sql.replace("MM", "" + 2 * n)
                  .replace("N)", n + ")")
                  .replace("(N ", "(" + n + " ")
                  .replace("*N", "*" + n)
                  .replace("/ N", "/ " + n)
                  .replace("_N", "_" + n)
                  .replace("% N", "% " + n));
        }
        System.out.println(
            sql.substring(0, 25) + " " + (System.nanoTime() - began) / 1_000_000 + " ms");
      }
      FigureViews views = new FigureViews(store.database, new DeskFigures(store.database));
      for (int i = 0; i < 3; i++) {
        long began = System.nanoTime();
        Figures figures = views.read(Instant.now());
        System.out.println("read " + (System.nanoTime() - began) / 1_000_000 + " ms " + figures);
        began = System.nanoTime();
        PastFigures past = views.past(Instant.now().minus(Duration.ofDays(90)), Instant.now());
        System.out.println(
            "past "
                + (System.nanoTime() - began) / 1_000_000
                + " ms "
                + past.closed()
                + past.reasons());
      }
      database(store);
      if (System.getProperty("report") != null) {
        DeskFigures stays = new DeskFigures(store.database);
        dev.latchkey.flow.recovery.WaitingTime waiting =
            new dev.latchkey.flow.recovery.WaitingTime(
                stays,
                java.util.Optional.empty(),
                dev.latchkey.flow.StaffTimes.USUAL.workingDays());
        java.nio.file.Files.writeString(
            java.nio.file.Path.of(System.getProperty("report")),
            new dev.latchkey.watch.Report(
                    "Example Index <Support>",
                    new dev.latchkey.watch.Glance(
                        views.read(Instant.now()),
                        waiting.lately(Instant.now()),
                        java.util.Optional.empty()),
                    views.past(Instant.now().minus(Duration.ofDays(89)), Instant.now()))
                .html());
      }
    }
  }

  private static void database(TestStore store) throws SQLException {
    for (String sql :
        new String[] {
          "SELECT state, level, COUNT(*) AS tickets, MIN(state_since) AS since FROM ticket WHERE state IN ('PROVING','IN_REVIEW','ON_HOLD') GROUP BY state, level",
          "SELECT COUNT(*) FROM ticket t WHERE t.state IN ('PROVING','IN_REVIEW') AND EXISTS (SELECT 1 FROM history h WHERE h.ticket_id = t.id AND h.event = 'PROMISE_MISSED' AND (t.decided_at IS NULL OR h.at > t.decided_at))",
          "SELECT DISTINCT t.id FROM ticket t JOIN history h ON h.ticket_id = t.id WHERE t.closed_at IS NULL AND h.event = 'PROMISE_MISSED' AND (t.decided_at IS NULL OR h.at > t.decided_at)",
          "SELECT COALESCE(t.assignee, u.staff) AS staff, COUNT(*) AS tickets, MIN(t.state_since) AS since FROM ticket t LEFT JOIN turn u ON u.ticket_id = t.id WHERE t.state IN ('PROVING','IN_REVIEW') GROUP BY COALESCE(t.assignee, u.staff)",
          "SELECT staff AS what, COUNT(*) AS count FROM deed WHERE at > UTC_TIMESTAMP() - INTERVAL 30 DAY AND command IN ('APPROVE', 'REJECT', 'ASK') GROUP BY staff",
          "SELECT COUNT(*) FROM outbox WHERE state = 'PARKED'",
          "SELECT MAX(received_at) FROM mail WHERE state = 'HANDLED'",
          "SELECT MAX(handled_at) FROM (SELECT handled_at FROM mail WHERE state = 'HANDLED' ORDER BY received_at DESC LIMIT 100) AS latest",
          "SELECT DATE(received_at) AS day, COUNT(*) AS count FROM mail WHERE state IN ('RECEIVED', 'HANDLED', 'QUARANTINED') AND received_at >= UTC_TIMESTAMP() - INTERVAL 90 DAY GROUP BY DATE(received_at)",
          "SELECT DATE(opened_at) AS day, COUNT(*) AS count FROM ticket WHERE opened_at >= UTC_TIMESTAMP() - INTERVAL 90 DAY AND concern = 'RECOVERY' GROUP BY DATE(opened_at)",
          "SELECT reasons AS what, COUNT(*) AS count FROM ticket WHERE opened_at >= UTC_TIMESTAMP() - INTERVAL 90 DAY AND concern = 'RECOVERY' GROUP BY reasons",
          "SELECT state AS what, COUNT(*) AS count FROM ticket WHERE closed_at >= UTC_TIMESTAMP() - INTERVAL 90 DAY GROUP BY state",
          "SELECT MEDIAN(TIMESTAMPDIFF(MICROSECOND, received_at, handled_at) / 1000000) OVER () FROM mail WHERE state = 'HANDLED' AND received_at >= UTC_TIMESTAMP() - INTERVAL 1 DAY LIMIT 1",
          "SELECT MEDIAN(TIMESTAMPDIFF(SECOND, opened_at, decided_at)) OVER () FROM ticket WHERE decided_at >= UTC_TIMESTAMP() - INTERVAL 90 DAY LIMIT 1",
          "SELECT MEDIAN(TIMESTAMPDIFF(SECOND, opened_at, closed_at)) OVER () FROM ticket WHERE state = 'RECOVERED' AND closed_at >= UTC_TIMESTAMP() - INTERVAL 90 DAY LIMIT 1"
        }) {
      long began = System.nanoTime();
      store.rows(sql);
      System.out.println(
          (System.nanoTime() - began) / 1_000_000
              + " ms "
              + sql.substring(0, 49)
              + " "
              + store.rows("EXPLAIN " + sql));
    }
    System.out.println(
        "reviews explain "
            + store.rows(
                "EXPLAIN SELECT t.level, d.state_since AS since, MAX(d.at) AS answered_at FROM deed d JOIN ticket t ON t.id = d.ticket_id WHERE d.at > UTC_TIMESTAMP() - INTERVAL 90 DAY AND d.state = 'IN_REVIEW' AND d.command IN ('APPROVE') AND NOT (t.state = 'IN_REVIEW' AND t.state_since = d.state_since) GROUP BY d.ticket_id, d.state_since, t.level"));
  }
}
