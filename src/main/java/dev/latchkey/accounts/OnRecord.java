package dev.latchkey.accounts;

/** What an account may have on record beside mailboxes, to prove with. */
public enum OnRecord {
  /** A repository or a site. */
  LINK,
  /** A key that signs. */
  KEY,
  /** Somebody who owns something together with it. */
  CO_OWNER
}
