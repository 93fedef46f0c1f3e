package dev.latchkey.triage;

import dev.latchkey.ticket.Reason;
import dev.latchkey.triage.learned.Opinion;
import dev.latchkey.triage.learned.OpinionReader;
import dev.latchkey.triage.request.RequestReader;
import dev.latchkey.triage.request.RequestReading;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The reasons that only one of the two readings sees in the words of a request: whoever decides
 * about it should know that it may be read otherwise.
 */
public final class DoubtfulReasons {
  private final Supplier<RequestReader> requests;
  private final Supplier<OpinionReader> opinions;

  /** Both are asked for when the first text is read. */
  public DoubtfulReasons(Supplier<RequestReader> requests, Supplier<OpinionReader> opinions) {
    this.requests = requests;
    this.opinions = opinions;
  }

  /**
   * Those of a text.
   *
   * @param details what the requester wrote, secrets removed
   * @return none where the reading is sure
   */
  public Set<Reason> in(String details) {
    if (details.isBlank()) {
      return Set.of();
    }
    RequestReading rules = requests.get().read("", details);
    Opinion opinion = opinions.get().read("", details);
    if (TwoReadings.request(rules, opinion, Set.of()).sure()) {
      return Set.of();
    }
    Set<String> thought = opinion.reasons(reason -> 0).reasons();
    Set<Reason> one = EnumSet.noneOf(Reason.class);
    for (Reason reason : Reason.values()) {
      if (rules.reasons().contains(reason) != thought.contains(reason.word())) {
        one.add(reason);
      }
    }
    one.remove(Reason.OTHER);
    return one;
  }
}
