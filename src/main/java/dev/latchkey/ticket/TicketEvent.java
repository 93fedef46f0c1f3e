package dev.latchkey.ticket;

/** What happens to a ticket. {@link Transitions} says in which states and what follows. */
public enum TicketEvent {
  /** The first entry of every history. */
  OPENED,

  // the requester, or their silence
  /** An answer came, others are still missing. */
  DETAILS_ADDED,
  DETAILS_COMPLETED,
  /** The answer to a question that staff asked. */
  QUESTION_ANSWERED,
  /** All answers were there, and what is gone they can have back alone. */
  LEFT_TO_REQUESTER,
  SELF_SERVICE_FAILED,
  SELF_SERVICE_WORKED,
  /** A further mail of the requester, kept for the staff. */
  MAIL_ADDED,
  WITHDRAWN,
  /** It had been settled, was opened again, and the requester says that all is well. */
  WELL_AGAIN,
  EXPIRED,
  /** Something new to a closed ticket: a person looks at it. */
  REOPENED,
  /** The desk gets no further by itself: a person looks at it. */
  HANDED_OVER,

  // evidence
  EVIDENCE_RECORDED,
  /** Proofs beyond a code were asked for. */
  PROOFS_ASKED,
  /** The requester cannot bring a proof, or its time is over. */
  PROOF_GIVEN_UP,
  /** The requester can read the address that the account is to get. */
  ADDRESS_CONFIRMED,
  /** All that can be proved is proved, or the recommendation is reached. */
  EVIDENCE_COMPLETE,
  /** A wrong, late or foreign code came. */
  CODE_REFUSED,
  /** A registered owner said "not me". */
  OWNER_OBJECTED,
  /** A registered owner told of somebody in the account, and did not deny that they asked. */
  BREAK_IN_REPORTED,
  /** Who was asked to vouch says no. */
  VOUCHER_OBJECTED,
  /** Somebody else claims the same account. */
  RIVAL_CLAIMED,
  /** Another claim to the account has proof and this one has none: that one leads. */
  STOOD_ASIDE,
  /** It was objected to before it was closed and opened again, and nobody decided on that. */
  STILL_CONTESTED,
  /** It stood beside another claim without proof, and has some: it leads. */
  TOOK_LEAD,

  // the staff
  /** One of two needed approvals. */
  APPROVAL_RECORDED,
  APPROVED,
  REJECTED,
  /** Not needed any more, as the staff see it; it decides nothing. */
  CLOSED,
  QUESTION_ASKED,
  HELD,
  RESUMED,
  NOTED,
  /** A person found a warning to be no reason to stop. */
  WARNING_LIFTED,
  /** The account is to be frozen; its recoveries stop. */
  FREEZE_ORDERED,
  ASSIGNED,
  MERGED,
  REDIRECTED,
  /** Staff wrote to the requester in their own words; to a recovery that changes nothing. */
  REPLIED,
  REOPENED_BY_STAFF,
  /** The last command was taken back; it leads to where that one came from. */
  UNDONE,

  // the desk
  REMINDED,
  /** A moment that the requester was promised has passed. */
  PROMISE_MISSED,
  NOTICE_BOUNCED,
  COOLED_OFF,
  EXECUTION_DEFERRED,
  EXECUTED,
  EXECUTION_FAILED;

  /** Whether it stops a recovery, which waits for the staff from then on. */
  boolean stops() {
    return ownerStops() || this == VOUCHER_OBJECTED || this == HELD;
  }

  /** Whether an owner stopped the recovery with it. */
  public boolean ownerStops() {
    return this == OWNER_OBJECTED || this == BREAK_IN_REPORTED;
  }
}
