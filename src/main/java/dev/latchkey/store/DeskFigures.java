package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.database.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Figures about the desk as a whole. */
public final class DeskFigures {
  private final Database database;
  private final EmailAddress desk;

  /**
   * @param desk in whose name the desk itself decides; that is no answer of the staff
   */
  public DeskFigures(Database database, EmailAddress desk) {
    this.database = database;
    this.desk = desk;
  }

  /** In whose name the desk itself decides. */
  EmailAddress desk() {
    return desk;
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
              .reviewed(ended, desk.toString(), row -> stays.add(row.getResultObject()));
          return stays;
        });
    return Collections.unmodifiableList(stays);
  }

  /**
   * How many recoveries lay before the staff at the end of each day.
   *
   * @param days one after another
   * @param stretches all of them, and their zone
   */
  SortedMap<LocalDate, Long> lying(List<LocalDate> days, List<Stretch> stretches) {
    LocalDate first = days.get(0);
    SortedMap<LocalDate, Long> changes = new TreeMap<>();
    database
        .inTransaction(
            session ->
                session
                    .getMapper(FigureMapper.class)
                    .lain(stretches.get(0).from(), desk.toString(), stretches))
        .forEach(
            some -> {
              LocalDate began = some.began().isBefore(first) ? first : some.began();
              changes.merge(began, some.count(), Long::sum);
              LocalDate ended = some.ended();
              if (ended != null) {
                changes.merge(ended.isBefore(began) ? began : ended, -some.count(), Long::sum);
              }
            });
    SortedMap<LocalDate, Long> lying = new TreeMap<>();
    long now = 0;
    for (LocalDate day : days) {
      now += changes.getOrDefault(day, 0L);
      lying.put(day, now);
    }
    return lying;
  }
}
