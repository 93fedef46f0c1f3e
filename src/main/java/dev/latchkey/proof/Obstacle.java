package dev.latchkey.proof;

/** Why the desk could not look. */
public enum Obstacle {
  /** The account has no such place on record, or has it no more. */
  NOT_ON_RECORD(false),
  /** The name of the host does not exist. */
  NO_SUCH_HOST(true),
  /** The name leads to an address that is not public. */
  NOT_PUBLIC(false),
  /** Nobody answers, not in time, or only that it is out of order. */
  AWAY(true),
  /** The server cannot prove that it is the host on record. */
  BAD_CERTIFICATE(true),
  /** There is nothing at the address, or only for those who may see it. */
  CLOSED(true),
  /** It leads to another host, to another port or away from HTTPS. */
  LEADS_AWAY(false),
  /** It leads to somebody else on the same host. */
  OTHER_OWNER(false),
  /** The link to it was put on record too late to prove anything. */
  TOO_NEW(false),
  /** It leads from one address to the next without end. */
  LEADS_IN_CIRCLES(true),
  /** There is more than the desk reads. */
  TOO_LARGE(false),
  /** The answer is none that the desk understands. */
  UNREADABLE(false);

  private final boolean mayPass;

  Obstacle(boolean mayPass) {
    this.mayPass = mayPass;
  }

  /** Whether a later look may bring more; otherwise only a person can see. */
  public boolean mayPass() {
    return mayPass;
  }
}
