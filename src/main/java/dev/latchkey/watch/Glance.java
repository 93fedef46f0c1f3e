package dev.latchkey.watch;

import dev.latchkey.flow.recovery.WaitingTime.Lately;
import dev.latchkey.store.Figures;
import dev.latchkey.store.OpenOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One look at the desk, of which everything is told that an operator is told: on the terminal, to
 * Prometheus, in the report.
 *
 * @param reviews how the staff answered lately, by level; all together first, under the empty one
 * @param orders what the account system was asked for and has not done yet
 * @param withoutCodes requests for whose accounts no code can go out, some of them where they are
 *     many
 * @param clockAhead by how much this machine's clock is ahead of the database's, where that is too
 *     much
 * @param heldBack since when nothing is sent and nothing carried out, because an old dump of the
 *     database was restored
 */
public record Glance(
    Figures figures,
    Map<Optional<String>, Lately> reviews,
    List<OpenOrder> orders,
    List<NoCode> withoutCodes,
    Optional<Duration> clockAhead,
    Optional<Instant> heldBack) {
  public Glance {
    orders = List.copyOf(orders);
    withoutCodes = List.copyOf(withoutCodes);
    reviews = Collections.unmodifiableMap(new LinkedHashMap<>(reviews));
  }

  /**
   * Tickets that are left out of what is told, for nobody here can read them; empty without any.
   */
  public Optional<String> unread() {
    long unread = figures.unread();
    return unread == 0
        ? Optional.empty()
        : Optional.of(
            Count.of(unread, "ticket", "tickets")
                + " with a value that this version does not know");
  }

  /** How long it is until something, at the moment of this look; never less than nothing. */
  public Duration until(Instant then) {
    Duration until = Duration.between(figures.at(), then);
    return until.isNegative() ? Duration.ZERO : until;
  }

  /** How long ago something was, at the moment of this look; never less than nothing. */
  public Duration ago(Instant then) {
    Duration ago = Duration.between(then, figures.at());
    return ago.isNegative() ? Duration.ZERO : ago;
  }
}
