package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.flow.Result;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import java.util.Optional;
import java.util.Set;

/**
 * What a member of staff may order: a class a verb, all of them in {@link Commands}. Its line in
 * HELP stands in {@code words.properties} of each language, its story in the scenarios.
 */
interface Command {

  /** How it is written. */
  Verb verb();

  /** What its mail has to pass; one of the sets of {@link dev.latchkey.trust.staff.StaffGates}. */
  Set<Gate> gates();

  /**
   * The same, where it depends on what it is about.
   *
   * @param about the ticket; empty where it names none
   * @param written as it was given
   */
  default Set<Gate> gates(FlowContext context, Optional<Ticket> about, StaffCommand written) {
    return gates();
  }

  /** What happens to the ticket; empty for what only looks. */
  Optional<TicketEvent> event();

  /** Whether no other command may stand in the same mail; what only looks may share one. */
  default boolean alone() {
    return event().isPresent();
  }

  /**
   * Whether it counts for the ticket that it names, in a mail of its own and in an answer to an
   * inquiry: what only stops needs no more than the proof of who wrote it.
   */
  default boolean byName() {
    return false;
  }

  /** Why it cannot be done although the ticket's state allows it. */
  default Optional<Phrase> hindrance(GivenCommand given) {
    return Optional.empty();
  }

  /** Does it: every gate was passed, the event is possible, nothing is in the way. */
  Result run(GivenCommand given);
}
