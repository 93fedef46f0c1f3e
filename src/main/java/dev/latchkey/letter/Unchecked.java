package dev.latchkey.letter;

/** Why nobody found out whether a recovery code is good. */
public enum Unchecked {
  /** The account system does not answer. */
  AWAY,
  /** It is not known to be the requester's mail, or it is no longer there: once more, please. */
  SEND_AGAIN,
  /** So many were wrong that no more are tried today. */
  TOO_MANY
}
