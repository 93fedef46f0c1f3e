package dev.latchkey.flow.staff;

import dev.latchkey.flow.FlowContext;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.mail.EmailAddress;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.ticket.TicketState;
import dev.latchkey.ticket.Transitions;
import dev.latchkey.triage.command.StaffCommand.Verb;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which commands a ticket can take now, to who wrote another one or none. */
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

  /** What a mail that answers none about a ticket may hold. */
  private static final List<Verb> WITHOUT_TICKET =
      List.of(Verb.HOLD, Verb.OPEN, Verb.STATUS, Verb.QUEUE, Verb.HELP);

  private NotNow() {}

  static CommandPhrase.Impossible of(Verb verb, Ticket ticket) {
    List<Verb> others = possible(ticket.state()).filter(offered -> offered != verb).toList();
    return new CommandPhrase.Impossible(verb, ticket.state(), others);
  }

  /** What there is to write instead of a line that begins with no command. */
  static Phrase instead(
      FlowContext context, String shown, Optional<Ticket> ticket, EmailAddress member) {
    if (ticket.isEmpty()) {
      return new CommandPhrase.NoneWrittenAlone(shown, WITHOUT_TICKET);
    }
    List<Verb> verbs = possible(ticket.get().state()).toList();
    return TakingBack.ownLast(context, ticket.get(), member)
        .<Phrase>map(verb -> new CommandPhrase.NoneWrittenSince(verb, shown, verbs))
        .orElseGet(() -> new CommandPhrase.NoneWritten(shown, verbs));
  }

  private static Stream<Verb> possible(TicketState state) {
    return OFFERED.entrySet().stream()
        .filter(offered -> Transitions.next(state, offered.getValue()).isPresent())
        .map(Map.Entry::getKey)
        .filter(offered -> state == TicketState.EXECUTING || !isReport(offered));
  }

  /** Of a reset that was ordered; where it was called off, only who carried it out all the same. */
  private static boolean isReport(Verb verb) {
    return verb == Verb.DONE || verb == Verb.FAILED;
  }
}
