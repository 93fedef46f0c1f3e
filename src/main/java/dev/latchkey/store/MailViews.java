package dev.latchkey.store;

import dev.latchkey.store.database.Database;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mails that arrived, as people look them up one by one; nothing is locked. */
public final class MailViews {
  private final Database database;

  public MailViews(Database database) {
    this.database = database;
  }

  /**
   * All that is kept of a mail; what was written has its secrets removed.
   *
   * @param state RECEIVED, HANDLED or QUARANTINED
   * @param headerOnly it was over the size limit
   * @param octetsKept whether its octets are still there
   * @param reasons why it ended as it did, parted by {@code ;}
   * @param writer for whom the desk takes who wrote it
   */
  public record Kept(
      long id,
      String state,
      Instant receivedAt,
      Instant storedAt,
      @Nullable Instant handledAt,
      long size,
      boolean headerOnly,
      boolean octetsKept,
      int attempts,
      @Nullable String messageId,
      @Nullable String sender,
      @Nullable String kind,
      @Nullable String subject,
      @Nullable String written,
      @Nullable String outcome,
      @Nullable String reasons,
      @Nullable Long ticketId,
      @Nullable String heard,
      @Nullable String writer) {}

  /** One mail by its number. */
  public Optional<Kept> find(long id) {
    return database.inTransaction(
        session -> Optional.ofNullable(session.getMapper(MailMapper.class).findKept(id)));
  }
}
