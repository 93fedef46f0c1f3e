package dev.latchkey.store;

import dev.latchkey.ticket.Deed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What commands of the staff did to the tickets of a {@link UnitOfWork}. */
public final class Deeds {
  private final TicketMapper mapper;
  private final List<Deed> added = new ArrayList<>();

  Deeds(TicketMapper mapper) {
    this.mapper = mapper;
  }

  /** Keeps what a command did. */
  public void add(Deed deed) {
    added.add(deed);
  }

  /** What the last command did to a ticket. */
  public Optional<Deed> last(long ticketId) {
    return added.stream()
        .filter(deed -> deed.ticketId() == ticketId)
        .reduce((earlier, later) -> later)
        .or(() -> Optional.ofNullable(mapper.lastDeed(ticketId)).map(DeedRow::toDeed));
  }

  void flush() {
    added.stream().map(DeedRow::of).forEach(mapper::insertDeed);
  }
}
