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
   * The addresses of the first look. Where none is known of, this is the first one, and these are
   * kept.
   *
   * @param account by the account system's rule
   * @param now on record at this moment
   */
  public Set<String> first(long ticketId, String account, Collection<EmailAddress> now) {
    Of of = new Of(ticketId, account);
    if (known.computeIfAbsent(of, this::read).isEmpty()) {
      Set<String> all =
          now.isEmpty()
              ? Set.of(NONE)
              : now.stream().map(EmailAddress::toString).collect(Collectors.toSet());
      known.put(of, all);
      all.forEach(address -> fresh.add(new Row(ticketId, account, address)));
    }
    return known.getOrDefault(of, Set.of()).stream()
        .filter(address -> !address.equals(NONE))
        .collect(Collectors.toUnmodifiableSet());
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
