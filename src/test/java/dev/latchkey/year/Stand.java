package dev.latchkey.year;

import dev.latchkey.ticket.TicketState;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a ticket stands, as everybody who has to do with it knows.
 *
 * @param since when it entered that state
 */
record Stand(TicketState state, Instant since) {
  /** As {@link #read} wants a row. */
  static final String ROWS = "SELECT CONCAT_WS('|', id, state, state_since) FROM ticket";

  private static final DateTimeFormatter DATABASE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSSSSS]");

  /** All of them, by ticket. */
  static Map<Long, Stand> read(List<String> rows) {
    return rows.stream()
        .map(row -> row.split("\\|"))
        .collect(
            Collectors.toMap(
                part -> Long.parseLong(part[0]),
                part -> new Stand(TicketState.valueOf(part[1]), moment(part[2]))));
  }

  /** A moment as the database writes it. */
  static Instant moment(String text) {
    return LocalDateTime.parse(text, DATABASE).toInstant(ZoneOffset.UTC);
  }
}
