package dev.latchkey.flow.staff;

import dev.latchkey.flow.Result;
import dev.latchkey.flow.recovery.FreezeAccount;
import dev.latchkey.flow.staff.Decision.Reach;
import dev.latchkey.letter.phrase.CommandPhrase;
import dev.latchkey.letter.phrase.GiverPhrase;
import dev.latchkey.letter.phrase.Phrase;
import dev.latchkey.letter.phrase.TicketPhrase;
import dev.latchkey.ticket.HistoryEntry;
import dev.latchkey.ticket.Ticket;
import dev.latchkey.ticket.TicketEvent;
import dev.latchkey.triage.command.StaffCommand.Verb;
import dev.latchkey.trust.staff.Gate;
import dev.latchkey.trust.staff.StaffGates;
import java.util.Optional;
import java.util.Set;

/** Has the account closed to everybody, and stops every recovery of it. */
final class FreezeCommand implements Command {
  private final FreezeAccount freezing;
  private final StaffAnswers answers;

  FreezeCommand(FreezeAccount freezing, StaffAnswers answers) {
    this.freezing = freezing;
    this.answers = answers;
  }

  @Override
  public Verb verb() {
    return Verb.FREEZE;
  }

  @Override
  public Set<Gate> gates() {
    return StaffGates.STOPPING;
  }

  @Override
  public Optional<TicketEvent> event() {
    return Optional.of(TicketEvent.FREEZE_ORDERED);
  }

  @Override
  public Optional<Phrase> hindrance(GivenCommand given) {
    return given.ticket().account().isPresent()
        ? Optional.empty()
        : Optional.of(new TicketPhrase.NoAccountYet());
  }

  @Override
  public Result run(GivenCommand given) {
    Optional<HistoryEntry> before = freezing.ordered(given.context(), given.ticket());
    Ticket ordered = given.apply(TicketEvent.FREEZE_ORDERED, given.words());
    Ticket stopped =
        freezing.order(
            given.context(),
            ordered,
            given.giver().named(),
            given.words(),
            given.cause("FREEZE"),
            given.key(),
            before.isPresent());
    return before.isPresent()
        ? answers.told(given, stopped, alreadyFrozen(before.get()))
        : answers.decided(given, stopped, Decision.of(given).reaching(Reach.EVERYBODY));
  }

  private static Phrase alreadyFrozen(HistoryEntry order) {
    return new CommandPhrase.AlreadyFrozen(order.at(), GiverPhrase.of(order.cause().actor()));
  }
}
