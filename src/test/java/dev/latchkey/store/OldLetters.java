package dev.latchkey.store;

import dev.latchkey.trust.secret.SigningKey;
import dev.latchkey.trust.secret.Vault;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.NullMarked;

/**
 * Letters of earlier years for a benchmark, one a ticket, each sealed with the key of the desk, so
 * that who has to open them all has the work of a real desk.
 */
@NullMarked
public final class OldLetters {
  private static final int BATCH = 1_000;

  private static final String INSERT =
      "INSERT INTO outbox (id, ticket_id, letter, dedupe_key, recipient, message_id, sealed,"
          + " created_at, state, attempts, next_attempt_at, last_answer, sent_at)"
          + " VALUES (?, ?, 'ACKNOWLEDGEMENT', ?, ?, ?, ?, ?, 'SENT', 1, ?, '250 ok', ?)";

  private static final String LETTER =
      "{\"envelopeFrom\":\"desk@bench.example\",\"fromName\":\"Benchmark\","
          + "\"from\":\"desk@bench.example\",\"recipient\":\"old%1$d@outside.example\","
          + "\"messageId\":\"<%1$d.old@bench.example>\",\"date\":\"2026-01-01T00:00:00Z\","
          + "\"references\":[],\"autoSubmitted\":\"AUTO_REPLIED\",\"subject\":\"Your request LK-%1$d\","
          + "\"body\":\"%2$s\"}";

  private static final String BODY = "We have your request and look at it soon. ".repeat(38);

  private OldLetters() {}

  /** Writes those of the tickets with these numbers, less a thousand: first and last. */
  public static void fill(Connection connection, SigningKey key, long first, long last)
      throws SQLException {
    Vault vault = new Vault(key, new SecureRandom());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (long seq = first; seq <= last; seq++) {
        String letter = LETTER.formatted(seq, BODY);
        Timestamp day = Timestamp.from(now.minus(seq % 700, ChronoUnit.DAYS));
        insert.setLong(1, seq);
        insert.setLong(2, seq + 1_000);
        insert.setString(3, "LK-%d:ACKNOWLEDGEMENT:opened".formatted(seq));
        insert.setString(4, "old%d@outside.example".formatted(seq));
        insert.setString(5, "<%d.old@bench.example>".formatted(seq));
        insert.setBytes(
            6, vault.seal(letter.getBytes(StandardCharsets.UTF_8), "outgoing mail " + seq));
        insert.setTimestamp(7, day);
        insert.setTimestamp(8, day);
        insert.setTimestamp(9, day);
        insert.addBatch();
        if (seq % BATCH == 0 || seq == last) {
          insert.executeBatch();
        }
      }
    }
  }
}
