package dev.latchkey.letter;

/** Why the staff read at once what a requester wrote. */
public enum Wrote {
  /** It may be over for them, and what was approved was put on hold. */
  PERHAPS_OVER,
  /** They ask us to wait, and for how long, and it was put on hold. */
  ASKS_TO_WAIT,
  /** Their recovery stands still because of somebody's words. */
  WHILE_STOPPED,
  /** Staff merged a request of theirs into another one, and they write about that. */
  AFTER_MERGE,
  /** They say that they write in the owner's place. */
  ANOTHER_WRITES,
  /** They say that the owner is dead, and it was put on hold. */
  OWNER_DECEASED
}
