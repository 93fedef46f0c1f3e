package dev.latchkey.triage.owner;

/** What an owner's words say to a letter about their account. */
public enum OwnerAnswer {
  /** Not me; stop it. */
  OBJECTS,
  /** Yes, that was me, and nothing that speaks against it. */
  AGREES,
  /** Please send another code. */
  WANTS_CODE,
  /** Nothing was written. */
  NOTHING,
  /** Anything else: only a person can tell. */
  UNCLEAR
}
