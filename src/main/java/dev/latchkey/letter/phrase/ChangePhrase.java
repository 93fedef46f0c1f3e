package dev.latchkey.letter.phrase;

import dev.latchkey.check.EvidenceClass;
import dev.latchkey.check.Level;
import dev.latchkey.check.Warning;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;

/** What changed since a case was sent. */
public sealed interface ChangePhrase extends Phrase {

  /** Something was proved. */
  record NowProved(EvidenceClass kind, String source) implements ChangePhrase {}

  /** The same, which a person of the staff saw. */
  record NowSeen(Phrase what) implements ChangePhrase {}

  /** Somebody lifted a warning. */
  record NowLifted(GiverPhrase by) implements ChangePhrase {}

  /** Somebody took a command back that led nowhere else. */
  record NowTakenBack(GiverPhrase by, Verb verb) implements ChangePhrase {}

  /** Something speaks against it now. */
  record NowWarned(Warning.Kind kind) implements ChangePhrase {}

  /** So many messages came. */
  record NowWritten(int count) implements ChangePhrase {}

  /** Somebody approved it. */
  record NowApproved(GiverPhrase by) implements ChangePhrase {}

  /** Somebody commanded something. */
  record NowCommanded(GiverPhrase by, TicketState state) implements ChangePhrase {}

  /** It was closed, and what somebody outside the staff wrote opened it again. */
  record NowOpenedAgain() implements ChangePhrase {}

  /** The requester wrote what may mean that it is over, and was asked. */
  record NowPerhapsOver() implements ChangePhrase {}

  /** The level has risen or fallen. */
  record NowLevel(Level was, Level now) implements ChangePhrase {}

  /**
   * Nothing of the others, and yet it is another case: what the directory says, the level, or what
   * counts.
   */
  record NowOtherwise() implements ChangePhrase {}
}
