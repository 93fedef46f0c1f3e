package dev.latchkey.store;

import dev.latchkey.letter.LetterKind;
import dev.latchkey.outgoing.OutboxState;
import dev.latchkey.store.database.Database;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Letters of the desk, as people look them up; nothing is locked, and their text stays sealed. */
public final class OutboxViews {
  private final Database database;

  public OutboxViews(Database database) {
    this.database = database;
  }

  /**
   * A letter in a list.
   *
   * @param attempts refusals so far
   * @param nextAttemptAt when it is tried, or looked at, again; of no meaning for one that is
   *     PARKED or DROPPED
   */
  public record Line(
      long id,
      @Nullable Long ticketId,
      LetterKind letter,
      String recipient,
      Instant createdAt,
      OutboxState state,
      int attempts,
      Instant nextAttemptAt,
      @Nullable String lastAnswer,
      @Nullable Instant sentAt) {}

  /**
   * Letters, newest first.
   *
   * @param states only these, at least one
   */
  public List<Line> list(Set<OutboxState> states, int limit) {
    return database.inTransaction(
        session -> session.getMapper(OutboxMapper.class).list(states, limit));
  }
}
