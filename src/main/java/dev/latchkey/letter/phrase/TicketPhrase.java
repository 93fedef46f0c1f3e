package dev.latchkey.letter.phrase;

import dev.latchkey.check.Level;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Concern;
import dev.latchkey.ticket.FollowUp;
import dev.latchkey.ticket.Reference;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import java.time.Instant;

/** Where a ticket stands, and how it got there. */
public sealed interface TicketPhrase extends Phrase {

  /** A ticket's state. */
  record Stands(Reference reference, TicketState state, Instant since) implements TicketPhrase {}

  /** The account it is about. */
  record AboutAccount(String name) implements TicketPhrase {}

  /** It is about none yet. */
  record NoAccountYet() implements TicketPhrase {}

  /** When it was opened. */
  record Opened(Instant at) implements TicketPhrase {}

  /** Who looks after it. */
  record AssignedTo(EmailAddress member) implements TicketPhrase {}

  /** What time brings. */
  record NextStep(FollowUp step, Instant at) implements TicketPhrase {}

  /** What an inquiry is about. */
  record About(Concern concern) implements TicketPhrase {}

  /** What a recovery is about besides. */
  record Besides(Concern concern) implements TicketPhrase {}

  /** What the evidence amounts to. */
  record Weighed(Phrase verdict, Level level) implements TicketPhrase {}

  /** A line of a ticket's history. */
  record Happened(Instant at, TicketEvent event, String who) implements TicketPhrase {}

  /** The same, when it led somewhere. */
  record HappenedAndLed(Instant at, TicketEvent event, String who, TicketState state)
      implements TicketPhrase {}
}
