package dev.latchkey.store;

import dev.latchkey.ticket.Reason;
import dev.latchkey.ticket.TicketState;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * What happened on some days.
 *
 * @param days first to last, the one that is not over included
 * @param zone whose days they are
 * @param mails that arrived, by day
 * @param recoveries tickets about a recovery that were opened, by day
 * @param inquiries tickets about something else that were opened, by day
 * @param closed how many tickets ended in each way
 * @param reasons of the recoveries that were opened; a ticket may have several
 * @param noReason recoveries that were opened and say none
 * @param lying how many recoveries lay before the staff at the end of each day, by those that they
 *     answered since and those that still wait
 */
public record PastFigures(
    List<LocalDate> days,
    ZoneId zone,
    SortedMap<LocalDate, Long> mails,
    SortedMap<LocalDate, Long> recoveries,
    SortedMap<LocalDate, Long> inquiries,
    Map<TicketState, Long> closed,
    Map<Reason, Long> reasons,
    long noReason,
    SortedMap<LocalDate, Long> lying) {
  public PastFigures {
    days = List.copyOf(days);
  }
}
