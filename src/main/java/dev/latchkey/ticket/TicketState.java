package dev.latchkey.ticket;

/** Where a ticket stands (DESIGN section 2). */
public enum TicketState {
  /** A required answer is missing. */
  NEEDS_DETAILS(Waiting.REQUESTER),
  /** The person can do it alone and was told how. */
  SELF_SERVICE(Waiting.REQUESTER),
  /** Proofs were asked for. */
  PROVING(Waiting.REQUESTER),
  /** A case lies before the staff. */
  IN_REVIEW(Waiting.STAFF),
  /** Staff parked it. */
  ON_HOLD(Waiting.STAFF),
  /** An owner objected, or two people claim one account. */
  CONTESTED(Waiting.STAFF),
  /** Approved; every registered address was told and may cancel. */
  COOLING_OFF(Waiting.TIME),
  /** The account system, or the staff, were asked to do the reset. */
  EXECUTING(Waiting.STAFF),
  RECOVERED(Waiting.NOBODY),
  REJECTED(Waiting.NOBODY),
  WITHDRAWN(Waiting.NOBODY),
  EXPIRED(Waiting.NOBODY),
  /** Merged into another ticket, which goes on. */
  DUPLICATE(Waiting.NOBODY),
  REDIRECTED(Waiting.NOBODY),
  /** It asks for no recovery; a person of the staff reads it and answers. */
  INQUIRY(Waiting.STAFF),
  /** The staff answered an inquiry, sent it on or declined it. */
  ANSWERED(Waiting.NOBODY);

  /** Whose turn it is. */
  public enum Waiting {
    REQUESTER,
    STAFF,
    TIME,
    NOBODY
  }

  private final Waiting waitingFor;

  TicketState(Waiting waitingFor) {
    this.waitingFor = waitingFor;
  }

  /** Whose turn it is in this state. */
  public Waiting waitingFor() {
    return waitingFor;
  }

  /** One account has one ticket in such a state; contested ones stand beside each other. */
  public boolean active() {
    return !closed() && this != CONTESTED && this != INQUIRY;
  }

  /** Whether a ticket may be in it while another one about the account leads. */
  boolean maybeBeside() {
    return switch (this) {
      case NEEDS_DETAILS, SELF_SERVICE, PROVING, IN_REVIEW, ON_HOLD -> true;
      default -> false;
    };
  }

  /** It waits for the staff, whoever stopped it: nothing is approved and nothing carried out. */
  public boolean standsStill() {
    return this == ON_HOLD || this == CONTESTED;
  }

  /** The account changes soon, unless somebody stops it. */
  public boolean approved() {
    return this == COOLING_OFF || this == EXECUTING;
  }

  /** Nothing further happens by itself. */
  public boolean closed() {
    return waitingFor == Waiting.NOBODY;
  }
}
