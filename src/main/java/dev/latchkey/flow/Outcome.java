package dev.latchkey.flow;

/** How a mail ended. Every mail ends in exactly one of these. */
public enum Outcome {
  TICKET_OPENED,
  /** It joined a ticket of the same person. */
  JOINED,
  /** Another person's claim to the same account: a ticket was opened and all are contested. */
  RIVAL,
  DETAILS_ADDED,
  DETAILS_COMPLETED,
  QUESTION_ANSWERED,
  STATUS_TOLD,
  /** The requester gets no further with the desk alone: a person looks at it. */
  HANDED_OVER,
  /** They, or an owner, asked for another code. */
  CODE_RENEWED,
  /** They asked for more time and got it. */
  TIME_GIVEN,
  /** A requester's or owner's words, kept with the ticket for the staff. */
  KEPT_WITH_TICKET,
  WITHDRAWN,
  REOPENED,
  SELF_SERVICE_WORKED,
  SELF_SERVICE_FAILED,
  CODE_ACCEPTED,
  CODE_REFUSED,
  OWNER_OBJECTED,
  COMMAND_DONE,
  /** A staff member's command that could not be done; they were told why. */
  COMMAND_REFUSED,
  /** A command in a staff member's name that failed a gate of origin; nothing was done. */
  COMMAND_FORGED,
  BOUNCE_RECORDED,
  /** A bounce that carries no sign of ours. */
  BOUNCE_IGNORED,
  AUTOMATIC_IGNORED,
  LIST_IGNORED,
  OWN_MAIL_IGNORED,
  /** Written by a person, but no recovery request; the staff were told. */
  NOT_A_REQUEST,
  /** No single plain From, or one that failed authentication: the staff were told, nobody else. */
  NO_IDENTITY,
  /** It broke a limit or the parser. */
  MALFORMED,
  /** Its stored octets cannot be opened, though the keys are the right ones. */
  DAMAGED,
  /** The desk failed on it three times. */
  FAILED
}
