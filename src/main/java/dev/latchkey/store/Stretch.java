package dev.latchkey.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;

/**
 * A span of time within which the clocks of a zone are not changed, so that the database tells its
 * days by adding one number: it need not know the zone.
 *
 * @param until not within it any more
 * @param offset seconds by which the zone's clocks are ahead of UTC
 */
record Stretch(Instant from, Instant until, int offset) {

  /** The stretches of a longer span, earliest first. */
  static List<Stretch> of(Instant from, Instant until, ZoneId zone) {
    List<Stretch> stretches = new ArrayList<>();
    for (Instant at = from; at.isBefore(until); ) {
      ZoneOffsetTransition change = zone.getRules().nextTransition(at);
      Instant end =
          change == null || !change.getInstant().isBefore(until) ? until : change.getInstant();
      stretches.add(new Stretch(at, end, zone.getRules().getOffset(at).getTotalSeconds()));
      at = end;
    }
    return stretches;
  }
}
