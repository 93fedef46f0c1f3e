package dev.latchkey.store;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.store.RecordMapper.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses that an account had on record when the desk first looked at it for a ticket of a
 * {@link UnitOfWork}.
 */
public final class FirstRecords {
  /** Stands for the addresses of an account that had none. */
  private static final String NONE = "";

  private final RecordMapper mapper;
  private final Tickets tickets;
  private final Map<Of, Set<String>> known = new HashMap<>();
  private final List<Row> fresh = new ArrayList<>();

  private record Of(long ticketId, String account) {}

  FirstRecords(RecordMapper mapper, Tickets tickets) {
    this.mapper = mapper;
    this.tickets = tickets;
  }

  /**
   * Which of the addresses were not on record at the first look. This is the first one, and all of
   * them are kept, where none is known of.
   *
   * @param account by the account system's rule
   * @param now on record at this moment
   */
  public Set<EmailAddress> later(long ticketId, String account, Collection<EmailAddress> now) {
    Of of = new Of(ticketId, account);
    Set<String> first = known.computeIfAbsent(of, this::read);
    if (first.isEmpty()) {
      Set<String> all =
          now.isEmpty()
              ? Set.of(NONE)
              : now.stream().map(EmailAddress::toString).collect(Collectors.toSet());
      known.put(of, all);
      all.forEach(address -> fresh.add(new Row(ticketId, account, address)));
      return Set.of();
    }
    return now.stream()
        .filter(address -> !first.contains(address.toString()))
        .collect(Collectors.toSet());
  }

  private Set<String> read(Of of) {
    return tickets.isNew(of.ticketId())
        ? Set.of()
        : Set.copyOf(mapper.addresses(of.ticketId(), of.account()));
  }

  void flush() {
    fresh.forEach(mapper::insert);
  }
}
