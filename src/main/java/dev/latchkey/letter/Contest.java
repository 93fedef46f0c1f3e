package dev.latchkey.letter;

/** Why a ticket became CONTESTED. */
public enum Contest {
  OWNER_OBJECTED,
  /** They deny nothing, and write that somebody else may be in the account. */
  OWNER_TELLS_OF_BREAK_IN,
  /** Nothing is proved for it: it goes on for its requester, and stands still with a proof. */
  OBJECTED_UNPROVED,
  /** The same of a break-in. */
  BREAK_IN_UNPROVED,
  /** It was stopped while nothing was proved for it, and something is by now. */
  PROVED_AFTER_STOP,
  /** The account system was at work on it already. */
  OBJECTED_WHILE_EXECUTING,
  /** It was closed after an objection that nobody decided on, and its requester opened it again. */
  OBJECTED_BEFORE_CLOSED,
  SEVERAL_CLAIM
}
