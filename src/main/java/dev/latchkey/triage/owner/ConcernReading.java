package dev.latchkey.triage.owner;

import dev.latchkey.ticket.Concern;
import java.util.List;
import java.util.Optional;

/**
 * What a mail is about beside a recovery.
 *
 * @param concern empty when nothing tells
 * @param why the signs that were found
 */
public record ConcernReading(Optional<Concern> concern, List<String> why) {
  public ConcernReading {
    why = List.copyOf(why);
  }

  /** Whether it is about something that is no recovery. */
  public boolean isElse() {
    return concern
        .filter(Concern::besidesRecovery)
        .filter(one -> one != Concern.AFRAID)
        .isPresent();
  }
}
