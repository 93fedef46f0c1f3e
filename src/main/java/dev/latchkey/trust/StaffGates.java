package dev.latchkey.trust;

import java.time.Instant;
import java.util.Optional;

/** The gates of DESIGN section 4: pure, and all of them in one place. */
public final class StaffGates {
  private StaffGates() {}

  /** The first gate that refuses an APPROVE. */
  public static Optional<Gate> firstClosed(Attempt attempt, Instant now) {
    return Optional.of(Gate.STRUCTURE);
  }

  /** The first gate that refuses a weaker command (REJECT, HOLD, ASK and their like). */
  public static Optional<Gate> firstClosedForStop(Attempt attempt, Instant now) {
    return Optional.of(Gate.STRUCTURE);
  }

  /** The first gate that refuses a DONE. */
  public static Optional<Gate> firstClosedForTask(Attempt attempt, Instant now) {
    return Optional.of(Gate.STRUCTURE);
  }
}
