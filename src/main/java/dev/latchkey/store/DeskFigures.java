package dev.latchkey.store;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Figures about the desk as a whole. */
public final class DeskFigures {
  private final Database database;

  public DeskFigures(Database database) {
    this.database = database;
  }

  /**
   * A stay of a ticket before the staff.
   *
   * @param answered whether they decided or asked back; otherwise it still waits
   * @param until when they did; where it waits, when it began to
   */
  public record Review(Optional<String> level, Instant since, boolean answered, Instant until) {}

  /**
   * The stays before the staff that ended since {@code ended} or last, in no order; read row by
   * row, and kept in little memory.
   */
  public List<Review> reviews(Instant ended) {
    ReviewColumns stays = new ReviewColumns();
    database.inTransaction(
        session -> {
          session
              .getMapper(FigureMapper.class)
              .reviewed(ended, row -> stays.add(row.getResultObject()));
          return stays;
        });
    return Collections.unmodifiableList(stays);
  }
}
