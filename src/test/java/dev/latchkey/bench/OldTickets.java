package dev.latchkey.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.NullMarked;

/**
 * The tickets of earlier years, written by SQL alone: of ten, seven are closed, two wait for their
 * requester and one for the staff. Each has its mail, its history, its letter and its token.
 */
@NullMarked
final class OldTickets {
  private static final String[] FILL = {
    "SET SESSION foreign_key_checks = 0, unique_checks = 0",
    """
    INSERT INTO ticket (id, version, history_hash, state, state_since, requester, language,
      account_name, reasons, recovery_codes, code_of_conduct, acknowledged, addresses, projects,
      details, account, round, reopened, question_open, thread_root, thread_last, next_follow_up,
      next_follow_up_at, opened_at, decided_at, closed_at)
    SELECT seq + 1000, 3, REPEAT('a', 64),
      CASE WHEN seq % 10 < 7 THEN 'RECOVERED' WHEN seq % 10 < 9 THEN 'PROVING' ELSE 'IN_REVIEW' END,
      opened, CONCAT('old', seq, '@outside.example'), 'en', CONCAT('old', seq), 'LOST_2FA_DEVICE',
      'NONE', 1, 1, '', '', REPEAT('I lost my phone. ', 20), CONCAT('old', seq), 0, 0, 0,
      CONCAT('<old', seq, '@outside.example>'), CONCAT('<old', seq, '@outside.example>'),
      IF(seq % 10 < 7, NULL, 'REMIND'), IF(seq % 10 < 7, NULL, NOW() + INTERVAL 9 DAY), opened,
      IF(seq % 10 < 7, opened + INTERVAL 5 DAY, NULL), IF(seq % 10 < 7, opened + INTERVAL 9 DAY, NULL)
    FROM (SELECT seq, NOW() - INTERVAL seq % 700 DAY AS opened FROM seq_1_to_%d) AS old
    """,
    """
    INSERT INTO mail (id, sha256, size, header_only, received_at, stored_at, state, attempts,
      next_attempt_at, message_id, sender, kind, subject, written, outcome, reasons, ticket_id,
      handled_at)
    SELECT seq, SHA2(seq, 256), 4000, 0, NOW(), NOW(), 'HANDLED', 1, NOW(),
      CONCAT('<old', seq, '@outside.example>'), CONCAT('old', seq, '@outside.example'), 'human',
      'Account recovery request', REPEAT('I lost my phone. ', 200), 'TICKET_OPENED', '', seq + 1000,
      NOW()
    FROM seq_1_to_%d
    """,
    """
    INSERT INTO mail_position (mailbox, uid_validity, uid, mail_id)
    SELECT 'earlier/INBOX', 1, seq, seq FROM seq_1_to_%d
    """,
    """
    INSERT INTO history (ticket_id, sequence, at, event, from_state, to_state, actor_kind,
      actor_name, authentication, mail_id, detail, previous_hash, hash)
    SELECT seq + 1000, step.n, NOW(), 'OPENED', 'PROVING', 'PROVING', 'DESK', 'desk', 'none', seq,
      '', REPEAT('a', 64), REPEAT('b', 64)
    FROM seq_1_to_%d, (SELECT seq AS n FROM seq_1_to_3) AS step
    """,
    """
    INSERT INTO outbox (id, ticket_id, letter, dedupe_key, recipient, message_id, sealed, created_at,
      state, attempts, next_attempt_at, last_answer, sent_at)
    SELECT seq, seq + 1000, 'ACKNOWLEDGEMENT', CONCAT('LK-', seq, ':ACKNOWLEDGEMENT:opened'),
      CONCAT('old', seq, '@outside.example'), CONCAT('<', seq, '.old@bench.example>'),
      REPEAT('x', 2000), NOW(), 'SENT', 1, NOW(), '250 ok', NOW()
    FROM seq_1_to_%d
    """,
    """
    INSERT INTO token (id, hash, purpose, ticket_id, recipient, round, tries, issued_at, expires_at)
    SELECT seq, SHA2(CONCAT('token', seq), 256), 'THREAD', seq + 1000,
      CONCAT('old', seq, '@outside.example'), 0, 0, NOW(), NOW() + INTERVAL 400 DAY
    FROM seq_1_to_%d
    """,
    "SELECT SETVAL(mail_id, %d), SETVAL(outbox_id, %d), SETVAL(token_id, %d), SETVAL(ticket_id, 1%d)",
    "ANALYZE TABLE ticket, mail, outbox, token, history"
  };

  private OldTickets() {}

  /**
   * Writes {@code count} of them into a schema in which a desk has put the check value of its key:
   * without one it would try the letters, none of which can be opened, and stand still.
   */
  static void fill(Connection connection, int count) throws SQLException {
    if (count == 0) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String sql : FILL) {
        statement.execute(sql.replace("%d", "" + count));
      }
      statement.execute("SET SESSION foreign_key_checks = 1, unique_checks = 1");
    }
  }
}
