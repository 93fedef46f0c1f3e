package dev.latchkey.triage.request;

import java.util.Locale;

/** What a mail would mean if an owner wrote it about a recovery. */
public enum OwnerAnswer {
  /** Not me, or stop. */
  OBJECTS,
  /** Yes, that was me. */
  AGREES,
  UNCLEAR;

  /** The word used in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
