package dev.latchkey.letter;

/** Why a ticket became CONTESTED. */
public enum Contest {
  OWNER_OBJECTED,
  /** The account system was at work on it already. */
  OBJECTED_WHILE_EXECUTING,
  SEVERAL_CLAIM
}
