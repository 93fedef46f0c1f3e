package dev.latchkey.flow.loop;

import dev.latchkey.flow.FlowContexts;
import dev.latchkey.flow.proving.LostNotices;
import dev.latchkey.flow.staff.DailyDigest;
import dev.latchkey.flow.staff.Escalation;
import dev.latchkey.store.Quarantine;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the staff are told without being asked: the digest of the day, what waits too long, and
 * which notices to owners were refused.
 */
public final class StaffSweep {
  /** As long as somebody may want to look at a mail that nobody could read (THREATS 10). */
  private static final Duration MALFORMED_KEPT = Duration.ofDays(14);

  private final FlowContexts contexts;
  private final DailyDigest digest;
  private final Escalation escalation;
  private final LostNotices lost;
  private final Quarantine quarantine;
  private final InstantSource clock;

  public StaffSweep(
      FlowContexts contexts,
      DailyDigest digest,
      Escalation escalation,
      LostNotices lost,
      Quarantine quarantine,
      InstantSource clock) {
    this.contexts = contexts;
    this.digest = digest;
    this.escalation = escalation;
    this.lost = lost;
    this.quarantine = quarantine;
    this.clock = clock;
  }

  /** Tells what is due now; how many notices were lost, and how many tickets waited too long. */
  public int sweepOnce() {
    int refused = Conflicts.retried(() -> contexts.open(1, lost::noteRefused));
    int overdue = Conflicts.retried(() -> contexts.open(1, escalation::escalate));
    if (digest.isDue(clock.instant())) {
      quarantine.dropMalformedBefore(clock.instant().minus(MALFORMED_KEPT));
      Conflicts.retried(() -> contexts.open(1, digest::writeIfDue));
    }
    return refused + overdue;
  }
}
