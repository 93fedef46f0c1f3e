package dev.latchkey.flow.staff;

import dev.latchkey.letter.CommandPhrase;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.Transitions;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Says of a command that its ticket cannot take now which others it can. */
final class NotNow {
  /** What staff do with a ticket most; HELP names all. In the order of verbs. */
  private static final Map<Verb, TicketEvent> OFFERED =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Verb.APPROVE, TicketEvent.APPROVED),
              Map.entry(Verb.REJECT, TicketEvent.REJECTED),
              Map.entry(Verb.CLOSE, TicketEvent.CLOSED),
              Map.entry(Verb.ASK, TicketEvent.QUESTION_ASKED),
              Map.entry(Verb.HOLD, TicketEvent.HELD),
              Map.entry(Verb.RESUME, TicketEvent.RESUMED),
              Map.entry(Verb.NOTE, TicketEvent.NOTED),
              Map.entry(Verb.REPLY, TicketEvent.REPLIED),
              Map.entry(Verb.DONE, TicketEvent.EXECUTED),
              Map.entry(Verb.FAILED, TicketEvent.EXECUTION_FAILED),
              Map.entry(Verb.REOPEN, TicketEvent.REOPENED_BY_STAFF)));

  private NotNow() {}

  static CommandPhrase.Impossible of(Verb verb, Ticket ticket) {
    TicketState state = ticket.state();
    List<Verb> possible =
        OFFERED.entrySet().stream()
            .filter(offered -> offered.getKey() != verb)
            .filter(offered -> Transitions.next(state, offered.getValue()).isPresent())
            .map(Map.Entry::getKey)
            .filter(offered -> state == TicketState.EXECUTING || !isReport(offered))
            .toList();
    return new CommandPhrase.Impossible(verb, state, possible);
  }

  /** Of a reset that was ordered; where it was called off, only who carried it out all the same. */
  private static boolean isReport(Verb verb) {
    return verb == Verb.DONE || verb == Verb.FAILED;
  }
}
