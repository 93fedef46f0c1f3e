package dev.latchkey.store;

import dev.latchkey.check.Registration;
import dev.latchkey.store.DomainMapper.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of domains, and which tickets have theirs asked about. Written at once. */
public final class Domains {
  private static final Instant NEVER = Instant.parse("1971-01-01T00:00:00Z");

  private final DomainMapper mapper;
  private final Map<String, Optional<Registration>> known = new HashMap<>();

  Domains(DomainMapper mapper) {
    this.mapper = mapper;
  }

  /** What is known of {@code domains}, by domain. */
  public Map<String, Registration> find(Collection<String> domains) {
    List<String> fresh = domains.stream().filter(name -> !known.containsKey(name)).toList();
    if (!fresh.isEmpty()) {
      fresh.forEach(name -> known.put(name, Optional.empty()));
      mapper.find(fresh).forEach(row -> known.put(row.domain(), Optional.of(row.registration())));
    }
    return domains.stream()
        .distinct()
        .flatMap(name -> known.getOrDefault(name, Optional.empty()).stream())
        .collect(Collectors.toMap(Registration::domain, it -> it));
  }

  /**
   * Takes those of {@code domains} that are to be asked about now. Of any number of tickets, in any
   * number of processes, one gets a domain, and nobody gets it again before the pause is over.
   *
   * @param lease whoever kept nothing within it is gone, and somebody else gets the domain
   */
  public List<String> claim(Set<String> domains, Instant now, Duration pause, Duration lease) {
    if (domains.isEmpty()) {
      return List.of();
    }
    // Always in one order, so that nobody waits for who waits for them.
    Set<String> fresh = new TreeSet<>(domains);
    mapper.find(domains).forEach(row -> fresh.remove(row.domain()));
    fresh.forEach(domain -> mapper.insert(domain, NEVER));
    List<String> claimed = List.copyOf(mapper.lockOld(domains, now.minus(pause), now.minus(lease)));
    claimed.forEach(domain -> mapper.claim(domain, now));
    known.keySet().removeAll(claimed);
    return claimed;
  }

  /** Keeps what came of asking about a domain that was claimed. */
  public void keep(Registration registration) {
    mapper.update(Row.of(registration));
    known.put(registration.domain(), Optional.of(registration));
  }

  /**
   * A ticket whose domains are looked at.
   *
   * @param until nobody else looks at them before, unless it is woken
   */
  public record Claimed(long ticketId, Instant until) {}

  /** Claims tickets whose domains are to be looked at now, those that nobody looked at yet too. */
  public List<Claimed> claimTickets(Instant now, int limit, Duration lease) {
    Set<Long> tickets = new TreeSet<>(mapper.lockDue(now, limit));
    if (tickets.size() < limit) {
      tickets.addAll(mapper.unwatched(limit - tickets.size()));
    }
    Instant until = now.plus(lease);
    tickets.forEach(id -> mapper.watch(id, until));
    return tickets.stream().map(id -> new Claimed(id, until)).toList();
  }

  /** The domains of a claimed ticket are looked at next at that time, or when it was woken. */
  public void watch(Claimed ticket, Instant at) {
    mapper.rewatch(ticket.ticketId(), ticket.until(), at);
  }

  /** A ticket that is watched is looked at now: it may be about another domain. */
  public void wake(long ticketId, Instant now) {
    mapper.wake(ticketId, now);
  }

  /** A ticket's domains matter no more. */
  public void unwatch(long ticketId) {
    mapper.unwatch(ticketId);
  }
}
