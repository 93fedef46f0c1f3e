package dev.latchkey.letter;

import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What became of a command. */
public sealed interface CommandLetter extends StaffLetter {

  /**
   * A command was carried out.
   *
   * @param kept what was kept of their text; may be empty
   * @param undoUntil until when it can be taken back; empty when it cannot
   */
  record CommandDone(
      Verb command,
      TicketState state,
      Optional<Phrase> detail,
      Text kept,
      Optional<Instant> undoUntil)
      implements CommandLetter {}

  /**
   * An answer to a digest with lines that were not understood.
   *
   * @param lines what became of each
   */
  record LinesRead(List<Phrase> lines) implements CommandLetter {}

  /** A command was not carried out. */
  record CommandRefused(Phrase reason) implements CommandLetter {}

  /**
   * What was decided about a ticket, to the one who did it and to whoever has to hear of it at
   * once; the others read it in the digest.
   *
   * @param by who decided
   * @param account as the directory writes it; empty when it knows none
   * @param executeAt when it will be carried out
   * @param text what the requester was sent, or the reason that was given; may be empty
   * @param takenBack the command that was taken back, for an UNDO
   * @param remark what was left out of the command, and why
   * @param ordered a reset had been ordered, and nobody has said whether it was carried out
   * @param reported what came of it can be reported: the ticket waits for people
   * @param undoUntil until when it can be taken back; empty when it cannot
   * @param soon what it approves is ordered within minutes, so that nobody can rely on taking it
   *     back
   * @param overruled the reader had decided otherwise
   * @param everybody all of the staff get it
   */
  record Decided(
      Verb command,
      GiverPhrase by,
      TicketState state,
      Optional<String> account,
      EmailAddress requester,
      Optional<Instant> executeAt,
      Text text,
      Optional<Verb> takenBack,
      Optional<Phrase> remark,
      boolean ordered,
      boolean reported,
      Optional<Instant> undoUntil,
      boolean soon,
      boolean overruled,
      boolean everybody)
      implements CommandLetter {}

  /**
   * A command came to the reply address of the reader, and nothing shows that it is theirs.
   *
   * @param elsewhere it came from another address than the reader's, whatever it says of itself
   * @param from whose the email says it is; empty when it names no one plain address
   */
  @Charged(MailClass.REPORT)
  record ForgedCommand(Gate reason, boolean elsewhere, Optional<EmailAddress> from)
      implements CommandLetter {}

  /** A command of yours was refused: you do not work here any more, or the email was not yours. */
  @Charged(MailClass.REPORT)
  record NoRight(Gate reason) implements CommandLetter {}

  /** How to command the desk. */
  record Help(Set<Verb> commands) implements CommandLetter {}
}
