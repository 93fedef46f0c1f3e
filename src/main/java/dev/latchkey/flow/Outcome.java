package dev.latchkey.flow;

import dev.latchkey.store.Message.Standing;
import java.util.Optional;

/** How a mail ended, and what becomes of its words. Every mail ends in exactly one of these. */
public enum Outcome {
  TICKET_OPENED(Standing.ANSWERED),
  /** It joined a ticket of the same person. */
  JOINED(Standing.NEW),
  /** Another person's claim to the same account: a ticket was opened and all are contested. */
  RIVAL(Standing.ANSWERED),
  DETAILS_ADDED(Standing.ANSWERED),
  DETAILS_COMPLETED(Standing.ANSWERED),
  QUESTION_ANSWERED(Standing.NEW),
  STATUS_TOLD(Standing.ANSWERED),
  /** The requester gets no further with the desk alone: a person looks at it. */
  HANDED_OVER(Standing.NEW),
  /** They, or an owner, asked for another code. */
  CODE_RENEWED(Standing.ANSWERED),
  /** They gave another account name in the place of a wrong one. */
  ACCOUNT_CORRECTED(Standing.ANSWERED),
  /** They asked for more time and got it. */
  TIME_GIVEN(Standing.ANSWERED),
  /** A requester's or owner's words, kept with the ticket for the staff. */
  KEPT_WITH_TICKET(Standing.NEW),
  /** They cannot read the registered mailbox; other proofs are asked for. */
  PROOFS_ASKED(Standing.NEW),
  /** They say that a proof is there; the desk looks for it. */
  PROOF_SAID(Standing.ANSWERED),
  /** It brought a proof that holds. */
  PROOF_ACCEPTED(Standing.ANSWERED),
  /** They named somebody who may vouch for them. */
  VOUCHER_NAMED(Standing.ANSWERED),
  /** Who was asked to vouch did. */
  VOUCH_ACCEPTED(Standing.ANSWERED),
  /** The code of who was asked to vouch did not count. */
  VOUCH_REFUSED(Standing.ANSWERED),
  /** Who was asked to vouch said no. */
  VOUCHER_OBJECTED(Standing.ANSWERED),
  /** It brought one that proves nothing; they were told why. */
  PROOF_REFUSED(Standing.ANSWERED),
  /** They cannot bring a proof that was asked for. */
  PROOF_GIVEN_UP(Standing.ANSWERED),
  WITHDRAWN(Standing.ANSWERED),
  REOPENED(Standing.ANSWERED),
  SELF_SERVICE_WORKED(Standing.ANSWERED),
  SELF_SERVICE_FAILED(Standing.ANSWERED),
  CODE_ACCEPTED(Standing.ANSWERED),
  CODE_REFUSED(Standing.ANSWERED),
  OWNER_OBJECTED(Standing.ANSWERED),
  COMMAND_DONE,
  /** A staff member's command that could not be done; they were told why. */
  COMMAND_REFUSED,
  /** A command in a staff member's name that failed a gate of origin; nothing was done. */
  COMMAND_FORGED(Standing.ANSWERED),
  BOUNCE_RECORDED,
  /** A bounce that carries no sign of ours. */
  BOUNCE_IGNORED,
  AUTOMATIC_IGNORED,
  LIST_IGNORED,
  OWN_MAIL_IGNORED,
  /** The same mail again: one that was sent to two addresses of the desk, or delivered twice. */
  COPY_IGNORED,
  /** Written by a person, but no recovery request; the staff were told. */
  NOT_A_REQUEST(Standing.NEW),
  /** No single plain From, or one that failed authentication: the staff were told, nobody else. */
  NO_IDENTITY(Standing.NEW),
  /** It broke a limit or the parser. */
  MALFORMED,
  /** Its stored octets cannot be opened, though the keys are the right ones. */
  DAMAGED,
  /** The desk failed on it three times. */
  FAILED;

  private final Optional<Standing> words;

  Outcome() {
    this.words = Optional.empty();
  }

  Outcome(Standing words) {
    this.words = Optional.of(words);
  }

  /** Whether somebody who may stop a recovery spoke against it. */
  public boolean objects() {
    return this == OWNER_OBJECTED || this == VOUCHER_OBJECTED;
  }

  /**
   * Whether it changed what becomes of a ticket because of who wrote it: what it said has to be
   * shown, if ever it is asked for, as long as the ticket is there.
   */
  public boolean decides() {
    return switch (this) {
      case PROOF_ACCEPTED,
          VOUCH_ACCEPTED,
          VOUCHER_OBJECTED,
          CODE_ACCEPTED,
          OWNER_OBJECTED,
          COMMAND_DONE ->
          true;
      default -> false;
    };
  }

  /**
   * What the staff have to do with the words of a person; empty where nobody's words are kept as
   * such: commands stand in the history, machines say nothing, the rest lies in quarantine.
   */
  public Optional<Standing> words() {
    return words;
  }
}
