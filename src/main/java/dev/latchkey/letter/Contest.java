package dev.latchkey.letter;

/** Why a ticket became CONTESTED. */
public enum Contest {
  OWNER_OBJECTED,
  /** They deny nothing, and write that somebody else may be in the account. */
  OWNER_TELLS_OF_BREAK_IN,
  /** The account system was at work on it already. */
  OBJECTED_WHILE_EXECUTING,
  /** It was closed after an objection that nobody decided on, and its requester opened it again. */
  OBJECTED_BEFORE_CLOSED,
  SEVERAL_CLAIM
}
