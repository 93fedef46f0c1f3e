package dev.latchkey.letter.phrase;

import dev.latchkey.mail.EmailAddress;
import dev.latchkey.triage.command.StaffCommand.Verb;

/** Why UNDO took nothing back. */
public sealed interface UndoPhrase extends Phrase {

  /** UNDO, where nothing was commanded lately. */
  record NothingToUndo() implements UndoPhrase {}

  /** UNDO of what was commanded too long ago. */
  record UndoTooLate(Verb verb, EmailAddress by) implements UndoPhrase {}

  /** UNDO of what something else followed. */
  record MovedOn(Verb verb, EmailAddress by) implements UndoPhrase {}

  /** UNDO to an email that is older than the last command, which somebody else gave. */
  record UndoNewer(Verb verb, EmailAddress by) implements UndoPhrase {}

  /** UNDO of another's stop of what was approved. */
  record OnlyTheirsToUndo(Verb verb, EmailAddress by) implements UndoPhrase {}

  /** UNDO of DONE. */
  record DoneLasts() implements UndoPhrase {}

  /** UNDO of what called an order off. */
  record OrderLasts(Verb verb) implements UndoPhrase {}

  /** UNDO of a command that cannot be taken back. */
  record Lasts(Verb verb) implements UndoPhrase {}
}
