package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.staff.DailyDigest;
import dev.latchkey.flow.staff.Escalation;
import dev.latchkey.store.Quarantine;
import java.time.Duration;
import java.time.InstantSource;

/** What the staff are told without being asked: the digest of the day, and what waits too long. */
public final class StaffSweep {
  /** As long as somebody may want to look at a mail that nobody could read (THREATS 10). */
  private static final Duration MALFORMED_KEPT = Duration.ofDays(14);

  private final FlowContexts contexts;
  private final DailyDigest digest;
  private final Escalation escalation;
  private final Quarantine quarantine;
  private final InstantSource clock;

  public StaffSweep(
      FlowContexts contexts,
      DailyDigest digest,
      Escalation escalation,
      Quarantine quarantine,
      InstantSource clock) {
    this.contexts = contexts;
    this.digest = digest;
    this.escalation = escalation;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /** Tells what is due now; how many tickets waited too long. */
  public int sweepOnce() {
    int overdue = Conflicts.retried(() -> contexts.open(1, escalation::escalate));
    if (digest.isDue(clock.instant())) {
      quarantine.dropMalformedBefore(clock.instant().minus(MALFORMED_KEPT));
      Conflicts.retried(() -> contexts.open(1, digest::writeIfDue));
    }
    return overdue;
  }
}
