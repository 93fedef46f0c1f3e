package dev.latchkey.bench;

import dev.latchkey.store.OldLetters;
import dev.latchkey.trust.secret.SigningKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.NullMarked;

/**
 * The tickets of earlier years, written by SQL, but for their letters: of ten, seven are closed,
 * two wait for their requester and one for the staff. Each has its mail, its history (whose chain
 * of hashes is whole), its letter and its token, of the day that it was opened, within the last 700
 * days; every other one was decided by the staff, in 3 to 102 hours.
 */
@NullMarked
final class OldTickets {
  /** The tickets whose history ends with the entry of that number, and its hash. */
  private static final String END_OF =
      "SELECT ticket_id - 1000 AS seq, hash AS previous FROM history WHERE sequence = %d";

  private static final String[] FILL = {
    "SET SESSION foreign_key_checks = 0, unique_checks = 0",
    history(1, "SELECT seq, REPEAT('0', 64) AS previous FROM seq_1_to_%d"),
    history(2, END_OF.formatted(1)),
    history(3, END_OF.formatted(2)),
    """
    INSERT INTO ticket (id, version, history_hash, state, state_since, requester, language,
      account_name, reasons, recovery_codes, code_of_conduct, acknowledged, addresses, projects,
      details, account, round, reopened, question_open, thread_root, thread_last, next_follow_up,
      next_follow_up_at, opened_at, decided_at, closed_at)
    SELECT seq + 1000, 3, hash,
      CASE WHEN ended THEN 'RECOVERED' WHEN seq % 10 < 9 THEN 'PROVING' ELSE 'IN_REVIEW' END,
      opened, CONCAT('old', seq, '@outside.example'), 'en', CONCAT('old', seq), 'LOST_2FA_DEVICE',
      'NONE', 1, 1, '', '', REPEAT('I lost my phone. ', 20), CONCAT('old', seq), 0, 0, 0,
      CONCAT('<old', seq, '@outside.example>'), CONCAT('<old', seq, '@outside.example>'),
      IF(ended, NULL, 'REMIND'), IF(ended, NULL, NOW() + INTERVAL 9 DAY), opened,
      IF(ended, opened + INTERVAL 5 DAY, NULL), IF(ended, opened + INTERVAL 9 DAY, NULL)
    FROM (SELECT seq, hash, NOW() - INTERVAL seq % 700 DAY AS opened,
        seq % 10 < 7 OR seq > %open AS ended
      FROM seq_1_to_%d JOIN history ON ticket_id = seq + 1000 AND sequence = 3) AS old
    """,
    """
    INSERT INTO deed (ticket_id, version, command, staff, at, state, state_since, round, reopened,
      question_open, level)
    SELECT id, 2, IF(id % 10 = 4, 'REJECT', 'APPROVE'), CONCAT('staff', id % 5, '@bench.example'),
      decided_at, 'IN_REVIEW', opened_at + INTERVAL (id DIV 700) % 100 + 3 HOUR, 0, 0, 0,
      ELT(1 + id DIV 700 % 3, 'STANDARD', 'HIGH', 'SLOW')
    FROM ticket WHERE decided_at IS NOT NULL AND id % 2 = 0 AND id <= 1000 + %d
    """,
    """
    INSERT INTO mail (id, sha256, size, header_only, received_at, stored_at, state, attempts,
      next_attempt_at, message_id, sender, kind, subject, written, outcome, reasons, ticket_id,
      handled_at)
    SELECT seq, SHA2(seq, 256), 4000, 0, day, day, 'HANDLED', 1, day,
      CONCAT('<old', seq, '@outside.example>'), CONCAT('old', seq, '@outside.example'), 'human',
      'Account recovery request', REPEAT('I lost my phone. ', 200), 'TICKET_OPENED', '', seq + 1000,
      day
    FROM (SELECT seq, NOW() - INTERVAL seq % 700 DAY AS day FROM seq_1_to_%d) AS old
    """,
    """
    INSERT INTO mail_position (mailbox, uid_validity, uid, mail_id)
    SELECT 'earlier/INBOX', 1, seq, seq FROM seq_1_to_%d
    """,
    """
    INSERT INTO token (id, hash, purpose, ticket_id, recipient, round, tries, issued_at, expires_at)
    SELECT seq, SHA2(CONCAT('token', seq), 256), 'THREAD', seq + 1000,
      CONCAT('old', seq, '@outside.example'), 0, 0, NOW(), NOW() + INTERVAL 400 DAY
    FROM seq_1_to_%d
    """,
    "SELECT SETVAL(mail_id, %d), SETVAL(outbox_id, %d), SETVAL(token_id, %d), SETVAL(ticket_id, 1%d)"
  };

  private OldTickets() {}

  /** The entries of one number, each with its hash as {@code HistoryEntry} makes it. */
  private static String history(int sequence, String before) {
    return """
        INSERT INTO history (ticket_id, sequence, at, event, from_state, to_state, actor_kind,
          actor_name, authentication, mail_id, detail, previous_hash, hash)
        SELECT seq + 1000, %1$d, '2026-01-01 00:00:00', 'OPENED', 'PROVING', 'PROVING', 'DESK',
          'desk', 'none', seq, '', previous,
          SHA2(CONCAT(LENGTH(seq + 1000), ':', seq + 1000,
            '1:%1$d12:1767225600.06:OPENED7:PROVING7:PROVING4:DESK4:desk4:none',
            LENGTH(seq), ':', seq, '0:64:', previous), 256)
        FROM (%2$s) AS old
        """
        .formatted(sequence, before);
  }

  /**
   * Writes {@code count} of them into a schema in which a desk has put the check value of its key:
   * without one it would try the letters, none of which can be opened, and stand still.
   *
   * @param open all but the first so many are closed
   * @param key of the desk, by which its letters are sealed
   */
  static void fill(Connection connection, int count, int open, SigningKey key) throws SQLException {
    if (count == 0) {
      return;
    }
    try (Statement statement = connection.createStatement()) {
      for (String sql : FILL) {
        statement.execute(sql.replace("%open", "" + open).replace("%d", "" + count));
      }
      OldLetters.fill(connection, key, 1, count);
      statement.execute("SET SESSION foreign_key_checks = 1, unique_checks = 1");
      statement.execute("ANALYZE TABLE ticket, deed, mail, outbox, token, history");
    }
  }
}
